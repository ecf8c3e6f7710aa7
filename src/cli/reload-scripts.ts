import type { Program } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import { renderError } from "../runtime/render-error.ts";
import type { StandardPaths } from "../routes/route-table.ts";
import { findObstacles, isError, type LoadedScripts, loadServedScripts } from "./serve-scripts.ts";
import type { ServiceParts } from "./service-parts.ts";
import { UsageError } from "./usage-error.ts";

/** What came of changed scripts. */
export interface Reloaded {
  /** Undefined where something is wrong with them: the scripts as they were stay in place. */
  readonly program: Program | undefined;
  /** The files that they include, which are to be watched too. */
  readonly includedPaths: readonly string[];
}

/** Loads changed scripts and tells on standard error what came of it. */
export async function reloadScripts(
  parts: Pick<ServiceParts, "places" | "configuration" | "http" | "io">,
): Promise<Reloaded> {
  const { places, configuration, http, io } = parts;
  const { program, findings, includedPaths } = await load(places, http, configuration);
  const obstacles = program === undefined ? [] : findObstacles(program, configuration, http);
  for (const finding of findings) io.stderr(`${finding}\n`);
  for (const detail of obstacles) io.stderr(`${renderError({ detail })}\n`);
  if (program === undefined || obstacles.some(isError)) {
    io.stderr(`${renderError({ detail: serverMessages.reloadRefused() })}\n`);
    return { program: undefined, includedPaths };
  }
  io.stderr(`the changed scripts are served, handlers: ${String(program.handlers.length)}\n`);
  return { program, includedPaths };
}

/** A script that vanished while it was read is a finding like any other. */
async function load(
  places: ServiceParts["places"],
  standard: StandardPaths,
  configuration: ServiceParts["configuration"],
): Promise<LoadedScripts> {
  try {
    return await loadServedScripts(places, standard, configuration);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { program: undefined, findings: [renderError(error)], includedPaths: [] };
  }
}
