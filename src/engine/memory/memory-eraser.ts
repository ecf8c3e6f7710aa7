import type { Timers } from "../../host/timers.ts";
import { ERASE_LOOK_MS, ERASE_PATIENCE_MS, type Erased, ERASED_REASON } from "../erased.ts";
import type { FinishedRecord } from "../finished.ts";
import { recipientOf } from "../history/content.ts";
import type { Person } from "../person.ts";
import type { ItemLedger } from "../queue/item-ledger.ts";
import type { LaneQueue } from "../queue/lane-queue.ts";
import type { QueueEntry } from "../queue/lane.ts";
import type { ResponseRecords } from "../queue/response-records.ts";
import type { Send } from "../send.ts";
import type { Work } from "../work.ts";
import type { FinishedHistory } from "./finished-history.ts";
import type { MemoryFiles } from "./memory-files.ts";
import type { MemoryJournal } from "./memory-journal.ts";
import type { MemoryMessages } from "./memory-messages.ts";
import type { MemoryReports } from "./memory-reports.ts";

interface MemoryEraserTargets {
  readonly work: LaneQueue<Work>;
  readonly outbox: LaneQueue<Send>;
  readonly history: FinishedHistory;
  readonly items: ItemLedger;
  readonly journal: MemoryJournal;
  readonly reports: MemoryReports;
  readonly messages: MemoryMessages;
  readonly files: MemoryFiles;
  readonly responses: ResponseRecords;
}

const COUNTED = { event: "events", job: "jobs", send: "messages", request: "requests" } as const;
const NOTHING = {
  ...{ events: 0, jobs: 0, messages: 0, requests: 0, responses: 0, history: 0, discarded: 0 },
  ...{ files: 0, filesLeft: 0 },
};
type Count = Record<keyof typeof NOTHING, number>;

/** Erases what the engine in memory holds of a person; ids stay, so that repeats are still known. */
export class MemoryEraser {
  readonly #targets: MemoryEraserTargets;
  readonly #timers: Timers;
  /** Called once something was taken out of the queues. */
  readonly #changed: () => void;

  constructor(targets: MemoryEraserTargets, timers: Timers, changed: () => void) {
    this.#targets = targets;
    this.#timers = timers;
    this.#changed = changed;
  }

  /** Erases what does not run, and what runs when it has ended. @param now gives the store's clock */
  async erase(person: Person, now: () => number): Promise<Erased> {
    const { messages } = this.#targets;
    const known = person.knownAs(person.names.flatMap((name) => messages.namesOf(name)));
    const count = { ...NOTHING };
    const giveUpAt = this.#timers.elapsed() + ERASE_PATIENCE_MS;
    for (;;) {
      const running = this.#eraseAll(known, now(), count);
      if (running === 0 || this.#timers.elapsed() >= giveUpAt) {
        return { ...count, running };
      }
      await new Promise<void>((resolve) => this.#timers.schedule(ERASE_LOOK_MS, resolve));
    }
  }

  /** @returns how many entries could not be erased, as they run */
  #eraseAll(person: Person, now: number, count: Count): number {
    const { work, outbox, history, messages, journal, responses, files } = this.#targets;
    const waiting = [...work.entries(), ...outbox.entries()];
    const ended = history.records().filter(({ reason }) => reason !== ERASED_REASON);
    const found = this.#findAll(person, [...waiting, ...ended]);
    const running = new Set<string>();
    for (const entry of waiting) {
      if (!found.has(entry.id)) continue;
      if (entry.lease === undefined) this.#giveUp(entry, now, count);
      else running.add(entry.id);
    }
    for (const record of ended) {
      const { id, kind, state } = record;
      if (!found.has(id)) continue;
      const isGivenUp = state === "dead" || state === "unknown";
      count[COUNTED[kind]] += 1;
      if (isGivenUp) count.discarded += 1;
      this.#forget(record, isGivenUp ? "discarded" : state, now);
      if (responses.blank(id)) count.responses += 1;
    }
    count.history += messages.erase(person, running);
    count.files += files.erase(person, found);
    journal.forgetTold(({ kind, asked }) => kind === "history" && isAsked(person, asked));
    if (found.size > 0) this.#changed();
    return running.size;
  }

  /** Finds what is about a person, and what came of it. */
  #findAll(
    person: Person,
    entries: readonly Pick<FinishedRecord, "id" | "item">[],
  ): ReadonlySet<string> {
    const { messages } = this.#targets;
    const found = new Set(
      entries.flatMap(({ id, item }) =>
        messages.isOf(person, id) || (item !== undefined && isAbout(person, item)) ? [id] : [],
      ),
    );
    for (let before = -1; before < found.size;) {
      before = found.size;
      for (const { id, item } of entries) if (found.has(parentOf(item) ?? "")) found.add(id);
    }
    return found;
  }

  #giveUp(entry: QueueEntry<Work | Send>, now: number, count: Count): void {
    const { work, outbox, items } = this.#targets;
    const { id, item, attempts, createdAt } = entry;
    const inWork = work.find(id);
    const inOutbox = outbox.find(id);
    if (inWork !== undefined) work.remove(inWork);
    if (inOutbox !== undefined) outbox.remove(inOutbox);
    const kind: keyof typeof COUNTED = "message" in item ? "send" : item.kind;
    if (kind === "event") items.discard();
    count[COUNTED[kind]] += 1;
    count.discarded += 1;
    const record = { id, kind, attempts, createdAt, reason: undefined, item, finishedAt: now };
    this.#forget({ ...record, state: "discarded" }, "discarded", now);
  }

  /** Keeps of an entry that there was one. */
  #forget(record: FinishedRecord, state: FinishedRecord["state"], now: number): void {
    const { history, journal, reports, messages } = this.#targets;
    history.delete(record.id);
    history.add({ ...record, state, reason: ERASED_REASON, finishedAt: now, item: undefined });
    journal.forget(record.id);
    reports.forget(record.id);
    messages.remove(record.id);
  }
}

/** The run that made an entry. */
function parentOf(item: FinishedRecord["item"]): string | undefined {
  if (item === undefined) return undefined;
  if ("message" in item) return item.runId;
  return "parentId" in item ? item.parentId : undefined;
}

function isAsked(person: Person, asked: string): boolean {
  return person.names.some((name) => asked.includes(`"person":${JSON.stringify(name)}`));
}

/** Recipients are compared in any form; all else is about the person where it names them. */
function isAbout(person: Person, item: NonNullable<FinishedRecord["item"]>): boolean {
  if ("message" in item && person.is(recipientOf(item.message) ?? "")) return true;
  return person.isNamedIn(JSON.stringify(item, readable));
}

const UTF8 = new TextDecoder();

/** Bytes as the text that they most likely are. */
function readable(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Uint8Array ? UTF8.decode(value) : value;
}
