import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import type { NewSend, Send } from "../engine/send.ts";
import { canonicalText } from "../delivery/run-past.ts";
import { align } from "./align.ts";

/** A message that was sent, or was to be. */
export interface SentMessage {
  readonly entry: StoredEntry;
  /** Undefined where the content is not kept any more. */
  readonly send: Send | undefined;
}

/** One message of a replay beside what was sent. */
export interface MessageComparison {
  readonly change: "same" | "changed" | "added" | "removed";
  readonly before: SentMessage | undefined;
  readonly now: NewSend | undefined;
}

/** Puts what would be sent beside what was sent; both in their order. */
export function compareMessages(
  before: readonly SentMessage[],
  now: readonly NewSend[],
): MessageComparison[] {
  const nowById = new Map(now.map((send) => [send.id, send]));
  const pairs = align(before, now, {
    // Of what is not kept the id alone says that it is the same message.
    before: ({ entry, send }) =>
      canonicalText((send ?? nowById.get(entry.id))?.message ?? entry.id),
    now: ({ message }) => canonicalText(message),
  });
  const compared: MessageComparison[] = [];
  for (const pair of pairs) {
    const last = compared.at(-1);
    if (last?.change === "removed" && pair.before === undefined && isSameWay(last, pair.now)) {
      compared[compared.length - 1] = { ...last, change: "changed", now: pair.now };
    } else compared.push({ change: changeOf(pair), ...pair });
  }
  return compared;
}

function changeOf({ before, now }: Pick<MessageComparison, "before" | "now">) {
  if (before === undefined) return "added";
  return now === undefined ? "removed" : "same";
}

/** A message to the same recipient in the same place is a changed one. */
function isSameWay({ before }: MessageComparison, now: NewSend | undefined): boolean {
  return before?.send?.lane !== undefined && before.send.lane === now?.lane;
}
