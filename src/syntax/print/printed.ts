import type { Expression } from "../ast-expression.ts";

/** An expression as text, with what decides whether it needs brackets where it is put. */
export interface Printed {
  readonly text: string;
  /** How tightly the outermost part binds, as the operators' precedences count. */
  readonly precedence: number;
  /** Upper-case words outside brackets, which a phrase around them could take for its own. */
  readonly words: readonly string[];
  /** True where the end is a phrase's last value, which would take operators that follow. */
  readonly takesOperators: boolean;
  /** True where the end is a phrase that would go on after a comma. */
  readonly takesComma: boolean;
  /** True where the end is a phrase whose last word could be a name, `=` giving it a value. */
  readonly takesEquals: boolean;
}

/** Writes an expression inside the one that is being written. */
export type Print = (expression: Expression) => Printed;

/** The precedence of a phrase or a call without brackets: operators leave it whole. */
export const PHRASE = 50;
/** The precedence of what `.member` and `[index]` can follow. */
export const PRIMARY = 100;

/** Makes a part that binds tightest and ends where it ends. */
export function closed(text: string, words: readonly string[] = []): Printed {
  return {
    text,
    precedence: PRIMARY,
    words,
    takesOperators: false,
    takesComma: false,
    takesEquals: false,
  };
}

/** Puts brackets around an expression. */
export function bracketed({ text }: Printed): Printed {
  return closed(`(${text})`);
}

/** Returns an expression that binds at least so tightly, in brackets where it does not itself. */
export function atLeast(printed: Printed, precedence: number): Printed {
  return printed.precedence < precedence ? bracketed(printed) : printed;
}

/** Joins values with commas, those in brackets that would take the comma for their own. */
export function commaSeparated(values: readonly Printed[]): string {
  return values
    .map((value, at) => (value.takesComma && at < values.length - 1 ? bracketed(value) : value))
    .map(({ text }) => text)
    .join(", ");
}

/** Tells whether a text begins with a bracket that closes before its end: `(a) + 1`. */
export function beginsInBrackets(text: string): boolean {
  if (!text.startsWith("(")) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    const character = text[at];
    if (character === '"') at = text.indexOf('"', at + 1);
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return true;
  }
  return false;
}
