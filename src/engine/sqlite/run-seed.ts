import type { DatabaseSync } from "node:sqlite";

/** Reads the secret from which runs draw their chance; the migrations make it. */
export function readRunSeed(database: DatabaseSync): string {
  const row = database.prepare("SELECT value FROM setting WHERE name = 'run_seed'").get();
  if (typeof row?.value !== "string") throw new Error("the store has no seed");
  return row.value;
}
