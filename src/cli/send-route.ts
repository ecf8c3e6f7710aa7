import { sendMessages } from "../diagnostics/codes/send.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Configuration } from "../host/configuration.ts";
import { whatsAppPaths } from "../host/configuration/provider-settings.ts";
import { handlerName, type Verification } from "../host/handler.ts";
import { RouteTable } from "../routes/route-table.ts";
import type { CommandIo } from "./io.ts";
import { createScriptLoader } from "./load-scripts.ts";
import { readScripts } from "./read-scripts.ts";
import { UsageError } from "./usage-error.ts";

/** Where a script takes a POST, and how it wants it signed. */
export interface PostRoute {
  readonly path: string;
  readonly verification: Verification;
}

/**
 * Finds the route of a script that a POST goes to.
 * @param script a script or a folder of them, as the user wrote it
 * @param to the address or path; undefined where the script has but one
 * @throws UsageError GB5370 for a script with errors, GB5371 where nothing takes a POST there, GB5372 where
 *   several paths could be meant
 */
export async function postRouteOf(
  script: string,
  to: string | undefined,
  configuration: Configuration,
  io: CommandIo,
): Promise<PostRoute> {
  const { program, diagnostics } = createScriptLoader({ lints: "none" })(
    await readScripts([script], io.folder),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const found of errors) io.stderr(`${renderDiagnostic(found)}\n`);
  if (errors.length > 0) throw new UsageError(sendMessages.faultyScript(script));
  const webhooks = program.handlers
    .map(({ declaration }) => declaration)
    .filter((one) => one.kind === "webhook")
    .filter(({ method }) => method === "POST" || method === "ANY");
  const names = [...new Set(webhooks.map(handlerName))];
  const [only] = webhooks;
  if (to === undefined) {
    if (only === undefined) throw new UsageError(sendMessages.noRoute(script, undefined, names));
    if (names.length > 1) throw new UsageError(sendMessages.severalRoutes(script, names));
    return { path: only.path, verification: only.verification };
  }
  const path = pathOf(to);
  const table = new RouteTable(program.handlers, {
    whatsappPaths: whatsAppPaths(configuration),
    twilioPaths: configuration.twilio.paths,
    asksForStatuses: true,
  });
  const match = table.match("POST", path.slice(1).split("/"));
  if (match.kind === "found") return { path, verification: match.route.verification };
  const proposed = suggest(`POST ${path}`, names);
  throw new UsageError(sendMessages.noRoute(script, path, names, proposed));
}

function pathOf(written: string): string {
  const path = URL.parse(written)?.pathname ?? written;
  return path.split(/[?#]/, 1)[0] ?? path;
}
