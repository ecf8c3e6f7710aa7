import { providerMessages } from "../../diagnostics/codes/providers.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { PROVIDER_TITLES } from "../../host/whatsapp/providers.ts";
import { unsendable } from "../failure.ts";
import { checkMessage } from "./check-message.ts";
import { withPlus } from "../../host/whatsapp/recipient.ts";
import { recipientOf } from "./recipient.ts";

const TITLE = PROVIDER_TITLES.whatsable;

/**
 * Writes a message as WhatsAble wants it.
 * @throws ChannelError permanent for what it cannot take
 */
export function whatsAbleBody(message: WhatsAppMessage): Readonly<Record<string, string>> {
  checkMessage({ ...message, provider: "whatsable" });
  const { content, text } = message;
  const recipient = recipientOf(message);
  if ("recipient" in recipient) throw unsendable(providerMessages.numberOnly(TITLE));
  const own = { phone: withPlus(recipient.to), text };
  if (content === undefined) return own;
  if (!("source" in content)) throw unsendable(providerMessages.cannotTake(TITLE, content.kind));
  const { source, filename } = content;
  if (!("link" in source)) throw unsendable(providerMessages.needsAddress(TITLE, content.kind));
  return { ...own, attachment: source.link, ...(filename === undefined ? {} : { filename }) };
}
