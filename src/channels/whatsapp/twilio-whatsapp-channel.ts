import type { Channel } from "../../host/channel.ts";
import { statusAddress } from "../../host/twilio-paths.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { createTwilioPost, createTypingPost, type TwilioAccount } from "../twilio/post-form.ts";
import { twilioWhatsAppForm } from "./twilio-form.ts";
import { twilioTypingForm } from "./twilio-typing.ts";

/** An account of Twilio and who its WhatsApp messages come from. */
export interface TwilioWhatsAppOptions extends TwilioAccount {
  /** A number, with or without `whatsapp:` before it, or a messaging service (`MG…`). */
  readonly from: string;
}

/** Makes the channel that sends WhatsApp messages through Twilio. */
export function createTwilioWhatsAppChannel(
  options: TwilioWhatsAppOptions,
): Channel<WhatsAppMessage> {
  const post = createTwilioPost(options);
  const show = createTypingPost(options);
  return {
    name: "whatsapp",
    mode: "live",
    deliver: async (message, { key, signal }) => {
      const { content } = message;
      if (content?.kind === "read") return show(twilioTypingForm(content), signal);
      const form = twilioWhatsAppForm(message, options.from);
      const { statusUrl } = options;
      if (statusUrl !== undefined) form.append("StatusCallback", statusAddress(statusUrl, key));
      return post("Messages", form, signal);
    },
    close: () => Promise.resolve(),
  };
}
