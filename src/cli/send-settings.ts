import type { Configuration } from "../host/configuration.ts";
import { renderError } from "../runtime/render-error.ts";
import type { CommandIo } from "./io.ts";
import { readCommandConfiguration } from "./read-configuration.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads the settings that the server runs with, which tell where it is and what it is signed for.
 * @throws UsageError where a setting is wrong
 */
export async function readSendSettings(io: CommandIo): Promise<Configuration> {
  const read = await readCommandConfiguration(io);
  if ("configuration" in read) return read.configuration;
  for (const detail of read.errors.slice(0, -1)) io.stderr(`${renderError({ detail })}\n`);
  throw new UsageError(read.errors.at(-1) ?? read.errors[0]);
}
