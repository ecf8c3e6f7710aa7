import type { Channel } from "../../host/channel.ts";
import type { SmsMessage } from "../../host/message.ts";
import { statusAddress } from "../../host/twilio-paths.ts";
import { createTwilioPost, type TwilioAccount } from "../twilio/post-form.ts";
import { smsForm, type SmsSenders } from "./sms-request.ts";

/** An account of Twilio and who its messages come from. */
export interface TwilioOptions extends TwilioAccount, SmsSenders {}

/** Makes the channel that sends SMS, MMS and WhatsApp messages through Twilio. */
export function createTwilioChannel(options: TwilioOptions): Channel<SmsMessage> {
  const post = createTwilioPost(options);
  return {
    name: "sms",
    mode: "live",
    deliver: async (message, { key, signal }) => {
      const form = smsForm(message, options);
      const { statusUrl } = options;
      if (statusUrl !== undefined) form.append("StatusCallback", statusAddress(statusUrl, key));
      return post("Messages", form, signal);
    },
    close: () => Promise.resolve(),
  };
}
