import { testCallMessages } from "../diagnostics/codes/test-calls.ts";
import type { OutboundMessage } from "../host/message.ts";
import { statusesOf, type TwilioSubject } from "../facts/twilio-statuses.ts";
import { SEND_PARAMETER, statusPath } from "../host/twilio-paths.ts";
import { BasicError } from "../runtime/error.ts";
import { callStatusForm } from "./events/twilio/call-forms.ts";
import type { TwilioForm } from "./events/twilio/form.ts";
import { smsStatusForm } from "./events/twilio/message-forms.ts";
import type { SentMessage } from "./recorded-channels.ts";
import { checkedPath } from "./request-path.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO, twilioRequest } from "./twilio-request.ts";

/** What Twilio tells of a message or a call; what is undefined is left out. */
export interface ToldStatus {
  readonly status: string;
  /** The id of the message or call; the latest unless given. */
  readonly id: string | undefined;
  /** Twilio's code of why it did not arrive: `30003`. */
  readonly error: string | undefined;
  /** Seconds that a call took. */
  readonly duration?: number | undefined;
  /** Who answered a call. */
  readonly answerer?: string | undefined;
  readonly at: string | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

/**
 * Tells the script what became of a message or a call that it sent.
 * @throws BasicError GB3584 where nothing was sent that is meant, GB3585 for a status that Twilio never
 *   says, GB3518 for what is no path
 */
export async function receiveTwilioStatus(
  { channels, events, routes, time }: TestBed,
  about: TwilioSubject,
  told: ToldStatus,
): Promise<void> {
  const known = statusesOf(about);
  const status = told.status.trim().toLowerCase();
  if (!known.includes(status)) {
    throw new BasicError(testCallMessages.unknownStatus(about, told.status, known));
  }
  const taken = channels.taken.filter(({ message }) => message.channel === about);
  const found = told.id === undefined ? taken.at(-1) : taken.find(({ id }) => id === told.id);
  if (found === undefined) {
    throw new BasicError(testCallMessages.nothingToReport(about, told.id));
  }
  channels.tellOnPurpose(found.key);
  const number = events.next();
  const form =
    about === "sms"
      ? smsForm(found, status, told)
      : callForm(found, status, { ...told, number, now: time.now() });
  const path = told.at === undefined ? statusPath(about, routes.twilioPaths) : checkedPath(told.at);
  const query = new URLSearchParams([[SEND_PARAMETER, found.key]]).toString();
  const target = `${path}${path.includes("?") ? "&" : "?"}${query}`;
  await events.send(twilioRequest({ target, method: "POST", form }, number, told.signature));
}

function smsForm({ id, message }: SentMessage, status: string, { error }: ToldStatus): TwilioForm {
  const to = recipientOf(message);
  const from = /^whatsapp:/i.test(to) ? `whatsapp:${TEST_TWILIO.number}` : TEST_TWILIO.number;
  const { accountSid } = TEST_TWILIO;
  return smsStatusForm({ accountSid, messageSid: id, from, to }, { status, errorCode: error });
}

function callForm(
  { id, message }: SentMessage,
  status: string,
  told: ToldStatus & { readonly number: number; readonly now: number },
): TwilioForm {
  const { duration, answerer, error, number, now } = told;
  const call = {
    accountSid: TEST_TWILIO.accountSid,
    callSid: id,
    from: TEST_TWILIO.number,
    to: recipientOf(message),
    direction: "outbound-api",
    answeredBy: answerer,
  } as const;
  const report = { status, at: now, duration, sequence: number, errorCode: error };
  return callStatusForm(call, report);
}

function recipientOf(message: OutboundMessage): string {
  return message.channel === "mail" ? (message.to[0] ?? "") : message.to;
}
