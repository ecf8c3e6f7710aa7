import { endingVersions } from "../host/configuration/graph-version.ts";
import { type MachineTime, systemTime } from "../host/timers.ts";
import { renderError } from "../runtime/render-error.ts";
import { StartupError } from "../server/startup-error.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import type { ServeOptions } from "./serve-options.ts";
import { findObstacles, isError, loadServedScripts } from "./serve-scripts.ts";
import { readServeSettings } from "./serve-settings.ts";
import { startService } from "./start-service.ts";
import { processStopRequests, type StopRequests } from "./stop-requests.ts";

/**
 * Serves scripts until it is asked to end.
 * @param stop tells when; signals to the process unless given
 * @param time by which all waits; that of this machine unless given
 * @returns 0 after an orderly end, 1 where the scripts are wrong, 2 where the settings are
 * @throws UsageError for paths or settings that cannot be read
 */
export async function serve(
  options: ServeOptions,
  io: CommandIo,
  stop: StopRequests = processStopRequests(),
  time: MachineTime = systemTime,
): Promise<number> {
  try {
    return await serveUntil(stop.first, options, io, time);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    for (const detail of error.details) io.stderr(`${renderError({ detail })}\n`);
    return EXIT.usage;
  } finally {
    stop.release();
  }
}

async function serveUntil(
  stopped: Promise<unknown>,
  options: ServeOptions,
  io: CommandIo,
  time: MachineTime,
): Promise<number> {
  const { configuration, http } = await readServeSettings(options, io);
  const places = { paths: options.paths, folder: io.folder };
  const { program, findings, includedPaths } = await loadServedScripts(places, http, configuration);
  for (const finding of findings) io.stderr(`${finding}\n`);
  if (program === undefined) return EXIT.findings;
  const obstacles = findObstacles(program, configuration, http);
  const versions = endingVersions(configuration, time.now());
  for (const { message: detail } of versions) io.stderr(`${renderError({ detail })}\n`);
  for (const detail of obstacles) io.stderr(`${renderError({ detail })}\n`);
  if (obstacles.some(isError)) return EXIT.usage;
  const service = await startService({ program, places, configuration, http, io }, time);
  if (options.watch) await service.watch(includedPaths);
  io.stdout(`listening on ${service.url}\n`);
  await stopped;
  await service.stop();
  return EXIT.ok;
}
