import { CHANNEL_LIMIT_CODES, PAIR_LIMIT_CODE } from "../facts/graph-errors.ts";
import type { ChannelError } from "../host/channel.ts";
import type { Random } from "../host/host.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** About 20 minutes of trying before an event or a job becomes a dead letter. */
export const WORK_ATTEMPTS = 12;

/** A message that could not be sent for so long is a dead letter. */
export const SEND_HOURS = 24;

/** Tells whether nothing more should be sent for now, to whomever. */
export function pausesAll(error: ChannelError | undefined): boolean {
  return error?.refusesSender === true || isChannelLimit(error);
}

function isChannelLimit(error: ChannelError | undefined): boolean {
  return error?.remoteCode !== undefined && CHANNEL_LIMIT_CODES.has(Number(error.remoteCode));
}

/** Returns the milliseconds to wait before an event or job is tried again: full jitter. */
export function workDelay(attempt: number, random: Random): number {
  return jitter(Math.min(SECOND * 2 ** (attempt - 1), 5 * MINUTE), random);
}

/** Returns the milliseconds to wait before a message is tried again. */
export function sendDelay(
  attempt: number,
  error: ChannelError | undefined,
  random: Random,
): number {
  if (error?.remoteCode === String(PAIR_LIMIT_CODE)) return Math.min(SECOND * 4 ** attempt, HOUR);
  // A far side locks an account that is refused too often, and only a person can mend it.
  if (error?.refusesSender === true) {
    return upperHalf(Math.min(10 * MINUTE * 2 ** (attempt - 1), HOUR), random);
  }
  // Without a floor of its own, a pause of all would end after a moment for nearly each of them.
  if (isChannelLimit(error)) {
    return upperHalf(Math.min(2 * SECOND * 2 ** (attempt - 1), 5 * MINUTE), random);
  }
  return jitter(Math.min(2 * SECOND * 2 ** (attempt - 1), HOUR), random);
}

function upperHalf(ceilingMs: number, random: Random): number {
  return Math.round((ceilingMs * (1 + random.next())) / 2);
}

/** Full jitter spreads the load best; the floor keeps a chance of 0 from becoming a busy loop. */
function jitter(ceilingMs: number, random: Random): number {
  return Math.max(SECOND / 4, Math.round(random.next() * ceilingMs));
}

/** True where the next attempt at a message would come too late. */
export function isSendExpired(ageMs: number, delayMs: number): boolean {
  return ageMs + delayMs > SEND_HOURS * HOUR;
}
