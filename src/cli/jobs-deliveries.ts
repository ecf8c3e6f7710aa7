import type { MadeCount } from "../engine/sqlite/store-reader.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { maskPhones } from "../server/mask-phones.ts";
import { describeEntry } from "./describe-entry.ts";
import { entryJson, toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { type DataOptions, lookIntoStore } from "./open-store.ts";
import { shortTime } from "./short-time.ts";
import { toColumns } from "./to-columns.ts";

/** What `gbasic jobs deliveries` was asked for. */
export interface JobsDeliveriesOptions extends DataOptions {
  /** Deliveries at most. */
  readonly limit: number;
  readonly json: boolean;
}

interface Received {
  readonly entry: StoredEntry;
  readonly made: readonly MadeCount[];
}

/**
 * Lists what was received, newest first, with what became of it.
 * @throws UsageError where the store cannot be read
 */
export async function jobsDeliveries(
  options: JobsDeliveriesOptions,
  io: CommandIo,
): Promise<number> {
  const { limit, json } = options;
  const found = await lookIntoStore(options, io, (reader) =>
    reader
      .received(limit + 1)
      .map((entry): Received => ({ entry, made: reader.countMade(entry.id) })),
  );
  const shown = found.slice(0, limit);
  if (json) {
    io.stdout(toJson(shown.map(({ entry, made }) => ({ ...entryJson(entry), made }))));
    return EXIT.ok;
  }
  io.stdout(shown.length === 0 ? "nothing was received\n" : deliveryTable(shown));
  if (found.length > limit) io.stderr("there are more; --limit N shows N of them\n");
  return EXIT.ok;
}

function deliveryTable(received: readonly Received[]): string {
  return toColumns([
    ["ID", "RECEIVED (UTC)", "WHAT", "STATE", "LED TO", "REASON"],
    ...received.map(({ entry, made }) => [
      entry.id,
      shortTime(entry.createdAt),
      describeEntry(entry),
      entry.state,
      made.map(({ kind, state, count }) => `${String(count)} ${kind} ${state}`).join(", "),
      maskPhones(entry.reason ?? "").replaceAll(/\s+/g, " "),
    ]),
  ]);
}
