/**
 * What errors mean that come after Twilio took a message or a call. Source: Twilio, error and warning
 * dictionary, one page for each code such as https://www.twilio.com/docs/api/errors/30003, read on
 * 2026-11-26.
 */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  [
    "14107",
    "over 30 messages went between the two numbers within 30 seconds: they may answer each other",
  ],
  ["30001", "the queue of the number was full"],
  ["30002", "the account at Twilio is suspended"],
  ["30003", "the phone is off or out of reach"],
  ["30004", "the recipient or the network blocks the message"],
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
