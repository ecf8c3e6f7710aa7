import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import type { SlotBeginning } from "../define.ts";
import { recipientsCheck } from "../mail/addresses.ts";
import { smsRecipientCheck } from "../sms/recipient-check.ts";
import { recipientCheck } from "../whatsapp/slot-checks.ts";

/** The channels of a recipient that names its own. */
export type RecipientChannel = "whatsapp" | "sms" | "mail";

/** Somebody on a channel. */
export interface Recipient {
  readonly channel: RecipientChannel;
  readonly address: string;
}

const SCHEMES: ReadonlyMap<string, RecipientChannel> = new Map([
  ["whatsapp", "whatsapp"],
  ["sms", "sms"],
  ["tel", "sms"],
  ["email", "mail"],
  ["mail", "mail"],
  ["mailto", "mail"],
]);

/**
 * Reads a recipient as TALK TO and SEND FILE TO take it: a channel, a colon and an address. Without a
 * channel a mail address is one of mail, and anything else one of WhatsApp.
 * @returns undefined for an empty text
 * @throws BasicError GB4664 for a channel that gbasic does not have
 */
export function readRecipient(written: string): Recipient | undefined {
  const text = written.trim();
  const [, scheme, address = ""] = /^([a-z]+):(.*)$/is.exec(text) ?? [];
  if (scheme === undefined) {
    if (text === "") return undefined;
    return { channel: text.includes("@") ? "mail" : "whatsapp", address: text };
  }
  const channel = SCHEMES.get(scheme.toLowerCase());
  if (channel === undefined) throw new BasicError(whatsAppMessages.unknownRecipient(text));
  return address.trim() === "" ? undefined : { channel, address: address.trim() };
}

const CHECKS = { whatsapp: recipientCheck, sms: smsRecipientCheck, mail: recipientsCheck };

/** Checks a recipient where the script says it, as its channel does. */
export const recipientOnChannelCheck: SlotCheck = (value, written) => {
  const recipient = readRecipient(toText(value));
  if (recipient === undefined) {
    return lostPartMessages.sendsNothing("the recipient", '"whatsapp:" and the number');
  }
  return CHECKS[recipient.channel](recipient.address, written);
};

/** Tells which channels a statement needs, from how its recipient begins; WhatsApp where nothing says. */
export function channelsOf(beginning: SlotBeginning): readonly RecipientChannel[] {
  return [channelOf(beginning("to") ?? "") ?? "whatsapp"];
}

/** Tells the channel of a recipient; undefined for one that gbasic does not have. */
export function channelOf(recipient: string): RecipientChannel | undefined {
  const scheme = /^\s*([a-z]+):/i.exec(recipient)?.[1]?.toLowerCase();
  if (scheme === undefined) return recipient.includes("@") ? "mail" : "whatsapp";
  return SCHEMES.get(scheme);
}
