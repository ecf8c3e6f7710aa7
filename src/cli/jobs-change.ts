import { storeMessages } from "../diagnostics/codes/store.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { EntryChange } from "../engine/entry-change.ts";
import type { Instruction } from "../engine/sqlite/instruction.ts";
import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { renderError } from "../runtime/render-error.ts";
import { chooseEntries, type EntryChoice } from "./choose-entries.ts";
import { toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import { instruct } from "./instruct.ts";
import type { CommandIo } from "./io.ts";
import { type DataOptions, lookIntoStore } from "./open-store.ts";

/** What `gbasic jobs retry` and `gbasic jobs discard` were asked for. */
export interface JobsChangeOptions extends DataOptions, EntryChoice {
  readonly json: boolean;
}

/** What `gbasic jobs retry` was asked for. */
export interface JobsRetryOptions extends JobsChangeOptions {
  readonly maySendTwice: boolean;
}

/**
 * Gives entries that failed a new start.
 * @returns 1 where one of them was left as it is
 * @throws UsageError where the store cannot be used or the entries are not well chosen
 */
export function jobsRetry(options: JobsRetryOptions, io: CommandIo): Promise<number> {
  const { maySendTwice } = options;
  // A choice is made among what can be retried at all; an id that cannot be is told of.
  const use = { action: "retried", suits: ({ kind }: StoredEntry) => kind !== "request" };
  return change(options, io, use, (ids) => ({ action: "retry", ids, maySendTwice }));
}

/**
 * Gives up entries that wait or have failed.
 * @returns 1 where one of them was left as it is
 * @throws UsageError where the store cannot be used or the entries are not well chosen
 */
export function jobsDiscard(options: JobsChangeOptions, io: CommandIo): Promise<number> {
  const use = { action: "discarded", suits: () => true };
  return change(options, io, use, (ids) => ({ action: "discard", ids }));
}

async function change(
  options: JobsChangeOptions,
  io: CommandIo,
  use: Parameters<typeof chooseEntries>[1],
  instructionFor: (ids: readonly string[]) => Instruction,
): Promise<number> {
  const ids = await lookIntoStore(options, io, (reader) => chooseEntries(options, use, reader));
  const changes =
    ids.length === 0 ? [] : (await instruct(instructionFor(ids), options, io)).changes;
  if (options.json) io.stdout(toJson(changes.map(changeJson)));
  else io.stdout(changesText(changes, use.action));
  for (const one of changes) {
    const detail = refusalOf(one, use.action);
    if (detail !== undefined) io.stderr(`${renderError({ detail })}\n`);
  }
  return changes.every(({ changed }) => changed) ? EXIT.ok : EXIT.findings;
}

function changesText(changes: readonly EntryChange[], action: string): string {
  if (changes.length === 0) return "there is nothing of this kind\n";
  const changed = changes.filter((one) => one.changed);
  return changed.map(({ id }) => `${id} is ${action}\n`).join("");
}

function changeJson(change: EntryChange) {
  const { id, changed } = change;
  const [refusal, state] = changed ? [null, null] : [change.refusal, change.state ?? null];
  return { id, changed, refusal, state };
}

function refusalOf(change: EntryChange, action: string): Message | undefined {
  if (change.changed) return undefined;
  const { id, refusal, state = "not there" } = change;
  switch (refusal) {
    case "absent":
      return storeMessages.noSuchEntry(id, undefined);
    case "wrong-state":
      return storeMessages.wrongState(action, id, state, WHAT_NEXT[state]);
    case "may-be-sent-twice":
      return storeMessages.maySendTwice(id);
    case "caller-gone":
      return storeMessages.callerGone(id);
    case "content-gone":
      return storeMessages.contentGone(id);
  }
}

/** What to do about an entry that is in a state in which nothing can be changed. */
const WHAT_NEXT = {
  waiting: "it is tried by itself; gbasic jobs show tells when",
  running: "wait until it has ended",
  done: "it ended well, and nothing is left to do",
  dead: "look at it with gbasic jobs show",
  unknown: "look at it with gbasic jobs show",
  skipped: "it had no recipient or no text; the line that sent it has to change",
  unhandled: "no handler took it when it came; what comes from now on finds a new handler",
  discarded: "a person gave it up before",
  "not there": "gbasic jobs list shows the ids",
} as const;
