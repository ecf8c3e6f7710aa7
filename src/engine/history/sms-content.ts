import type { IncomingRequest } from "../../host/http.ts";
import type { EntryContent } from "./content.ts";

const WHATSAPP = /^whatsapp:/i;

/**
 * Gives who sent the message that a request of Twilio brings (Twilio, messaging webhooks).
 * @returns undefined for any other request
 */
export function smsSender({ form }: IncomingRequest): string | undefined {
  const from = form.get("From")?.[0];
  if (!form.has("MessageSid") || from === undefined || from === "") return undefined;
  // A status of one that was sent has both too, and comes from our own number.
  const status = form.get("MessageStatus")?.[0] ?? form.get("SmsStatus")?.[0] ?? "received";
  return /^receiv/i.test(status) ? from : undefined;
}

/** Reads the message that a request of Twilio brings; undefined for any other request. */
export function smsContent(request: IncomingRequest): EntryContent | undefined {
  const from = smsSender(request);
  if (from === undefined) return undefined;
  const value = (name: string) => request.form.get(name)?.[0] ?? "";
  const to = value("To").replace(WHATSAPP, "");
  const media = value("MediaContentType0").split("/", 1)[0] ?? "";
  const content = {
    direction: "inbound",
    channel: WHATSAPP.test(from) ? "whatsapp" : "sms",
    type: media === "" ? "text" : media,
    subject: undefined,
    text: value("Body"),
    ...(to === "" ? {} : { number: to }),
  } as const;
  return { content, messageId: value("MessageSid") };
}
