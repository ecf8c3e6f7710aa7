import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  // Of 30005, 30006, 30008 and 30009 no page of their own was found; others say what they mean.
  { address: "https://www.twilio.com/docs/api/errors", read: "2026-11-26" },
  ...[21408, 21610, 21656, 30002, 30003, 30004, 30007, 30036, 63014, 63028, 90007].map((code) => ({
    address: `https://www.twilio.com/docs/api/errors/${String(code)}`,
    read: "2026-11-27",
  })),
  { address: "https://www.twilio.com/docs/messaging/api/message-resource", read: "2026-11-26" },
];

/**
 * Queues and rates that were full, so the message was not taken: too many requests at once, the queue of
 * the number, the account's messages of an hour, the account's rate, the rate of the channel. Not
 * among them are 30001, which comes after a message was taken, and 14107, which stops a runaway script.
 */
export const TWILIO_RETRY_CODES: ReadonlySet<number> = new Set([20429, 21611, 60728, 63017, 63018]);

/** What a person can do about a refusal; 21614 is from the table of Twilio's REST errors. */
const HINTS: ReadonlyMap<number, string> = new Map([
  [20003, "check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"],
  [
    21210,
    "the number that it comes from is neither the account's nor verified in the Twilio console",
  ],
  [21211, "the recipient is no valid phone number: write it with + and the country code"],
  [21212, "TWILIO_FROM or TWILIO_CALL_FROM is no valid phone number"],
  [21214, "the recipient's number cannot be reached: check its country code"],
  [21215, "allow calls to that country in the Twilio console, under Voice, Geo permissions"],
  [21219, "a trial account calls only numbers that are verified in the Twilio console"],
  [
    21408,
    "allow messages to that country in the Twilio console, under Messaging, Settings, Geo permissions; to some countries Twilio sends nothing",
  ],
  [21606, "TWILIO_FROM is no number of this account that can send SMS"],
  [21608, "a trial account sends only to numbers that are verified in the Twilio console"],
  [14107, "look whether two numbers answer each other in a circle, or a script sends in one"],
  [21614, "the recipient's number can get no SMS: it may be a landline"],
  [21610, "the recipient answered STOP: nothing can be sent to them until they write START"],
  [21656, "a value of the template is empty or null: give each in VALUES a text"],
  [63028, "VALUES needs as many values as the template has places"],
  [90007, "VALID FOR takes whole seconds, and 10 hours at most"],
  [
    63016,
    'send a template, which may be sent at any time: SEND WHATSAPP TO number WITH TEMPLATE "HX…"',
  ],
]);

/** What errors mean that come after Twilio took a message or a call. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  [
    "14107",
    "over 30 messages went between the two numbers within 30 seconds: they may answer each other",
  ],
  ["30001", "the queue of the number was full"],
  ["30002", "the account at Twilio is suspended"],
  ["30003", "the phone is off or out of reach"],
  [
    "30004",
    "the number is blocked, opted out, is on a list of those who want no messages, or cannot be reached",
  ],
  ["30005", "the number does not exist or is not in use"],
  ["30006", "the number is a landline, or its network takes no SMS"],
  ["30007", "Twilio or the network filtered the message as unwanted"],
  ["30008", "the network did not say why"],
  ["30009", "a part of the message is missing"],
  ["30010", "the message costs more than the highest price that was set"],
  ["30034", "the sender is not registered for the United States (A2P 10DLC)"],
  ["30036", "it waited longer in the queue than it was to be valid"],
  ["30410", "the network did not answer in time"],
  ["30500", "Twilio could not send the message"],
  ["63003", "the recipient is not on this channel"],
  ["63005", "the channel does not take what the message holds"],
  ["63007", "the sender is no WhatsApp number of the account"],
  ["63013", "the message breaks the rules of the channel"],
  ["63014", "the recipient blocked the sender, or opted out"],
  ["63016", "more than 24 hours have passed since the person wrote: only a template is taken"],
  ["63017", "the account sent more messages a second than it may"],
  ["63018", "too many messages were sent, or the number reached WhatsApp's limit of a day"],
  ["63021", "the channel does not take what the message holds, or it is too long"],
  ["63028", "the template has more or fewer places than there were values"],
  ["63024", "the recipient cannot get messages of this channel"],
]);

const CALL_MEANINGS: ReadonlyMap<string, string> = new Map([
  ["busy", "the line was busy"],
  ["no-answer", "nobody answered"],
  ["canceled", "the call was canceled before somebody answered"],
  ["failed", "the number could not be reached"],
]);

/**
 * Says in words why a message or a call did not arrive.
 * @param status of Twilio
 * @param code of Twilio; undefined where it gave none
 * @returns undefined where nothing is known
 */
export function failureMeaning(status: string, code: string | undefined): string | undefined {
  const known = code === undefined ? undefined : MEANINGS.get(code);
  return known ?? CALL_MEANINGS.get(status);
}

/** Gives what a person can do about an error of Twilio; undefined where nothing is known. */
export function twilioErrorHint(code: number): string | undefined {
  return HINTS.get(code);
}
