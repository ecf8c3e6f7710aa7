import { byteSize } from "../byte-size.ts";
import { error, warning } from "../message.ts";
import { proposal, suggest } from "../suggest.ts";

/** GB464x, GB4722 and GB473x: what WhatsApp cannot take, told before it is asked; GB466x: what statements are given. */
export const whatsAppMessages = {
  partTooLong: (part: string, length: number, limit: number) =>
    error(
      "GB4640",
      `${part} has ${String(length)} characters, WhatsApp takes at most ${String(limit)}`,
      "shorten it",
    ),
  tooManyParts: (what: string, count: number, limit: number, instead: string) =>
    error(
      "GB4641",
      `there are ${String(count)} ${what}, WhatsApp takes at most ${String(limit)}`,
      instead,
    ),
  partMissing: (part: string, example: string) =>
    error("GB4642", `WhatsApp needs ${part}, and there is none`, `write ${example}`),
  repeatedChoice: (what: string, same: string, written: string) =>
    error(
      "GB4643",
      `two ${what} have the ${same} ${JSON.stringify(written)}, so nobody could tell which was picked`,
      `give each its own ${same}`,
    ),
  wrongFileType: (kind: string, name: string, taken: readonly string[]) =>
    error(
      "GB4644",
      `WhatsApp does not take ${JSON.stringify(name)} as ${kind}`,
      `it takes files that end in ${taken.join(", ")}`,
    ),
  mediaTooLarge: (name: string, bytes: number, limit: number) =>
    error(
      "GB4645",
      `${JSON.stringify(name)} has ${byteSize(bytes)}, WhatsApp takes at most ${byteSize(limit)} of its kind`,
      "make it smaller, or send a link to it",
    ),
  wrongLink: (part: string, written: string) =>
    error(
      "GB4646",
      `${part} is ${JSON.stringify(written)}, which is no address that WhatsApp can open`,
      "write one that begins with https://",
    ),
  wrongPlace: (latitude: number, longitude: number) =>
    error(
      "GB4647",
      `there is no place at ${String(latitude)}, ${String(longitude)}`,
      "latitude comes first, from -90 to 90, then longitude, from -180 to 180",
    ),
  wrongTemplateName: (written: string) =>
    error(
      "GB4648",
      `no template is called ${JSON.stringify(written)}`,
      "write its name as WhatsApp Manager does, in small letters, digits and _, or for Twilio its SID: HX and 32 digits or letters from a to f",
    ),
  wrongLanguage: (written: string) =>
    error(
      "GB4649",
      `${JSON.stringify(written)} is no language of templates`,
      'write its code, such as "en", "en_US" or "pt_BR"',
    ),
  wrongSendingNumber: (written: string) =>
    error(
      "GB4650",
      `${JSON.stringify(written)} is not the id of a number that can send`,
      "write the phone number id of Meta's dashboard, or a number of Twilio with its country code, such as +14155238886",
    ),
  windowClosed: (hours: number) =>
    error(
      "GB4651",
      `the person last wrote ${String(hours)} hours ago, and only a template may be sent after 24`,
      "send a template: SEND WHATSAPP TO number WITH TEMPLATE name",
    ),
  windowUnknown: () =>
    warning(
      "GB4652",
      "it is not known when this person last wrote to this number of yours, and WhatsApp takes only a template after 24 hours",
      "send a template to people who have not written",
    ),
  limitReached: (setting: string, most: number, isHour: boolean, perPerson: boolean) =>
    error(
      "GB4653",
      `${most === 1 ? "1 WhatsApp message" : `${String(most)} WhatsApp messages`}${perPerson ? " to this person" : ""} left within ${isHour ? "an hour" : "a day"}, and ${setting} allows no more`,
      `look whether a script sends in a circle; else raise ${setting}, and send it with gbasic jobs retry`,
    ),
  wrongEmoji: (written: string) =>
    error(
      "GB4722",
      `a reaction is one emoji, found ${JSON.stringify(written)}`,
      'write REACTION "👍", or REACTION "" to take it back',
    ),
  unknownKey: (clause: string, key: string, known: readonly string[]) =>
    error(
      "GB4730",
      `an object of ${clause} takes no ${JSON.stringify(key)}`,
      proposal(suggestKey(key, known)) ?? `it takes ${known.join(", ")}`,
    ),
  unfitValue: (part: string, written: string, spaces: number) =>
    error(
      "GB4731",
      `${part} is ${JSON.stringify(written)}, and WhatsApp takes neither line ends nor tabs nor more than ${String(spaces)} spaces in a row there`,
      'write it in one line: REPLACE(text, CHR(10), " ")',
    ),
  emptyValue: (part: string) =>
    error(
      "GB4732",
      `${part} is empty, and WhatsApp fills no place with nothing`,
      'give it a text, such as "-", or use a template without this place',
    ),
  wrongValueName: (written: string, isOfTwilio: boolean) =>
    error(
      "GB4733",
      `no place of a template is called ${JSON.stringify(written)}`,
      isOfTwilio
        ? "write its name as the template does, without blanks and in at most 16 characters"
        : "write its name as the template does, in small letters, digits and _",
    ),
  wrongChoices: (clause: string, found: string) =>
    error(
      "GB4660",
      `${clause} takes a text with commas or a list, found ${found}`,
      `write ${clause} "Yes, No", or ${clause} [{ "id": "yes", "title": "Yes" }]`,
    ),
  choiceWithoutTitle: (clause: string, found: string) =>
    error(
      "GB4661",
      `an item of ${clause} has no title: ${found}`,
      'give each a title, as in { "id": "yes", "title": "Yes" }',
    ),
  noPlace: (found: string) =>
    error(
      "GB4662",
      `AT takes a latitude and a longitude, found ${found}`,
      'write AT "-23.56, -46.65"',
    ),
  wrongContact: (found: string) =>
    error(
      "GB4663",
      `a contact is an object with a name, found ${found}`,
      'write { "name": "Ana Silva", "phone": "+55 11 99999-9999" }',
    ),
  unknownRecipient: (written: string) =>
    error(
      "GB4664",
      `it is not clear on which channel ${JSON.stringify(written)} is`,
      'write "whatsapp:" and the number, "sms:" and the number, or "email:" and the address',
    ),
  otherChannel: (statement: string, channel: string, taken: readonly string[]) =>
    error(
      "GB4665",
      `${statement} does not send on the channel ${JSON.stringify(channel)}`,
      `it sends on ${taken.join(", ")}`,
    ),
  wrongComponents: (clause: string, found: string) =>
    error(
      "GB4666",
      `${clause} takes a list of objects, found ${found}`,
      `write ${clause} and the list as the Cloud API has it, such as [{ "type": "body", "parameters": [] }]`,
    ),
  needsChannel: (statement: string, channel: string, provided: string) =>
    error(
      "GB4667",
      `${statement} cannot send ${provided} on the channel ${JSON.stringify(channel)}`,
      `use whatsapp:, or send the text with SEND SMS`,
    ),
  noMessage: () =>
    error(
      "GB4668",
      "a WhatsApp message can be read in the handler that it came to, and this run is another one",
      "hand what is needed to the SUB: SPAWN NAME GET WHATSAPP SENDER NUMBER",
    ),
};

/** People also write the beginning of a name, as in `desc`. */
function suggestKey(key: string, known: readonly string[]): string | undefined {
  const start = key.toLowerCase();
  const longer = known.find((name) => start.length > 2 && name.startsWith(start));
  return longer ?? suggest(key, known);
}
