import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import { BasicError } from "../runtime/error.ts";
import type { RunnableEntry } from "../statements/define.ts";
import type { Expression, Phrase } from "../syntax/ast.ts";
import type { CurrentBed } from "./current-bed.ts";
import { UnmetExpectation, type Values } from "./expectation.ts";
import type { Review, TestPhrase } from "./test-phrase.ts";

/** Operators that make true or false of what should be a text. */
const JOINING: ReadonlySet<string> = new Set(["AND", "OR", "XOR", "=", "<>", "<", "<=", ">", ">="]);

/** What an expectation is, beside the statement. */
export interface ExpectationOptions {
  /** Slots with texts that are looked for: an empty one would always be found. */
  readonly needles?: readonly string[];
  /** How a condition about the same is written: `BODY = "a" OR BODY = "b"`; where there is such a way. */
  readonly condition?: string;
  readonly review?: Review;
}

/** Makes an expectation of a statement: tests count it, and it is refused where it could not fail. */
export function expectation(
  bed: CurrentBed,
  entry: RunnableEntry,
  { needles = [], condition, review }: ExpectationOptions = {},
): TestPhrase {
  const empty = () =>
    testLanguageMessages.alwaysHolds(`${entry.title} ""`, "write a text to look for");
  return {
    entry: {
      ...entry,
      invoke: (slots, context) => {
        bed.get().countExpectation();
        if (needles.some((name) => slots[name] === "")) throw new BasicError(empty());
        return entry.invoke(slots, context);
      },
    },
    review: (phrase) => {
      if (needles.some((name) => isEmptyText(valueIn(phrase, name)))) return empty();
      const texts = phrase.pattern.slots.filter(({ type }) => type === "text");
      const isJoined = texts.some(({ name }) => isCondition(valueIn(phrase, name)));
      if (isJoined) return testLanguageMessages.joinedText(entry.title, condition);
      return review?.(phrase);
    },
  };
}

/** Gives the expression in a slot of a phrase; undefined where there is none. */
export function valueIn({ slots }: Phrase, name: string): Expression | undefined {
  const slot = slots.get(name);
  return slot?.kind === "expression" ? slot.value : undefined;
}

/** Gives the text in a slot where it is written out; undefined where it is computed or not there. */
export function textIn(phrase: Phrase, name: string): string | undefined {
  const value = valueIn(phrase, name);
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}

/** Gives the text of what is written out in a slot, a number too; undefined where it is computed. */
export function literalText(phrase: Phrase, name: string): string | undefined {
  const value = valueIn(phrase, name);
  return value?.kind === "literal" && value.value !== null ? String(value.value) : undefined;
}

/** What an expectation looked at. */
export interface Judged {
  readonly holds: boolean;
  /** What is said where it should hold and does not, as a sentence. */
  readonly unmet: string;
  /** What is said where it should not hold and does, as a sentence. */
  readonly met: string;
  /** What there is, a line or some lines each. */
  readonly found: readonly string[];
  /** Both sides, where it compares two values. */
  readonly values?: Values;
}

/**
 * Ends a test whose expectation does not hold.
 * @param not the word NOT or NO where the opposite is expected
 * @throws UnmetExpectation
 */
export function judge(not: string | undefined, { holds, unmet, met, found, values }: Judged): void {
  if (holds === (not === undefined)) return;
  throw new UnmetExpectation(not === undefined ? unmet : met, found.join("\n"), values);
}

function isEmptyText(value: Expression | undefined): boolean {
  return value?.kind === "literal" && (value.value === "" || value.value === null);
}

/** Tells whether a value is true or false rather than a text. */
function isCondition(value: Expression | undefined): boolean {
  if (value?.kind === "unary") return value.operator === "NOT";
  return value?.kind === "binary" && JOINING.has(value.operator);
}
