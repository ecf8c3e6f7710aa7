import type { ChannelDescription } from "../channels/create-channels.ts";
import type { CompiledHandler } from "../compile/script.ts";
import type { Program } from "../compile/script.ts";
import { describeVerification } from "../server/exposure.ts";
import { handlerName, type Verification } from "../host/handler.ts";
import { statusPath, twilioPathOf } from "../host/twilio-paths.ts";
import { parseTarget } from "../routes/request-path.ts";
import { RouteTable } from "../routes/route-table.ts";
import type { HttpSettings } from "../server/settings.ts";
import { toColumns } from "./to-columns.ts";

/** Tells what is served and where messages go, one line each. */
export function describeService(
  program: Program,
  channels: readonly ChannelDescription[],
  settings: HttpSettings,
): string {
  const table = new RouteTable(program.handlers, settings);
  const routes = program.handlers.flatMap((handler) => rowsOf(handler, table, settings));
  const ways = channels.map(({ name, mode, detail }) => [`channel ${name}`, mode, detail]);
  return toColumns([...routes, ...ways]);
}

/** A row for each path that a handler listens on. */
function rowsOf(
  { declaration, script, span }: CompiledHandler,
  table: RouteTable,
  settings: HttpSettings,
): readonly (readonly string[])[] {
  const place = `${script.file.path}:${String(script.file.position(span.start).line)}`;
  const name = handlerName(declaration);
  switch (declaration.kind) {
    case "send-failed":
      return [[name, "messages that failed for good", place]];
    case "whatsapp":
      return settings.whatsappPaths.map(({ path }) => [
        `${name} at ${path}`,
        describeVerification(verificationAt(path, table) ?? declaration.verification, settings),
        place,
      ]);
    case "webhook": {
      const verification = verificationAt(declaration.path, table, declaration.method);
      return [
        [name, describeVerification(verification ?? declaration.verification, settings), place],
      ];
    }
    case "twilio-status": {
      const title = `${name} at ${statusPath(declaration.about, settings.twilioPaths)}`;
      return [[title, describeVerification(declaration.verification, settings), place]];
    }
    case "twilio": {
      const path = twilioPathOf(declaration, script.file.path, settings.twilioPaths);
      const title = declaration.path === undefined ? `${name} at ${path}` : name;
      return [[title, describeVerification(declaration.verification, settings), place]];
    }
  }
}

function verificationAt(
  path: string,
  table: RouteTable,
  method = "POST",
): Verification | undefined {
  const segments = parseTarget(path)?.segments ?? [];
  const match = table.match(method, segments);
  return match.kind === "found" ? match.route.verification : undefined;
}
