import { whatsAppMessages } from "../diagnostics/codes/whatsapp.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import type { Clock } from "../host/host.ts";
import type { SpendLimits } from "../host/spend-limits.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

export interface SpendGuardParts {
  readonly engine: Pick<Engine, "sent" | "namesOf">;
  readonly clock: Clock;
  readonly limits: SpendLimits;
}

/** A message that counts. */
interface Counted {
  readonly person: string;
  readonly at: number;
}

/** One of the limits, with the setting that says it. */
interface Limit {
  readonly setting: string;
  readonly most: number;
  readonly withinMs: number;
  readonly perPerson: boolean;
}

/**
 * Keeps a script that runs wild from costing too much: counts WhatsApp messages by the hour and the
 * day, also across a restart, and refuses what is above a limit.
 */
export class SpendGuard {
  readonly #parts: SpendGuardParts;
  readonly #limits: readonly Limit[];
  /** Those of the last day, oldest first. */
  #counted: Counted[] = [];
  #loaded: Promise<void> | undefined;

  constructor(parts: SpendGuardParts) {
    this.#parts = parts;
    const { hour, day, personHour, personDay } = parts.limits;
    const all: readonly Limit[] = [
      { setting: "WHATSAPP_HOURLY_LIMIT", most: hour, withinMs: HOUR_MS, perPerson: false },
      { setting: "WHATSAPP_DAILY_LIMIT", most: day, withinMs: DAY_MS, perPerson: false },
      {
        setting: "WHATSAPP_HOURLY_LIMIT_PER_PERSON",
        most: personHour,
        withinMs: HOUR_MS,
        perPerson: true,
      },
      {
        setting: "WHATSAPP_DAILY_LIMIT_PER_PERSON",
        most: personDay,
        withinMs: DAY_MS,
        perPerson: true,
      },
    ];
    this.#limits = all.filter(({ most }) => Number.isFinite(most));
  }

  /**
   * Counts a message before it leaves.
   * @returns what is wrong where a limit is reached, else what takes the count back for a message
   *   that did not leave
   */
  async count(recipient: string): Promise<Message | (() => void)> {
    if (this.#limits.length === 0) return () => {};
    await (this.#loaded ??= this.#load());
    const person = Person.nameOf(recipient);
    const names = new Set([person, ...(await this.#parts.engine.namesOf(person))]);
    const now = this.#parts.clock.now();
    const old = this.#counted.findIndex(({ at }) => at > now - DAY_MS);
    this.#counted.splice(0, old === -1 ? this.#counted.length : old);
    const reached = this.#limits.find((limit) => this.#numberIn(limit, names, now) >= limit.most);
    if (reached !== undefined) {
      const { setting, most, withinMs, perPerson } = reached;
      return whatsAppMessages.limitReached(setting, most, withinMs === HOUR_MS, perPerson);
    }
    const counted = { person, at: now };
    this.#counted.push(counted);
    return () => {
      this.#counted = this.#counted.filter((one) => one !== counted);
    };
  }

  /** @param names by which the person is known: the number and the ids */
  #numberIn({ withinMs, perPerson }: Limit, names: ReadonlySet<string>, now: number): number {
    return this.#counted.filter(
      (one) => one.at > now - withinMs && (!perPerson || names.has(one.person)),
    ).length;
  }

  /** What left before this process began. */
  async #load(): Promise<void> {
    const { engine, clock } = this.#parts;
    const sent = await engine.sent({ channel: "whatsapp", after: clock.now() - DAY_MS });
    this.#counted = sent.map(({ recipient, at }) => ({ person: Person.nameOf(recipient), at }));
  }
}
