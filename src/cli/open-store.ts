import { resolve } from "node:path";
import { type StoreReader, readStore } from "../engine/sqlite/store-reader.ts";
import { StoreError } from "../engine/sqlite/store-error.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { dataFolderIn } from "./closed-files.ts";
import type { CommandIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Where a command finds the store. */
export interface DataOptions {
  /** The data folder; undefined where the settings say it. */
  readonly data?: string;
}

/**
 * Finds the data folder as `gbasic serve` does. Other settings are not looked at, so that a wrong
 * one keeps nobody from seeing what failed.
 * @returns absolute
 * @throws UsageError GB5004 for a `.env` that cannot be read
 */
export async function findDataFolder({ data }: DataOptions, io: CommandIo): Promise<string> {
  if (data !== undefined) return resolve(io.folder, data);
  const { values, messages } = await readEnvironment(io.folder, io.environment);
  const [wrong] = messages;
  if (wrong !== undefined) throw new UsageError(wrong);
  return resolve(io.folder, dataFolderIn(values));
}

/**
 * Looks into the store that the options or the settings name.
 * @throws UsageError where there is none or it cannot be read
 */
export async function lookIntoStore<T>(
  options: DataOptions,
  io: CommandIo,
  read: (reader: StoreReader) => T,
): Promise<T> {
  const folder = await findDataFolder(options, io);
  return asUsage(() => readStore(folder, read));
}

/** Does something with the store; one that cannot be used is wrong usage of the command. */
export function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.detail, { cause: error });
    throw error;
  }
}
