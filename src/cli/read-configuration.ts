import type { Message } from "../diagnostics/diagnostic.ts";
import { type Configuration, readConfiguration } from "../host/configuration.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { renderError } from "../runtime/render-error.ts";
import type { CommandIo } from "./io.ts";

/** The settings of a command, or everything that is wrong with them. */
export type CommandConfiguration =
  { readonly configuration: Configuration } | { readonly errors: readonly [Message, ...Message[]] };

/**
 * Reads the settings of a command from the environment and `.env`. Writes warnings to standard
 * error.
 * @param standards values of settings that are not set, where the command has others than `serve`
 */
export async function readCommandConfiguration(
  io: CommandIo,
  standards?: Parameters<typeof readConfiguration>[1],
): Promise<CommandConfiguration> {
  const environment = await readEnvironment(io.folder, io.environment);
  const { configuration, messages } = readConfiguration(environment.values, standards);
  const found = [...environment.messages, ...messages];
  const [first, ...others] = found.filter(({ severity }) => severity === "error");
  for (const detail of found) {
    if (detail.severity !== "error") io.stderr(`${renderError({ detail })}\n`);
  }
  if (first !== undefined) return { errors: [first, ...others] };
  if (configuration === undefined) throw new Error("settings without an error gave none");
  return { configuration };
}
