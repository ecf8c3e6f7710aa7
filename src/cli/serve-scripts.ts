import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import { handlerName } from "../host/handler.ts";
import type { Program } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { renderDiagnostic } from "../diagnostics/render.ts";
import type { Configuration } from "../host/configuration.ts";
import { whatIsMissing } from "../host/configuration/needs.ts";
import { renderError } from "../runtime/render-error.ts";
import { findExposure } from "../server/exposure.ts";
import { findShadowedRoutes } from "../routes/route-diagnostics.ts";
import { RouteTable, type StandardPaths } from "../routes/route-table.ts";
import { findUnheardPaths } from "../routes/unheard-paths.ts";
import type { HttpSettings } from "../server/settings.ts";
import { loadScripts } from "./load-scripts.ts";
import { isTestPath } from "./locate-scripts.ts";
import { lookBelow } from "./look-at-files.ts";
import { readScripts } from "./read-scripts.ts";
import { scriptFolder } from "./script-folder.ts";
import { UsageError } from "./usage-error.ts";

/** Where the scripts are. */
export interface ScriptPlaces {
  /** Files and folders as the user wrote them. */
  readonly paths: readonly string[];
  /** The working folder, absolute. */
  readonly folder: string;
}

/** Scripts that were read, and everything to say about them. */
export interface LoadedScripts {
  /** Undefined where something is wrong with them. */
  readonly program: Program | undefined;
  /** Rendered findings, warnings included. */
  readonly findings: readonly string[];
  /** The absolute paths of what the scripts include beside themselves, missing files too. */
  readonly includedPaths: readonly string[];
}

/**
 * Reads, checks and compiles the scripts to serve, with the settings that a check looks at.
 * @throws UsageError for a path that cannot be read, GB5403 for a file of tests
 */
export async function loadServedScripts(
  { paths, folder }: ScriptPlaces,
  standard: StandardPaths,
  { whatsapp }: Pick<Configuration, "whatsapp">,
): Promise<LoadedScripts> {
  const tests = paths.find(isTestPath);
  if (tests !== undefined) throw new UsageError(testingMessages.isTest(tests));
  const scripts = await readScripts(paths, folder);
  const { includedPaths } = scripts;
  const { program, diagnostics: found } = loadScripts(scripts, {
    sendsThroughTwilio: whatsapp.sendThrough === "twilio",
    findInRoutes: (handlers, written) => [
      ...findShadowedRoutes(handlers, standard),
      ...findUnheardPaths(handlers, standard, written()),
    ],
    look: lookBelow({ absolute: scriptFolder({ paths, folder }), title: paths[0] ?? "." }),
  });
  const findings = found.map(renderDiagnostic);
  if (found.some(isError)) return { program: undefined, findings, includedPaths };
  if (program.handlers.length > 0) return { program, findings, includedPaths };
  const nothing = renderError({ detail: serverMessages.nothingToServe(paths) });
  return { program: undefined, findings: [...findings, nothing], includedPaths };
}

/**
 * Lists what stands against serving a program with these settings: what production needs and does
 * not have, or requests that development would take from the network.
 * @returns errors, the summary last, and warnings; without an error it may be served
 */
export function findObstacles(
  program: Program,
  configuration: Configuration,
  http: HttpSettings,
): readonly Message[] {
  const { routes } = new RouteTable(program.handlers, http);
  if (http.mode === "development") {
    const exposure = findExposure(configuration.server.host, routes, http);
    return [...(exposure === undefined ? [] : [exposure]), ...neverTold(program, configuration)];
  }
  const needs = new Set(program.scripts.flatMap((script) => [...script.needs]));
  const verifications = routes.map(({ verification }) => verification);
  const missing = whatIsMissing(configuration, needs, new Set(verifications));
  const found = [...missing, ...neverTold(program, configuration)];
  const isStopped = missing.some(isError);
  return isStopped ? [...found, serverMessages.notReadyForProduction()] : found;
}

/** Handlers of what Twilio tells, while it does not know the address to tell it at. */
function neverTold({ handlers }: Program, { server, twilio }: Configuration): Message[] {
  if (server.publicUrl !== undefined || twilio.accountSid === undefined) return [];
  return handlers.flatMap(({ declaration }) =>
    declaration.kind === "twilio-status"
      ? [phoneCallMessages.neverTold(handlerName(declaration))]
      : [],
  );
}

/** Tells whether a message stops the server rather than only telling something. */
export function isError({ severity }: Message): boolean {
  return severity === "error";
}
