import type { Expression, Phrase } from "../ast-expression.ts";
import type { Pattern, PatternPart, SlotType } from "../pattern.ts";
import { printLines } from "./print-lines.ts";
import { type FilledSlot, type PhraseItem, phraseItems } from "./phrase-items.ts";
import {
  atLeast,
  beginsInBrackets,
  bracketed,
  PHRASE,
  type Print,
  type Printed,
} from "./printed.ts";
import { stopWordsAfter, wordsOf } from "./stop-words.ts";

/**
 * Writes a phrase as its pattern does, optional parts only where their slots are filled.
 * @param minimum how loosely its values may bind without brackets, as it was read
 */
export function printPhrase(phrase: Phrase, minimum: number, print: Print): Printed {
  return new PhrasePrinter(phrase.pattern, minimum, print).print(phraseItems(phrase));
}

class PhrasePrinter {
  readonly #pattern: Pattern;
  readonly #minimum: number;
  readonly #print: Print;
  readonly #words: string[];
  #text = "";
  /** True where the latest value could take a comma that follows it. */
  #valueTakesComma = false;

  constructor(pattern: Pattern, minimum: number, print: Print) {
    this.#pattern = pattern;
    this.#minimum = minimum;
    this.#print = print;
    this.#words = wordsOf(pattern.parts);
  }

  print(items: readonly PhraseItem[]): Printed {
    items.forEach((item, at) => {
      const beforeComma = items[at + 1] === ",";
      const written = typeof item === "string" ? item : this.#slot(item, beforeComma);
      const touches = this.#text === "" || item === "," || written.startsWith("\n");
      this.#text += touches ? written : ` ${written}`;
    });
    return {
      text: this.#text,
      precedence: PHRASE,
      words: this.#words,
      takesOperators: this.#pattern.slots.some(({ type }) => type !== "word"),
      takesComma: this.#valueTakesComma || mayTakeComma(this.#pattern),
      takesEquals: this.#pattern.slots.some(({ type }) => type === "named"),
    };
  }

  #slot({ name, value }: FilledSlot, beforeComma: boolean): string {
    if (value.kind === "word") return value.word;
    const values = value.kind === "rest" ? value.values : [value.value];
    if (this.#pattern.slots.some((slot) => slot.name === name && slot.type === "callee")) {
      return this.#callee(values[0]);
    }
    const isBlock = this.#pattern.slots.some((slot) => slot.name === name && slot.type === "lines");
    if (isBlock) return printLines(values, this.#pattern, this.#print);
    const written = values.map((expression, at) =>
      this.#value(expression, name, beforeComma || at < values.length - 1),
    );
    return written.join(", ");
  }

  /** `"NOTIFY SHOP"("tea")`, as a name in quotes can be any. */
  #callee(value: Expression | undefined): string {
    if (value?.kind !== "list") return value === undefined ? "" : this.#print(value).text;
    const [name = "", ...args] = value.items.map((item) => this.#print(item).text);
    return `${name}(${args.join(", ")})`;
  }

  #value(expression: Expression, slot: string, followedByComma: boolean): string {
    const printed = this.#print(expression);
    this.#words.push(...printed.words);
    const stops = stopWordsAfter(this.#pattern.parts, slot);
    const declared = this.#pattern.slots.find(({ name }) => name === slot);
    const clashes =
      (followedByComma && printed.takesComma) ||
      printed.words.some((word) => stops.has(word)) ||
      // `WITH a = 1` gives a name to 1.
      (declared?.type === "named" && BEGINS_WITH_NAME.test(printed.text)) ||
      // A bracket right after the words of a phrase in an expression ends it.
      (this.#minimum > 0 && !followedByComma && beginsInBrackets(printed.text)) ||
      // After a single word a sign would be an operator, and the word a name.
      (!this.#text.includes(" ") && /^[-+]/.test(printed.text));
    this.#valueTakesComma = !clashes && printed.takesComma;
    if (clashes) return bracketed(printed).text;
    const minimum = declared?.primary === true ? PHRASE + 1 : this.#minimum;
    return atLeast(printed, minimum).text;
  }
}

/** A word or a text before `=`, as names stand before their values. */
const BEGINS_WITH_NAME = /^(?:[^\s"(]+|"(?:[^"]|"")*") = /;

const TAKES_COMMAS: ReadonlySet<SlotType> = new Set(["rest", "shown", "named"]);

/** Tells whether a comma after the phrase could belong to it. */
function mayTakeComma({ parts, slots }: Pattern): boolean {
  const takes = (part: PatternPart): boolean => {
    switch (part.kind) {
      case "word":
      case "slot":
        return false;
      case "comma":
      case "clauses":
        return true;
      case "optional":
        return part.parts.some(takes);
      case "choice":
        return part.alternatives.flat().some(takes);
    }
  };
  const optional = parts.filter(({ kind }) => kind !== "comma").some(takes);
  return optional || slots.some(({ type }) => TAKES_COMMAS.has(type));
}
