import type { Configuration } from "../host/configuration.ts";
import { secretValues } from "../host/configuration/secrets.ts";
import type { Log } from "../host/log.ts";
import { type MachineTime, systemTimers } from "../host/timers.ts";
import { createLineStream, createLogger, loadReadableForm } from "../server/log.ts";
import type { CommandIo } from "./io.ts";

/** The log of a service. */
export interface ServiceLog extends Log {
  /** Writes out what is still kept in memory; what comes later is written at once all the same. */
  close(): void;
}

/**
 * Opens the log on standard error, which leaves standard output to PRINT and the ready line: as
 * text at a terminal, else as JSON lines.
 */
export async function openServiceLog(
  configuration: Configuration,
  io: CommandIo,
  time: Pick<MachineTime, "now">,
  secretsOfScripts: readonly string[],
): Promise<ServiceLog> {
  const toReadable = process.stderr.isTTY ? await loadReadableForm() : undefined;
  const lines = createLineStream(io.stderr, systemTimers);
  // However the process ends, the last lines say why.
  const flush = () => {
    lines.flush();
  };
  process.once("exit", flush);
  const stream =
    toReadable === undefined
      ? lines
      : {
          write: (line: string) => {
            lines.write(toReadable(line));
          },
        };
  const log = createLogger({
    stream,
    secrets: [...secretValues(configuration), ...secretsOfScripts],
    clock: time,
  });
  return {
    debug: log.debug.bind(log),
    info: log.info.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
    close: () => {
      process.removeListener("exit", flush);
      flush();
    },
  };
}
