import {
  type Pattern,
  PatternError,
  type PatternPart,
  type Slot,
  type SlotType,
} from "./pattern.ts";

/**
 * Reads the text of a phrase pattern.
 *
 * - `WORD` and `,` stand for themselves.
 * - `<name:type>` is a slot, `<name?:type>` one that an optional part may leave out,
 *   `<name:type!>` one that takes a single operand, `<name:word(A|B)>` one of these words.
 * - `[ … ]` may be left out, `( a | b )` is a choice.
 * - `{ a | b }` are clauses in any order, each at most once, joined by WITH, AND, a comma or
 *   nothing; those with a slot that is not optional must be there.
 *
 * @throws PatternError where the text is none, which is a bug of the registry
 */
export function parsePattern(text: string): Pattern {
  return new PatternReader(text).read();
}

const SLOT = /^<([a-z][A-Za-z]*)(\?)?:([a-z]+)(?:\(([A-Z0-9|]+)\))?(!)?>/;
const WORD = /^[A-Z][A-Z0-9_]*/;
const SLOT_TYPES: ReadonlyMap<string, SlotType> = new Map(
  (
    [
      "any",
      "text",
      "number",
      "list",
      "changed",
      "constant",
      "rest",
      "shown",
      "named",
      "word",
      "lines",
      "callee",
    ] as const
  ).map((t) => [t, t]),
);

class PatternReader {
  readonly #text: string;
  readonly #slots = new Map<string, Slot>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Pattern {
    const parts = this.#sequence("");
    if (parts[0]?.kind !== "word") this.#fail("must begin with a word", 0);
    return { text: this.#text, parts, slots: [...this.#slots.values()] };
  }

  #sequence(closing: string): PatternPart[] {
    const parts: PatternPart[] = [];
    for (;;) {
      this.#skipBlanks();
      const character = this.#text.charAt(this.#at);
      if (character === "" || character === "|" || character === closing) return parts;
      const part = this.#part(character);
      this.#refuseTouchingSlots(parts.at(-1), part);
      parts.push(part);
    }
  }

  #part(character: string): PatternPart {
    if (character === ",") {
      this.#at++;
      return { kind: "comma" };
    }
    if (character === "<") return { kind: "slot", slot: this.#slot() };
    if (character === "[") {
      const [parts = []] = this.#group("]");
      return { kind: "optional", parts };
    }
    if (character === "(") return { kind: "choice", alternatives: this.#group(")") };
    if (character === "{") return { kind: "clauses", clauses: this.#group("}") };
    const word = WORD.exec(this.#text.slice(this.#at))?.[0];
    if (word === undefined) this.#fail(`"${character}" has no meaning`, this.#at);
    this.#at += word.length;
    return { kind: "word", word };
  }

  #group(closing: string): PatternPart[][] {
    const start = this.#at++;
    const alternatives: PatternPart[][] = [];
    for (;;) {
      alternatives.push(this.#sequence(closing));
      const character = this.#text.charAt(this.#at);
      if (character === "") this.#fail(`"${closing}" is missing`, start);
      this.#at++;
      if (character === closing) return alternatives;
      if (closing === "]") this.#fail("an optional part has no alternatives", start);
    }
  }

  #slot(): Slot {
    const match = SLOT.exec(this.#text.slice(this.#at));
    const [whole = "", name = "", mark, typeName = "", words, single] = match ?? [];
    const type = SLOT_TYPES.get(typeName);
    if (type === undefined) this.#fail("a slot is written <name:type>", this.#at);
    if (this.#slots.has(name)) this.#fail(`the slot ${name} is there twice`, this.#at);
    this.#at += whole.length;
    const slot: Slot = {
      name,
      type,
      optional: mark !== undefined,
      primary: single !== undefined,
      ...(words === undefined ? {} : { words: words.split("|") }),
    };
    this.#slots.set(name, slot);
    return slot;
  }

  /** Two expressions side by side cannot be told apart; a word or a text block can follow any. */
  #refuseTouchingSlots(before: PatternPart | undefined, part: PatternPart): void {
    if (before?.kind !== "slot" || part.kind !== "slot") return;
    if (before.slot.type === "word" || part.slot.type === "word") return;
    if (part.slot.type === "lines") return;
    this.#fail("two slots need a word or a comma between them", this.#at);
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === " ") this.#at++;
  }

  #fail(message: string, at: number): never {
    throw new PatternError(message, this.#text, { start: at, end: at + 1 });
  }
}
