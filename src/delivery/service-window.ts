import { whatsAppMessages } from "../diagnostics/codes/whatsapp.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import { WINDOW_HOURS } from "../facts/whatsapp-limits.ts";
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

/** Knows from the history who may be written to freely: whoever wrote within 24 hours. */
export class ServiceWindow {
  readonly #parts: ServiceWindowParts;
  /** When people wrote last, as far as it was looked up; by `Person.nameOf`. */
  readonly #lastWrote = new Map<string, number>();
  readonly #warned = new Set<string>();

  constructor(parts: ServiceWindowParts) {
    this.#parts = parts;
  }

  /**
   * Looks whether somebody may be sent what is no template.
   * @param place of the statement that sends, for the warning where nothing is known of the person
   * @returns what is wrong where the last message is too old; undefined else
   */
  async problem(recipient: string, place: Place): Promise<Message | undefined> {
    const person = Person.nameOf(recipient);
    const known = this.#lastWrote.get(person);
    if (known !== undefined && !this.#isOver(known)) return undefined;
    const last = await this.#lookUp(person);
    if (last === undefined) {
      this.#warn(person, place);
      return undefined;
    }
    keep(this.#lastWrote, person, last);
    return this.#isOver(last) ? whatsAppMessages.windowClosed(this.#hoursSince(last)) : undefined;
  }

  #isOver(last: number): boolean {
    return this.#parts.clock.now() - last > WINDOW_MS;
  }

  #hoursSince(last: number): number {
    return Math.floor((this.#parts.clock.now() - last) / 3_600_000);
  }

  async #lookUp(person: string): Promise<number | undefined> {
    for (const limit of PAGES) {
      const messages = await this.#parts.engine.history({ person, limit });
      const last = messages.findLast(
        ({ direction, channel }) => direction === "inbound" && channel === "whatsapp",
      );
      if (last !== undefined) return last.timestamp;
      if (messages.length < limit) return undefined;
    }
    return undefined;
  }

  #warn(person: string, { file, line }: Place): void {
    if (this.#warned.has(person)) return;
    if (this.#warned.size >= MOST_PEOPLE) this.#warned.clear();
    this.#warned.add(person);
    const { code, message, hint } = whatsAppMessages.windowUnknown();
    this.#parts.log.warn({ code, hint, file, line }, message);
  }
}

function keep(map: Map<string, number>, key: string, value: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_PEOPLE && oldest !== undefined) map.delete(oldest);
}
