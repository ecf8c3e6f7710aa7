import type { Channel } from "../../host/channel.ts";
import type { CallMessage } from "../../host/message.ts";
import { statusAddress } from "../../host/twilio-paths.ts";
import { createTwilioPost, type TwilioAccount } from "../twilio/post-form.ts";
import { callForm } from "./call-request.ts";

/** An account of Twilio and who its calls come from. */
export interface CallOptions extends TwilioAccount {
  /** One of the account's numbers. */
  readonly from: string;
}

/** Makes the channel that makes phone calls through Twilio. */
export function createCallChannel(options: CallOptions): Channel<CallMessage> {
  const post = createTwilioPost(options);
  return {
    name: "call",
    mode: "live",
    deliver: async (message, { key, signal }) => {
      const form = callForm(message, options);
      const { statusUrl } = options;
      if (statusUrl !== undefined) askForStatuses(form, statusAddress(statusUrl, key));
      return post("Calls", form, signal);
    },
    close: () => Promise.resolve(),
  };
}

/** Twilio tells of the end alone unless each event is named (Twilio, "Call resource", create). */
const EVENTS = ["initiated", "ringing", "answered", "completed"];

function askForStatuses(form: URLSearchParams, address: string): void {
  form.append("StatusCallback", address);
  for (const event of EVENTS) form.append("StatusCallbackEvent", event);
}
