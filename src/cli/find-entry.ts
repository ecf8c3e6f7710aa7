import { storeMessages } from "../diagnostics/codes/store.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { StoreReader } from "../engine/sqlite/store-reader.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Finds the entry that was meant by an id or its beginning.
 * @throws UsageError GB5311 where there is none, GB5312 where there are several
 */
export function findEntry(written: string, reader: StoreReader): StoredEntry {
  const ids = written === "" ? [] : reader.idsWith(written);
  const [id, ...others] = ids;
  if (others.length > 0) throw new UsageError(storeMessages.severalEntries(written, ids));
  const entry = id === undefined ? undefined : reader.entry(id);
  if (entry !== undefined) return entry;
  const proposed = suggest(written, reader.newestIds());
  throw new UsageError(storeMessages.noSuchEntry(written, proposed));
}
