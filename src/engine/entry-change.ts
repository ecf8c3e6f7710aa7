import type { FinishedState } from "./finished.ts";

/** What a person wants for entries that failed. */
export interface RetryOptions {
  /** Whether messages that may have been sent are sent once more. */
  readonly maySendTwice: boolean;
}

/**
 * Why an entry was left as it is: `absent` nothing has the id; `wrong-state` there is nothing to
 * change in its state; `may-be-sent-twice` the message may have left already; `caller-gone` its
 * caller waited for it and does no longer; `content-gone` what it was about is not kept any more.
 */
export type Refusal =
  "absent" | "wrong-state" | "may-be-sent-twice" | "caller-gone" | "content-gone";

/** What became of one entry that a person wanted changed. */
export type EntryChange =
  | { readonly id: string; readonly changed: true }
  | {
      readonly id: string;
      readonly changed: false;
      readonly refusal: Refusal;
      /** The state in which it was found; undefined where it is absent. */
      readonly state: FinishedState | "waiting" | "running" | undefined;
    };

/** What decides whether an entry can be changed. */
export interface ChangeableEntry {
  readonly kind: "event" | "job" | "send" | "request";
  readonly state: FinishedState | "waiting" | "running";
  /** False where the request, arguments or message are not kept any more. */
  readonly hasItem: boolean;
}

/** Says what keeps an entry from a new start; undefined where nothing does. */
export function whyNotRetried(entry: ChangeableEntry, options: RetryOptions): Refusal | undefined {
  const { kind, state, hasItem } = entry;
  if (state !== "dead" && state !== "unknown") return "wrong-state";
  if (kind === "request") return "caller-gone";
  if (!hasItem) return "content-gone";
  return state === "unknown" && !options.maySendTwice ? "may-be-sent-twice" : undefined;
}

/** Says what keeps an entry from being discarded; undefined where nothing does. */
export function whyNotDiscarded({ state }: ChangeableEntry): Refusal | undefined {
  return state === "waiting" || state === "dead" || state === "unknown" ? undefined : "wrong-state";
}

/** The reason of an entry that a person discarded. @param reason why it had failed */
export function discardedReason(reason: string | undefined): string {
  return reason === undefined ? "discarded by hand" : `discarded by hand; before: ${reason}`;
}
