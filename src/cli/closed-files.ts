import { resolve } from "node:path";
import type { ServerSettings } from "../host/configuration/arrange.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { serverVariables } from "../host/configuration/server-variables.ts";
import type { CommandIo } from "./io.ts";

/**
 * Gives what scripts must not read although it may lie in their folder: the settings, the store and the key of TLS.
 * @param folder the working folder, which the paths of the settings start from
 */
export function closedFiles(
  { data, tls }: Pick<ServerSettings, "data" | "tls">,
  folder: string,
): readonly string[] {
  return close(folder, data, tls?.key);
}

/**
 * Finds what scripts must not read as `gbasic serve` would, where nothing else of the settings is read. A `.env` that
 * cannot be read tells nothing.
 */
export async function findClosedFiles(
  io: Pick<CommandIo, "environment" | "folder">,
): Promise<readonly string[]> {
  const { values } = await readEnvironment(io.folder, io.environment);
  return close(io.folder, dataFolderIn(values), writtenIn(values, "TLS_KEY"));
}

/** Gives the data folder that an environment names, else the standard one, as it is written. */
export function dataFolderIn(environment: ReadonlyMap<string, string>): string {
  return serverVariables.GBASIC_DATA.parse(writtenIn(environment, "GBASIC_DATA"));
}

function writtenIn(environment: ReadonlyMap<string, string>, name: string): string | undefined {
  const written = environment.get(name)?.trim();
  return written === "" ? undefined : written;
}

function close(folder: string, ...paths: readonly (string | undefined)[]): readonly string[] {
  return [".env", ...paths].flatMap((path) => (path === undefined ? [] : [resolve(folder, path)]));
}
