import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import { spokenLimit } from "../../facts/twilio-limits.ts";
import { charactersBeyond } from "../../host/whatsapp/characters.ts";
import type { TwimlElement } from "../../host/twiml.ts";
import { BasicError } from "../../runtime/error.ts";

/** A tag of a language as Twilio's voices and speech recognition name it: `pt-BR`. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Makes an element of TwiML. */
export function verb(
  name: string,
  attributes: TwimlElement["attributes"] = {},
  ...children: TwimlElement["children"]
): TwimlElement {
  return { name, attributes, children };
}

/** How a text is read out. */
export interface Speech {
  readonly text: string;
  readonly language: string | undefined;
  readonly voice: string | undefined;
}

/** Makes what reads a text out. @throws BasicError GB4687 for what is no language, or too long */
export function sayVerb(statement: string, { text, language, voice }: Speech): TwimlElement {
  checkSpoken(statement, text, given(voice));
  const attributes = { voice: given(voice), language: languageTag(statement, language) };
  return verb("Say", attributes, text);
}

function checkSpoken(statement: string, text: string, voice: string | undefined): void {
  const limit = spokenLimit(voice);
  const length = charactersBeyond(text, limit);
  if (length === undefined) return;
  const expected = `at most ${String(limit)} for this voice, and the rest into another SAY`;
  throw wrong(statement, `a text of ${String(length)} characters`, expected);
}

/** Checks a language; nothing stays nothing. @throws BasicError GB4687 */
export function languageTag(statement: string, language: string | undefined): string | undefined {
  const tag = given(language);
  if (tag === undefined || LANGUAGE.test(tag)) return tag;
  throw wrong(statement, `the language ${JSON.stringify(tag)}`, 'one such as "pt-BR"');
}

/** Makes what plays a file. @throws BasicError GB4687 for what is neither path nor URL */
export function playVerb(
  statement: string,
  url: string,
  address: (path: string) => string,
): TwimlElement {
  return verb("Play", {}, address(checkedAddress(statement, url)));
}

/** Checks an address of the web or a path of this server. @throws BasicError GB4687 */
export function checkedAddress(statement: string, written: string): string {
  const text = written.trim();
  const isPath = text.startsWith("/") && !text.startsWith("//");
  if (isPath || (/^https?:\/\//i.test(text) && URL.canParse(text))) return text;
  const expected = 'a path such as "/menu" or an address such as "https://example.com/hello.mp3"';
  throw wrong(statement, `the address ${JSON.stringify(written)}`, expected);
}

/** The whole numbers that a clause takes, and what they count: `seconds`. */
export interface WholeNumbers {
  readonly least: number;
  readonly most: number;
  readonly what: string;
}

/**
 * Writes a whole number; nothing stays nothing.
 * @throws BasicError GB4687 outside of the range
 */
export function wholeNumber(
  statement: string,
  value: number | undefined,
  range: WholeNumbers,
): string | undefined {
  if (value === undefined) return undefined;
  const { least, most, what } = range;
  if (Number.isInteger(value) && value >= least && value <= most) return String(value);
  const expected = `a whole number of ${what} from ${String(least)} to ${String(most)}`;
  throw wrong(statement, `${String(value)} ${what}`, expected);
}

/** Makes the error of a value that Twilio does not take. */
export function wrong(statement: string, found: string, expected: string): BasicError {
  return new BasicError(phoneCallMessages.wrongValue(statement, found, expected));
}

/** A text that is empty says nothing. */
export function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}
