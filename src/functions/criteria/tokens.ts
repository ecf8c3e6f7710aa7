import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";

/** One piece of a criterion such as `item.total > 1000 AND status = 'paid'`. */
export interface Token {
  readonly kind: "number" | "text" | "word" | "sign" | "end";
  /** A text without its quotes, a word or sign in upper case. */
  readonly text: string;
  /** As it is written. */
  readonly written: string;
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|([\p{L}_][\p{L}\p{N}_]*)|(<=|>=|<>|!=|==|[-+*/&=<>().,[\]]))/uy;
/** What stands bare behind a comparison: a day, or words up to AND, OR or the closing bracket. */
const BARE_VALUE =
  /\s*(\d{4}-\d{2}-\d{2}[^\s'"()]*(?: \d{2}:\d{2}[^\s'"()]*)?|(?!(?:item|true|false|null|not)\b)[\p{L}_][^'"()]*?)\s*(?=\s(?:and|or)\s|\)|$)/iuy;
const END: Token = { kind: "end", text: "", written: "the end" };

/** Reads a criterion token by token. */
export class TokenReader {
  readonly #source: string;
  #at = 0;
  #next: Token;

  constructor(source: string) {
    this.#source = source;
    this.#next = this.#read();
  }

  /** The token that comes next. */
  get next(): Token {
    return this.#next;
  }

  /** Tells whether one of these words or signs, in upper case, comes next. */
  isNext(...texts: readonly string[]): boolean {
    const { kind, text } = this.#next;
    return (kind === "word" || kind === "sign") && texts.includes(text);
  }

  /** Takes the next token. */
  take(): Token {
    const taken = this.#next;
    this.#next = this.#read();
    return taken;
  }

  /** Takes the next token if it is this word or sign. */
  skip(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.take();
    return true;
  }

  /** Takes a word or sign that must be there. @throws BasicError GB3220 where it is not */
  expect(text: string): void {
    if (!this.skip(text)) this.fail(text);
  }

  /**
   * Takes the operator that comes next, and a value without quotes behind it if there is one, as in
   * `status = very late`.
   * @returns the operator, and the value if it was a bare one
   */
  takeComparison(): { readonly operator: string; readonly bare: string | undefined } {
    const operator = this.#next.text;
    BARE_VALUE.lastIndex = this.#at;
    const [, bare] = BARE_VALUE.exec(this.#source) ?? [];
    if (bare === undefined) {
      this.take();
      return { operator, bare };
    }
    this.#at = BARE_VALUE.lastIndex;
    this.#next = this.#read();
    return { operator, bare };
  }

  /** @throws BasicError GB3220 that says what was expected instead of the next token */
  fail(expected: string): never {
    const { written } = this.#next;
    const found = this.#next.kind === "end" ? written : describe(written);
    throw new BasicError(functionMessages.badCriterion(describe(this.#source), expected, found));
  }

  #read(): Token {
    if (this.#source.slice(this.#at).trim() === "") return END;
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#source);
    if (match === null) {
      const written = this.#source.slice(this.#at).trim().slice(0, 10);
      return { kind: "sign", text: written, written };
    }
    this.#at = TOKEN.lastIndex;
    return tokenOf(match);
  }
}

function tokenOf([whole, number, single, double, word, sign = ""]: RegExpExecArray): Token {
  const written = whole.trim();
  if (number !== undefined) return { kind: "number", text: number, written };
  if (single !== undefined) return { kind: "text", text: single.replaceAll("''", "'"), written };
  if (double !== undefined) return { kind: "text", text: double.replaceAll('""', '"'), written };
  if (word !== undefined) return { kind: "word", text: word.toUpperCase(), written };
  return { kind: "sign", text: sign, written };
}
