import { resolve } from "node:path";
import type { ServerSettings } from "../host/configuration/arrange.ts";

/**
 * Gives what scripts must not read although it may lie in their folder: the store and the key of TLS.
 * @param folder the working folder, which the paths of the settings start from
 */
export function closedFiles(
  { data, tls }: Pick<ServerSettings, "data" | "tls">,
  folder: string,
): readonly string[] {
  return [data, ...(tls === undefined ? [] : [tls.key])].map((path) => resolve(folder, path));
}
