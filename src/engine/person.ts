import { canonicalNumber, numberForms } from "./phone-number.ts";

/** A number as people write it: `+55 (11) 99999-0001`. */
const NUMBER = /^\+?[\d\s().-]+$/;
const DIGITS = /^\d+$/;
/** What Twilio and links put before a number or an address. */
const SCHEME = /^(?:whatsapp|sms|tel|mailto):/i;
/** Fewer digits or characters would be found in what is about others. */
const SHORTEST = 5;

/** Somebody who wrote or was written to, by number, mail address or id. */
export class Person {
  /** What is the same however the person is written; several where a number and ids are known. */
  readonly names: readonly string[];
  readonly #mentions: readonly RegExp[];

  private constructor(names: readonly string[]) {
    this.names = names;
    this.#mentions = names.flatMap((name) => numberForms(name).map(mentionOf));
  }

  /**
   * Reads how a person is named: a number in any form, a mail address, or an id of WhatsApp.
   * @returns undefined for a text that is too short to mean one person
   */
  static of(written: string): Person | undefined {
    const name = nameOf(written);
    return name.length < SHORTEST ? undefined : new Person([name]);
  }

  /**
   * Gives what is the same however somebody is written: of numbers the digits alone, in the longer of
   * two forms where a country has two. To be compared with, never to be written to.
   */
  static nameOf(written: string): string {
    return nameOf(written);
  }

  /** Gives the person with further names, as `nameOf` gives them. */
  knownAs(names: Iterable<string>): Person {
    return new Person([...new Set([...this.names, ...names])]);
  }

  /** Tells whether a recipient or sender, in any form, is this person. */
  is(written: string): boolean {
    return this.names.includes(nameOf(written));
  }

  /** Tells whether a text names the person, a number as digits without anything between them. */
  isNamedIn(text: string): boolean {
    return this.#mentions.some((mention) => mention.test(text));
  }
}

function mentionOf(name: string): RegExp {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  // In JSON text the letter of an escaped line end may stand before an address.
  return DIGITS.test(name)
    ? new RegExp(`(?<!\\d)${quoted}(?!\\d)`)
    : new RegExp(`(?<=^|[^\\w.]|\\\\[nrt])${quoted}(?!\\w|[.@-]\\w)`, "i");
}

/** Numbers as digits alone, all else in lower case. */
function nameOf(written: string): string {
  const bare = written.trim().replace(SCHEME, "");
  if (!NUMBER.test(bare)) return bare.toLowerCase();
  return canonicalNumber(bare.replaceAll(/\D/g, "").replace(/^00/, ""));
}
