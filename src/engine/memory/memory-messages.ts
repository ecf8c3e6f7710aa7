import type { MessageContent, PastMessage } from "../../host/history.ts";
import type { FailedSend } from "../failed-send.ts";
import type { FinishedRecord } from "../finished.ts";
import { contentOf, recipientOf } from "../history/content.ts";
import { type HistoryQuery, pastMessageOf, type RecordedMessage } from "../history/history.ts";
import { Person } from "../person.ts";
import type { SentQuery, SentRecord } from "../sent.ts";
import type { SynchronousRequest } from "../recorded-response.ts";
import type { Send } from "../send.ts";
import type { StatusReport } from "../status-report.ts";
import type { EventWork } from "../work.ts";

/** What changes of a message as time goes on. */
type Progress = Pick<RecordedMessage, "state" | "reason" | "messageId"> & {
  /** Store clock, ms since 1970-01-01 UTC. */
  readonly finishedAt?: number;
};

interface KeptMessage {
  readonly person: string;
  readonly content: MessageContent;
  readonly createdAt: number;
  /** Undefined for one that was received. */
  send: Send | undefined;
  progress: Progress;
}

/** The messages of people; the oldest are forgotten when there are too many. */
export class MemoryMessages {
  readonly #maximum: number;
  readonly #reportOf: (sendId: string) => StatusReport | undefined;
  /** In the order in which they were stored. */
  readonly #messages = new Map<string, KeptMessage>();
  /** By which other names people are known: each with the one that their messages are kept by. */
  readonly #aliases = new Map<string, string>();

  /** @param maximum messages at most */
  constructor(maximum: number, reportOf: (sendId: string) => StatusReport | undefined) {
    this.#maximum = maximum;
    this.#reportOf = reportOf;
  }

  /** Adds a message that was received. @param sender undefined for what is no message */
  receive(item: EventWork | SynchronousRequest, sender: string | undefined, now: number): void {
    const found = sender === undefined ? undefined : contentOf(item);
    if (sender === undefined || found === undefined) return;
    const { content, messageId } = found;
    const progress = { state: "done", reason: undefined, messageId } as const;
    this.#add(item.id, sender, { content, createdAt: now, send: undefined, progress });
  }

  /** Adds a message that is to be sent. */
  queue(send: Send, now: number): void {
    const found = contentOf(send);
    const recipient = recipientOf(send.message);
    if (found === undefined || recipient === undefined) return;
    const progress = { state: "waiting", reason: undefined, messageId: undefined } as const;
    const { content } = found;
    this.#add(send.id, recipient, { content, createdAt: now, send, progress });
  }

  /** Notes what is left of a message of which the far side took a part. */
  leave(send: Send): void {
    const kept = this.#messages.get(send.id);
    if (kept !== undefined) kept.send = send;
  }

  /** Notes that a message waits again. */
  reopen(id: string): void {
    this.#change(id, { state: "waiting", reason: undefined, messageId: undefined });
  }

  /** Notes how a message ended. */
  end({ id, kind, state, reason, finishedAt }: FinishedRecord): void {
    const messageId = this.#messages.get(id)?.progress.messageId;
    if (kind === "send") this.#change(id, { state, reason, messageId, finishedAt });
  }

  /** Tells when messages of a channel left, oldest first. */
  sent({ channel, after }: SentQuery): SentRecord[] {
    const found: SentRecord[] = [];
    for (const { content, person, progress } of this.#messages.values()) {
      const { state, finishedAt: at = 0 } = progress;
      if (content.channel !== channel || content.direction === "inbound" || state !== "done")
        continue;
      if (at > after) found.push({ recipient: person, at });
    }
    return found.toSorted((one, other) => one.at - other.at);
  }

  /** Notes the far side's id of a message. */
  name(id: string, messageId: string): void {
    const progress = this.#messages.get(id)?.progress;
    if (progress !== undefined) this.#change(id, { ...progress, messageId });
  }

  /** Finds the newest message that the far side calls so. */
  named(messageId: string): string | undefined {
    const named = [...this.#messages].filter(([, one]) => one.progress.messageId === messageId);
    return named.findLast(([, { send }]) => send !== undefined)?.[0];
  }

  /** Gives a message that was to be sent, with the far side's id where that is known. */
  sendOf(id: string): Pick<FailedSend, "send" | "messageId"> | undefined {
    const { send, progress } = this.#messages.get(id) ?? {};
    if (send === undefined) return undefined;
    return { send, messageId: progress?.messageId ?? this.#reportOf(id)?.messageId };
  }

  /** Gives the newest messages of a person, oldest of them first. @param after those that are newer */
  newest({ person, limit }: HistoryQuery, after: number): PastMessage[] {
    const names = new Set(this.namesOf(person));
    const found: PastMessage[] = [];
    for (const [entry, kept] of this.#messages) {
      if (!names.has(kept.person) || kept.createdAt <= after) continue;
      const { content, createdAt, progress } = kept;
      const report = this.#reportOf(entry);
      const messageId = progress.messageId ?? report?.messageId;
      found.push(pastMessageOf({ entry, content, createdAt, ...progress, messageId, report }));
    }
    return found.slice(-limit);
  }

  /** Notes that somebody is known by further names; both in any form. */
  noteNames(written: string, aliases: readonly string[]): void {
    const person = Person.nameOf(written);
    for (const alias of aliases.map((one) => Person.nameOf(one))) {
      if (alias !== person) this.#aliases.set(alias, person);
    }
    const [oldest] = this.#aliases.keys();
    if (this.#aliases.size > this.#maximum && oldest !== undefined) this.#aliases.delete(oldest);
  }

  /** Gives all names of a person of whom one is known. @param name `Person.nameOf` */
  namesOf(name: string): readonly string[] {
    const person = this.#aliases.get(name) ?? name;
    const aliases = [...this.#aliases].flatMap(([alias, of]) => (of === person ? [alias] : []));
    return [...new Set([name, person, ...aliases])];
  }

  /** Tells whether an entry is a message of a person. */
  isOf(person: Person, id: string): boolean {
    const kept = this.#messages.get(id);
    return kept !== undefined && person.names.includes(kept.person);
  }

  /** Forgets the message of an entry. */
  remove(id: string): void {
    this.#messages.delete(id);
  }

  /** Forgets the messages and names of a person, but not those of some entries. @returns how many */
  erase(person: Person, except: ReadonlySet<string>): number {
    let erased = 0;
    for (const [id, { content }] of this.#messages) {
      if (except.has(id)) continue;
      if (!this.isOf(person, id) && !person.isNamedIn(JSON.stringify(content))) continue;
      this.#messages.delete(id);
      erased += 1;
    }
    for (const [alias, of] of this.#aliases) {
      if (person.names.includes(alias) || person.names.includes(of)) this.#aliases.delete(alias);
    }
    return erased;
  }

  #add(id: string, written: string, message: Omit<KeptMessage, "person">): void {
    const person = Person.nameOf(written);
    if (person === "") return;
    this.#messages.set(id, { ...message, person });
    const [oldest] = this.#messages.keys();
    if (this.#messages.size > this.#maximum && oldest !== undefined) this.#messages.delete(oldest);
  }

  #change(id: string, progress: Progress): void {
    const kept = this.#messages.get(id);
    if (kept !== undefined) kept.progress = progress;
  }
}
