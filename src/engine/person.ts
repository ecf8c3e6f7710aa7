/** A number as people write it: `+55 (11) 99999-0001`. */
const NUMBER = /^\+?[\d\s().-]+$/;
/** What Twilio and links put before a number or an address. */
const SCHEME = /^(?:whatsapp|sms|tel|mailto):/i;
/** Fewer digits or characters would be found in what is about others. */
const SHORTEST = 5;

/** Somebody who wrote or was written to, by number, mail address or id. */
export class Person {
  readonly #name: string;
  readonly #mention: RegExp;

  private constructor(name: string) {
    this.#name = name;
    const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    // In JSON text the letter of an escaped line end may stand before an address.
    this.#mention = /^\d+$/.test(name)
      ? new RegExp(`(?<!\\d)${quoted}(?!\\d)`)
      : new RegExp(`(?<=^|[^\\w.]|\\\\[nrt])${quoted}(?!\\w|[.@-]\\w)`, "i");
  }

  /**
   * Reads how a person is named: a number in any form, a mail address, or an id of WhatsApp.
   * @returns undefined for a text that is too short to mean one person
   */
  static of(written: string): Person | undefined {
    const name = nameOf(written);
    return name.length < SHORTEST ? undefined : new Person(name);
  }

  /** Gives what is the same however somebody is written: of numbers the digits alone. */
  static nameOf(written: string): string {
    return nameOf(written);
  }

  /** The name that is the same however the person is written. */
  get name(): string {
    return this.#name;
  }

  /** Tells whether a recipient or sender, in any form, is this person. */
  is(written: string): boolean {
    return nameOf(written) === this.#name;
  }

  /** Tells whether a text names the person, a number as digits without anything between them. */
  isNamedIn(text: string): boolean {
    return this.#mention.test(text);
  }
}

/** Numbers as digits alone, all else in lower case. */
function nameOf(written: string): string {
  const bare = written.trim().replace(SCHEME, "");
  return NUMBER.test(bare) ? bare.replaceAll(/\D/g, "").replace(/^00/, "") : bare.toLowerCase();
}
