import type { ReceivedReport, ReportedStatus } from "../engine/status-report.ts";
import { SEND_PARAMETER } from "../host/twilio-paths.ts";
import type { IncomingRequest } from "../host/http.ts";
import { failureMeaning } from "../facts/twilio-errors.ts";
import type { TwilioSubject } from "../facts/twilio-statuses.ts";

/** What Twilio tells of a message or a call that it was given. */
export interface TwilioStatus {
  readonly about: TwilioSubject;
  /** In small letters: `delivered`. */
  readonly status: string;
  /** What tells it from every other one; undefined where the request names no message or call. */
  readonly identity: string | undefined;
  readonly account: string;
  /** Whom the message or call was for. */
  readonly recipient: string;
  /** What it says of what was sent from here; undefined where that is not known. */
  readonly report: ReceivedReport | undefined;
}

/** What each status says of what was sent; what Twilio only has in its hands counts as sent. */
const REPORTED: Readonly<Record<TwilioSubject, ReadonlyMap<string, ReportedStatus>>> = {
  sms: new Map<string, ReportedStatus>([
    ["accepted", "sent"],
    ["scheduled", "sent"],
    ["queued", "sent"],
    ["sending", "sent"],
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["partially_delivered", "delivered"],
    ["read", "read"],
    ["undelivered", "failed"],
    ["failed", "failed"],
    ["canceled", "failed"],
  ]),
  call: new Map<string, ReportedStatus>([
    ["queued", "sent"],
    ["initiated", "sent"],
    ["ringing", "sent"],
    ["in-progress", "delivered"],
    ["completed", "delivered"],
    ["busy", "failed"],
    ["no-answer", "failed"],
    ["canceled", "failed"],
    ["failed", "failed"],
  ]),
};

/** Reads what a status callback tells (Twilio, status callbacks of messages and of calls). */
export function readTwilioStatus(
  { form, query }: Pick<IncomingRequest, "form" | "query">,
  about: TwilioSubject,
): TwilioStatus {
  const field = (...names: readonly string[]) =>
    names.map((name) => form.get(name)?.[0] ?? "").find((value) => value !== "") ?? "";
  const isSms = about === "sms";
  const status = (isSms ? field("MessageStatus", "SmsStatus") : field("CallStatus")).toLowerCase();
  const sid = isSms ? field("MessageSid", "SmsSid") : field("CallSid");
  // The events of one call may have the same status, but never the same number.
  const number = isSms ? "" : field("SequenceNumber");
  const identity = sid === "" ? undefined : [about, "status", sid, status, number].join(":");
  const code = field("ErrorCode");
  const told = { about, status, sid, code: code === "" ? undefined : code };
  const report = reportOf(told, query.get(SEND_PARAMETER)?.[0]);
  return { about, status, identity, account: field("AccountSid"), recipient: field("To"), report };
}

function reportOf(
  told: {
    readonly about: TwilioSubject;
    readonly status: string;
    readonly sid: string;
    readonly code: string | undefined;
  },
  key = "",
): ReceivedReport | undefined {
  const { about, sid: messageId, code } = told;
  const status = REPORTED[about].get(told.status);
  if (status === undefined || (key === "" && messageId === "")) return undefined;
  const sendId = key === "" ? undefined : key;
  if (status !== "failed") return { sendId, status, messageId, reason: undefined };
  const meaning = failureMeaning(told.status, code) ?? `Twilio says ${told.status}`;
  const reason = code === undefined ? meaning : `${code} ${meaning}`;
  return { sendId, status, messageId, reason, ...(code === undefined ? {} : { code }) };
}
