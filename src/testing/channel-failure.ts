import { channelMessages } from "../diagnostics/codes/channels.ts";
import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import { ChannelError, type FailureClass } from "../host/channel.ts";
import { graphErrorHint } from "../facts/graph-errors.ts";
import { twilioErrorHint } from "../facts/twilio-errors.ts";
import { classifyGraphError } from "../host/graph-api.ts";
import type { ChannelName } from "../host/message.ts";
import { classifyTwilioError } from "../host/twilio-api.ts";
import { BasicError } from "../runtime/error.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import { show } from "./expectation.ts";

/** What a test can make fail. */
export type FailingChannel = ChannelName | "model";

/** Codes that the far side of a channel gives, and what they look like for a person. */
interface FailureCodes {
  readonly expected: string;
  readonly isOne: (code: number) => boolean;
}

/** HTTP and SMTP number their failures alike. */
const isReply = (code: number) => code >= 400 && code <= 599;

/** What fails with a number, and is no channel. */
type NumberedFailure = FailingChannel | "http" | "media";

const CODES: Readonly<Record<NumberedFailure, FailureCodes>> = {
  http: { expected: "an HTTP status from 400 to 599, such as 503", isOne: isReply },
  media: {
    expected:
      "EXPIRED, DAMAGED or OVERSIZED in place of WITH, or an HTTP status from 400 to 599, such as 503",
    isOne: isReply,
  },
  whatsapp: {
    expected: "a code of WhatsApp's interface, such as 131056 (too many messages to a person)",
    isOne: (code) => code >= 0 && code <= 9_999_999 && !isReply(code),
  },
  sms: {
    expected: "an error of Twilio with five digits, such as 30001 (the queue is full)",
    isOne: (code) => code >= 10_000 && code <= 99_999,
  },
  call: {
    expected: "an error of Twilio with five digits, such as 21215 (calls to that country are off)",
    isOne: (code) => code >= 10_000 && code <= 99_999,
  },
  mail: { expected: "a reply of a mail server from 400 to 599, such as 451", isOne: isReply },
  model: { expected: "an HTTP status from 400 to 599, such as 503", isOne: isReply },
};

/**
 * Reads the code of a failure.
 * @throws BasicError GB3524 for what the far side of the channel never says
 */
export function codeFor(channel: NumberedFailure, written: Value): number {
  const text = toText(written).trim();
  const code = /^\d+$/.test(text) ? Number(text) : NaN;
  const { isOne, expected } = CODES[channel];
  if (isOne(code)) return code;
  throw new BasicError(testLanguageMessages.wrongFailure(channel, show(written), expected));
}

/**
 * Makes the error that a channel raises.
 * @param code what the far side says; undefined where it could not be reached
 * @param lost true where the far side took the message or not, and never answered
 */
export function failureOf(
  channel: FailingChannel,
  code: number | undefined,
  lost: boolean,
): ChannelError {
  const title = `the ${channel} of this test`;
  // A question has no effect outside, so the real model may always be asked again.
  const ofLost = channel === "model" ? "retry" : "unknown";
  if (lost) return new ChannelError(channelMessages.unanswered(title, "no answer came"), ofLost);
  if (code === undefined) {
    return new ChannelError(channelMessages.unreachable(title, "the test says so"), "retry");
  }
  const reason = `the test says so (code ${String(code)})`;
  const hint = hintOf(channel, code);
  return new ChannelError(channelMessages.refused(title, reason, hint), classOf(channel, code), {
    remoteCode: String(code),
  });
}

function hintOf(channel: FailingChannel, code: number): string | undefined {
  if (channel === "whatsapp") return graphErrorHint(code);
  return channel === "sms" || channel === "call" ? twilioErrorHint(code) : undefined;
}

/** What the real channels make of a code: Graph errors, replies of servers, errors of Twilio. */
function classOf(channel: FailingChannel, code: number): FailureClass {
  switch (channel) {
    case "whatsapp":
      return classifyGraphError({ code, status: 400, transient: false });
    case "mail":
      return code < 500 ? "retry" : "permanent";
    case "model":
      return code === 408 || code === 429 || code >= 500 ? "retry" : "permanent";
    case "sms":
    case "call":
      return classifyTwilioError(400, code);
  }
}
