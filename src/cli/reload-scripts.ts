import type { Program } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import { renderError } from "../runtime/render-error.ts";
import { findObstacles, isError, type LoadedScripts, loadServedScripts } from "./serve-scripts.ts";
import type { ServiceParts } from "./service-parts.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Loads changed scripts and tells on standard error what came of it.
 * @returns undefined where something is wrong with them: the scripts as they were stay in place
 */
export async function reloadScripts(
  parts: Pick<ServiceParts, "places" | "configuration" | "http" | "io">,
): Promise<Program | undefined> {
  const { places, configuration, http, io } = parts;
  const { program, findings } = await load(places);
  const obstacles = program === undefined ? [] : findObstacles(program, configuration, http);
  for (const finding of findings) io.stderr(`${finding}\n`);
  for (const detail of obstacles) io.stderr(`${renderError({ detail })}\n`);
  if (program === undefined || obstacles.some(isError)) {
    io.stderr(`${renderError({ detail: serverMessages.reloadRefused() })}\n`);
    return undefined;
  }
  io.stderr(`the changed scripts are served, handlers: ${String(program.handlers.length)}\n`);
  return program;
}

/** A script that vanished while it was read is a finding like any other. */
async function load(places: ServiceParts["places"]): Promise<LoadedScripts> {
  try {
    return await loadServedScripts(places);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { program: undefined, findings: [renderError(error)] };
  }
}
