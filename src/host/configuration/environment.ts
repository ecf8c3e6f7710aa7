import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "dotenv";
import { configurationMessages } from "../../diagnostics/codes/configuration.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";

/** The environment as it was found, and what went wrong while it was read. */
export interface EnvironmentReading {
  readonly values: ReadonlyMap<string, string>;
  readonly messages: readonly Message[];
}

/**
 * Joins the environment of the process with the `.env` file of a folder. The process wins, also
 * with an empty value, which takes a setting back. The machine's time zone stands under TZ where
 * neither names one.
 * @param folder the working folder; it need not hold a `.env`
 * @param processEnvironment `process.env`
 * @returns the values, and GB5004 where there is a `.env` that cannot be read
 */
export async function readEnvironment(
  folder: string,
  processEnvironment: Readonly<Record<string, string | undefined>>,
): Promise<EnvironmentReading> {
  const values = new Map([["TZ", new Intl.DateTimeFormat().resolvedOptions().timeZone]]);
  const messages: Message[] = [];
  const path = join(folder, ".env");
  try {
    for (const [name, value] of Object.entries(parse(await readFile(path)))) {
      values.set(name, value);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code !== "ENOENT") messages.push(configurationMessages.unreadableFile(path, code));
  }
  for (const [name, value] of Object.entries(processEnvironment)) {
    if (value !== undefined) values.set(name, value);
  }
  return { values, messages };
}
