import type { Pacing, PacingRule } from "../pacing.ts";

/** Recipients to look at before those that may send freely again are forgotten. */
const LOOK_AFTER = 1000;

/**
 * Says when the next message of a lane may leave. The lanes of an outbox are named by channel and
 * recipient, with a blank between. Times are milliseconds, always given by the caller.
 */
export class Pace {
  readonly #channels: ReadonlyMap<string, ChannelPace>;

  constructor(pacing: Pacing) {
    this.#channels = new Map([...pacing].map(([name, rule]) => [name, new ChannelPace(rule)]));
  }

  /** When the next message of a lane may leave; in the past where it may now. */
  readyAt(lane: string): number {
    return this.#channelOf(lane)?.readyAt(lane) ?? -Infinity;
  }

  /** Notes that a message of a lane leaves. */
  take(lane: string, now: number): void {
    this.#channelOf(lane)?.take(lane, now);
  }

  /** Lets nothing of a lane's channel leave before a time. */
  pause(lane: string, until: number): void {
    this.#channelOf(lane)?.pause(until);
  }

  #channelOf(lane: string): ChannelPace | undefined {
    return this.#channels.get(lane.slice(0, lane.indexOf(" ")));
  }
}

/** The pace of one channel. */
class ChannelPace {
  readonly #rule: PacingRule;
  /** So many messages may leave within one window. */
  readonly #count: number;
  readonly #windowMs: number;
  /** When the latest messages left, the oldest at `#oldest`. */
  readonly #left: number[] = [];
  #oldest = 0;
  /** By lane: when all that left would have left, had it kept to the interval. */
  readonly #owedUntil = new Map<string, number>();
  #pausedUntil = -Infinity;

  constructor(rule: PacingRule) {
    this.#rule = rule;
    this.#count = Math.max(1, Math.floor(rule.rate));
    this.#windowMs = Number.isFinite(rule.rate) ? (this.#count / rule.rate) * 1000 : 0;
  }

  readyAt(lane: string): number {
    return Math.max(this.#pausedUntil, this.#windowAt(), this.#recipientAt(lane));
  }

  take(lane: string, now: number): void {
    if (Number.isFinite(this.#rule.rate)) {
      this.#left[this.#oldest] = now;
      this.#oldest = (this.#oldest + 1) % this.#count;
    }
    const { burst, interval } = this.#rule.pairRate;
    if (!Number.isFinite(burst)) return;
    this.#owedUntil.set(lane, Math.max(this.#owedUntil.get(lane) ?? now, now) + interval);
    if (this.#owedUntil.size > LOOK_AFTER) this.#forgetFree(now);
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  #windowAt(): number {
    return (this.#left[this.#oldest] ?? -Infinity) + this.#windowMs;
  }

  #recipientAt(lane: string): number {
    const { burst, interval } = this.#rule.pairRate;
    const owedUntil = this.#owedUntil.get(lane);
    return owedUntil === undefined ? -Infinity : owedUntil - (burst - 1) * interval;
  }

  #forgetFree(now: number): void {
    for (const [lane, owedUntil] of this.#owedUntil) {
      if (owedUntil <= now) this.#owedUntil.delete(lane);
    }
  }
}
