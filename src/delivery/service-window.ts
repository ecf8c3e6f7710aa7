import { whatsAppMessages } from "../diagnostics/codes/whatsapp.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { DEDUPE_WINDOW_MS, type Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import { WINDOW_HOURS } from "../facts/whatsapp-limits.ts";
import type { PastMessage } from "../host/history.ts";
import type { Clock } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { Place } from "../host/host.ts";

const WINDOW_MS = WINDOW_HOURS * 60 * 60_000;
/** How far back somebody's last message is looked for; mostly it is among the newest. */
const PAGES = [10, 200, 10_000];
/** People of whom something is kept in memory. */
const MOST_PEOPLE = 10_000;

export interface ServiceWindowParts {
  readonly engine: Pick<Engine, "history">;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between whom a window is open: a person, and the number of ours that a message leaves from. */
export interface Conversation {
  /** In any form. */
  readonly person: string;
  /** An id of Meta or a number of Twilio; undefined where it is not known. */
  readonly number: string | undefined;
}

/**
 * Knows from the history who may be written to freely: whoever wrote to the same number within 24 hours. The
 * hours count from when the person wrote, as an old message may be delivered late.
 */
export class ServiceWindow {
  readonly #parts: ServiceWindowParts;
  /** When people wrote last, as far as it was looked up; by person and number. */
  readonly #lastWrote = new Map<string, number>();
  readonly #warned = new Set<string>();

  constructor(parts: ServiceWindowParts) {
    this.#parts = parts;
  }

  /**
   * Looks whether somebody may be sent what is no template.
   * @param between who sends to whom
   * @param place of the statement that sends, for the warning where nothing is known of the person
   * @returns what is wrong where the last message is too old; undefined else
   */
  async problem(between: Conversation, place: Place): Promise<Message | undefined> {
    const person = Person.nameOf(between.person);
    const number = between.number === undefined ? undefined : Person.nameOf(between.number);
    const key = JSON.stringify([person, number]);
    const known = this.#lastWrote.get(key);
    if (known !== undefined && !this.#isOver(known)) return undefined;
    const last = await this.#lookUp(person, number);
    if (last === undefined) {
      this.#warn(key, place);
      return undefined;
    }
    keep(this.#lastWrote, key, last);
    return this.#isOver(last) ? whatsAppMessages.windowClosed(this.#hoursSince(last)) : undefined;
  }

  #isOver(last: number): boolean {
    return this.#parts.clock.now() - last > WINDOW_MS;
  }

  #hoursSince(last: number): number {
    return Math.floor((this.#parts.clock.now() - last) / 3_600_000);
  }

  async #lookUp(person: string, number: string | undefined): Promise<number | undefined> {
    let last: number | undefined;
    for (const limit of PAGES) {
      const messages = await this.#parts.engine.history({ person, limit });
      last = lastWritten(messages, number);
      const [oldest] = messages;
      // One that came late was written before others that came earlier.
      const isNewest = last !== undefined && oldest !== undefined && last >= oldest.timestamp;
      if (isNewest || messages.length < limit) break;
    }
    return last;
  }

  #warn(key: string, { file, line }: Place): void {
    if (this.#warned.has(key)) return;
    if (this.#warned.size >= MOST_PEOPLE) this.#warned.clear();
    this.#warned.add(key);
    const { code, message, hint } = whatsAppMessages.windowUnknown();
    this.#parts.log.warn({ code, hint, file, line }, message);
  }
}

/** Gives when the message was written that was written last. */
function lastWritten(
  messages: readonly PastMessage[],
  number: string | undefined,
): number | undefined {
  const times = messages.filter((message) => opensWindow(message, number)).map(writtenAt);
  return times.length === 0 ? undefined : Math.max(...times);
}

/**
 * Gives when a message was written, as far as that can be believed: none comes before it is written, and none
 * after nobody delivers it any more, as the samples of guides do.
 */
function writtenAt({ timestamp, writtenAt: told = timestamp }: PastMessage): number {
  return told > timestamp || timestamp - told > DEDUPE_WINDOW_MS ? timestamp : told;
}

/** A message whose number is not known may have come to any; WhatsApp's news of a person is no message of theirs. */
function opensWindow(
  { direction, channel, type, number: own }: PastMessage,
  number: string | undefined,
): boolean {
  if (direction !== "inbound" || channel !== "whatsapp" || type === "system") return false;
  return own === undefined || number === undefined || Person.nameOf(own) === number;
}

function keep(map: Map<string, number>, key: string, value: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_PEOPLE && oldest !== undefined) map.delete(oldest);
}
