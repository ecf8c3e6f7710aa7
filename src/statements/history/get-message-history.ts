import { historyMessages } from "../../diagnostics/codes/history.ts";
import type { ObjectMember } from "../../host/known-object.ts";
import type { PastMessage } from "../../host/history.ts";
import { BasicError } from "../../runtime/error.ts";
import { DateTime } from "../../runtime/value/date-time.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";

/** Messages of one history at most: what a script reads of it is in memory at once. */
const MOST = 10_000;

/** What each message of a history has. */
const MEMBERS: readonly ObjectMember[] = [
  { name: "id", holds: "the id that the far side gave it" },
  { name: "direction", holds: "`inbound` or `outbound`" },
  { name: "channel", holds: "`whatsapp`, `sms`, `call` or `mail`" },
  { name: "type", holds: "`text`, or what it is" },
  { name: "subject", holds: "of a mail" },
  { name: "text", holds: "what can be read" },
  { name: "timestamp", holds: "when it was received, or sent by the script", isOpen: true },
  { name: "status", holds: "what became of it" },
  { name: "error", holds: "why it failed" },
  { name: "entry", holds: "what `gbasic jobs show` takes" },
];

/** `GET MESSAGE HISTORY FROM sender LAST n`: what somebody wrote and was sent, newest last. */
export const getMessageHistory = definePhraseFunction({
  pattern: "GET MESSAGE HISTORY FROM <sender:text> [LAST <last?:number>]",
  summary:
    "Gives what somebody wrote and was sent: a list of messages, the newest last, each an object with direction, channel, text, status and more. LAST takes the newest ones only.",
  example: `ON WEBHOOK GET TO "/history" DO
  SEND WHATSAPP TO "5511999999999" WITH "Hello!"
  FOR EACH MESSAGE IN GET MESSAGE HISTORY FROM "+55 11 99999-9999" LAST 10
    PRINT MESSAGE.direction + " " + MESSAGE.status + ": " + MESSAGE.text
  NEXT
END ON`,
  request: "/history",
  output: "outbound queued: Hello!",
  object: {
    name: "GET MESSAGE HISTORY",
    help: "GET MESSAGE HISTORY",
    isList: true,
    members: MEMBERS,
    meant: { body: "text", message: "text", date: "timestamp", time: "timestamp" },
  },
  returns: "a list of objects, empty where nothing is kept of the sender",
  raises: ["GB3420", "GB3421"],
  needs: ["history", "clock"],
  runAsync: async ({ sender, last }, { host }) => {
    if (last !== undefined && !isCount(last)) {
      throw new BasicError(historyMessages.noCount(last, MOST));
    }
    if (sender.trim() === "") return [];
    const found = await host.history.of(sender, last ?? MOST + 1);
    if (found.length > MOST) throw new BasicError(historyMessages.tooMany(MOST));
    return found.map((message) => valueOf(message, host.clock.zone));
  },
});

function isCount(last: number): boolean {
  return Number.isInteger(last) && last >= 1 && last <= MOST;
}

function valueOf(message: PastMessage, zone: string): Value {
  const { id, direction, channel, type, subject, text, timestamp, status, error, entry } = message;
  return objectFrom(
    Object.entries({
      id: id ?? null,
      direction,
      channel,
      type,
      subject: subject ?? null,
      text,
      timestamp: new DateTime(timestamp, zone),
      status,
      error: error ?? null,
      entry,
    }),
  );
}
