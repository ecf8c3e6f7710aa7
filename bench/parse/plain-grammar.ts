import { createToken, EmbeddedActionsParser, Lexer } from "chevrotain";

const Word = createToken({ name: "Word", pattern: /[a-z_]\w*\$?/i });
const Numeral = createToken({ name: "Numeral", pattern: /\d+/ });
const Operator = createToken({ name: "Operator", pattern: /[-+*/]/ });
const Equal = createToken({ name: "Equal", pattern: "=" });
const Left = createToken({ name: "Left", pattern: "(" });
const Right = createToken({ name: "Right", pattern: ")" });
const Newline = createToken({ name: "Newline", pattern: "\n", line_breaks: true });
const Blank = createToken({ name: "Blank", pattern: /[ \t]+/, group: Lexer.SKIPPED });
const TOKENS = [Blank, Newline, Word, Numeral, Operator, Equal, Left, Right];

/** The least that Chevrotain can be asked for: assignments of sums, with no tree at all. */
class PlainParser extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { maxLookahead: 1, skipValidations: true });
    this.performSelfAnalysis();
  }

  readonly script = this.RULE("script", () => {
    let count = 0;
    this.MANY(() => {
      this.CONSUME(Word);
      this.CONSUME(Equal);
      this.SUBRULE(this.sum);
      this.CONSUME(Newline);
      count++;
    });
    return count;
  });

  readonly sum = this.RULE("sum", () => {
    this.SUBRULE(this.value);
    this.MANY(() => {
      this.CONSUME(Operator);
      this.SUBRULE2(this.value);
    });
  });

  readonly value = this.RULE("value", () => {
    this.OR([
      { ALT: () => this.CONSUME(Word) },
      { ALT: () => this.CONSUME(Numeral) },
      {
        ALT: () => {
          this.CONSUME(Left);
          this.SUBRULE(this.sum);
          this.CONSUME(Right);
        },
      },
    ]);
  });
}

const lexer = new Lexer(TOKENS, {
  positionTracking: "onlyOffset",
  skipValidations: true,
  ensureOptimizations: true,
});
const parser = new PlainParser();

/** Assignments that `readPlain` reads. */
export function sums(lines: number): string {
  const line = (at: number) => `PRICE_${at % 50} = PRICE_0 + 12 * (3 - RATIO_${at % 7}) - 4\n`;
  return Array.from({ length: lines }, (_, at) => line(at)).join("");
}

/** Cuts a text into tokens; returns how many there are. */
export function cutPlain(text: string): number {
  return lexer.tokenize(text).tokens.length;
}

/** Reads a text of `sums`; returns how many lines it had. */
export function readPlain(text: string): number {
  parser.input = lexer.tokenize(text).tokens;
  const count = parser.script();
  if (parser.errors.length > 0) throw new Error("the plain grammar does not read its text");
  return count;
}
