import type { Pacing, PacingRule } from "../pacing.ts";

/** Recipients to look at before those that may send freely again are forgotten. */
const LOOK_AFTER = 1000;

/** Milliseconds after which another message goes first where the one that did has no answer yet; servers let wrong logins wait. */
const TRIAL_MS = 60_000;

/**
 * Says when the next message of a lane may leave. The lanes of an outbox are named by channel and
 * recipient, with a blank between; `/` and an account may follow the channel. Times are milliseconds, always given by the caller.
 */
export class Pace {
  readonly #pacing: Pacing;
  /** By the channel, or the channel and the account. */
  readonly #senders = new Map<string, SenderPace>();

  constructor(pacing: Pacing) {
    this.#pacing = pacing;
  }

  /** When the next message of a lane may leave; in the past where it may now. */
  readyAt(lane: string): number {
    return this.#senderOf(lane)?.readyAt(lane) ?? -Infinity;
  }

  /** Notes that a message of a lane leaves. */
  take(lane: string, now: number): void {
    this.#senderOf(lane)?.take(lane, now);
  }

  /** Lets nothing of a lane's channel, or of its account, leave before a time. */
  pause(lane: string, until: number): void {
    this.#senderOf(lane)?.pause(until);
  }

  /** Notes that the far side let a message of a lane in. @returns true where others waited for that */
  letIn(lane: string): boolean {
    return this.#senderOf(lane)?.letIn(lane) ?? false;
  }

  /** Tells whether two lanes keep to one pace. */
  isShared(lane: string, other: string): boolean {
    return senderName(lane) === senderName(other);
  }

  #senderOf(lane: string): SenderPace | undefined {
    const name = senderName(lane);
    const known = this.#senders.get(name);
    if (known !== undefined) return known;
    const [channel = ""] = name.split("/");
    const rule = this.#pacing.get(channel);
    if (rule === undefined) return undefined;
    const added = new SenderPace(rule);
    this.#senders.set(name, added);
    return added;
  }
}

function senderName(lane: string): string {
  return lane.slice(0, lane.indexOf(" "));
}

/** The pace of one channel, or of one account of it. */
class SenderPace {
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
  /** True where it is open whether the far side lets anything in. */
  #isOnTrial: boolean;
  /** The lanes of the messages that went first. */
  readonly #firstLanes = new Set<string>();
  #trialUntil = -Infinity;

  constructor(rule: PacingRule) {
    this.#rule = rule;
    this.#isOnTrial = rule.startsWithOne === true;
    this.#count = Math.max(1, Math.floor(rule.rate));
    this.#windowMs = Number.isFinite(rule.rate) ? (this.#count / rule.rate) * 1000 : 0;
  }

  readyAt(lane: string): number {
    const trialUntil = this.#isOnTrial ? this.#trialUntil : -Infinity;
    return Math.max(this.#pausedUntil, trialUntil, this.#windowAt(), this.#recipientAt(lane));
  }

  take(lane: string, now: number): void {
    if (this.#isOnTrial) {
      this.#firstLanes.add(lane);
      this.#trialUntil = now + TRIAL_MS;
    }
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
    this.#isOnTrial = this.#rule.startsWithOne === true;
    // What left before the pause says nothing of what comes after it.
    this.#firstLanes.clear();
  }

  letIn(lane: string): boolean {
    if (!this.#isOnTrial || !this.#firstLanes.has(lane)) return false;
    this.#isOnTrial = false;
    this.#firstLanes.clear();
    return true;
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
