import { storeMessages } from "../diagnostics/codes/store.ts";
import type { EntryState } from "../engine/sqlite/entry-state.ts";
import type { StoreReader } from "../engine/sqlite/store-reader.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { findEntry } from "./find-entry.ts";
import { UsageError } from "./usage-error.ts";

/** Which entries a command is about: those with the ids, or all in a state or of a route. */
export interface EntryChoice {
  readonly ids: readonly string[];
  readonly state?: EntryState;
  /** Method and path of the route whose runs led to them. */
  readonly route?: string;
  /** Says that all that the choice comes to are meant. */
  readonly all: boolean;
}

/** What is to be done with them, for messages: `retried`. */
export interface ChoiceUse {
  readonly action: string;
  /** Whether a choice by state and route comes to an entry. */
  readonly suits: (entry: StoredEntry) => boolean;
}

/**
 * Finds the ids of the entries that are meant.
 * @throws UsageError GB5311 and GB5312 for an id that leads to no entry or several, GB5324 where
 *   nothing is chosen, GB5327 where ids and a choice are given, GB5328 where `--all` is missing
 */
export function chooseEntries(
  choice: EntryChoice,
  { action, suits }: ChoiceUse,
  reader: StoreReader,
): readonly string[] {
  const { ids, state, route, all } = choice;
  const byChoice = state !== undefined || route !== undefined;
  if (ids.length > 0) {
    if (byChoice || all) throw new UsageError(storeMessages.idsAndChoice());
    return [...new Set(ids.map((id) => findEntry(id, reader).id))];
  }
  if (!byChoice) throw new UsageError(storeMessages.nothingChosen(action));
  const found = reader.list({ state: state ?? "dead", limit: Infinity }).filter(suits);
  const chosen = route === undefined ? found : found.filter((one) => isOf(route, one, reader));
  if (chosen.length > 0 && !all) {
    throw new UsageError(storeMessages.confirmAll(action, chosen.length));
  }
  // Oldest first, so that they come in the order in which they were stored.
  return chosen.map(({ id }) => id).toReversed();
}

/** Tells whether the request that led to an entry came to a route. */
function isOf(route: string, entry: StoredEntry, reader: StoreReader): boolean {
  let first: StoredEntry | undefined = entry;
  while (first?.parentId !== undefined) first = reader.entry(first.parentId);
  const item = first?.item;
  return item !== undefined && "handler" in item && item.handler.route === route;
}
