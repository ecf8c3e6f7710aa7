import type { Channel } from "../../host/channel.ts";
import type { CallMessage } from "../../host/message.ts";
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
    deliver: async (message, { signal }) => {
      const form = callForm(message, options);
      return post("Calls", form, signal);
    },
    close: () => Promise.resolve(),
  };
}
