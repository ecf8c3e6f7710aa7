import { channelMessages } from "../diagnostics/codes/channels.ts";
import { ChannelError, type FailureClass } from "../host/channel.ts";
import { classifyGraphError, graphErrorHint } from "../host/graph-api.ts";
import type { ChannelName } from "../host/message.ts";
import { classifyTwilioError } from "../host/twilio-api.ts";

/** The channels that a test can make fail, beside the language model. */
export const CHANNELS: readonly ChannelName[] = ["whatsapp", "sms", "mail"];

/** Tells whether a name is that of a channel. */
export function isChannel(name: string): name is ChannelName {
  return CHANNELS.some((channel) => channel === name);
}

/**
 * Makes the error that a channel raises.
 * @param code what the far side says; undefined where it could not be reached
 * @param lost true where the far side took the message or not, and never answered
 */
export function failureOf(channel: string, code: number | undefined, lost: boolean): ChannelError {
  const title = `the ${channel} of this test`;
  if (lost) return new ChannelError(channelMessages.unanswered(title, "no answer came"), "unknown");
  if (code === undefined) {
    return new ChannelError(channelMessages.unreachable(title, "the test says so"), "retry");
  }
  const reason = `the test says so (code ${String(code)})`;
  const hint = channel === "whatsapp" ? graphErrorHint(code) : undefined;
  return new ChannelError(channelMessages.refused(title, reason, hint), classOf(channel, code), {
    remoteCode: String(code),
  });
}

/** What the real channels make of a code: Graph errors, replies of mail servers, errors of Twilio. */
function classOf(channel: string, code: number): FailureClass {
  switch (channel) {
    case "whatsapp":
      return classifyGraphError({ code, status: 400, transient: false });
    case "mail":
      return code < 500 ? "retry" : "permanent";
    default:
      return classifyTwilioError(400, code);
  }
}
