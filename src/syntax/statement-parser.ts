import type { ParserMethod } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { DimVariable, ExitStatement, Expression, Statement } from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { WordStatementParser } from "./word-statement-parser.ts";
import * as words from "./words.ts";

const EXITS: ReadonlyMap<string, ExitStatement["what"]> = new Map([
  ["FOR", "for"],
  ["WHILE", "while"],
  ["DO", "do"],
  ["LOOP", "loop"],
  ["SUB", "sub"],
  ["FUNCTION", "function"],
  ["SELECT", "select"],
]);
const LOOPS: ReadonlySet<string> = new Set(["FOR", "WHILE", "DO", "LOOP"]);

/** The statements that hold no other statements. */
export abstract class StatementParser extends WordStatementParser {
  readonly letStatement: ParserMethod<[], Statement> = this.RULE("letStatement", () => {
    this.CONSUME(words.Let);
    return this.SUBRULE(this.assignment);
  });

  readonly dimStatement: ParserMethod<[], Statement> = this.RULE("dimStatement", (): Statement => {
    const { start } = spanOf(this.CONSUME(words.Dim));
    const variables: DimVariable[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: tokens.Comma,
      DEF: () => {
        const name = identifierOf(this.CONSUME(words.Word));
        const bounds: Expression[] = [];
        this.OPTION(() => {
          this.CONSUME(tokens.LeftParenthesis);
          this.AT_LEAST_ONE_SEP2({
            SEP: tokens.Comma,
            DEF: () => bounds.push(this.SUBRULE(this.expression)),
          });
          this.CONSUME(tokens.RightParenthesis);
        });
        variables.push({ name, bounds, ...this.spanFrom(name.start) });
        this.ACTION(() => this.#passOverType());
      },
    });
    return { kind: "dim", variables, ...this.spanFrom(start) };
  });

  /** A type after AS is passed over, as in headers: sigils alone convert. */
  #passOverType(): void {
    if (this.word(1) !== "AS" || this.word(2) === "") return;
    this.take();
    this.take();
  }

  readonly exitStatement: ParserMethod<[], Statement> = this.RULE(
    "exitStatement",
    (): Statement => {
      const token = this.CONSUME(words.Exit);
      let what: ExitStatement["what"] = "run";
      this.OPTION(() => {
        const word = this.CONSUME(words.Word);
        this.ACTION(() => {
          const named = EXITS.get(wordOf(word));
          if (named === undefined) {
            const expected = [...EXITS.keys()].join(", ");
            this.fail(syntaxMessages.expected(expected, word.image), spanOf(word));
          }
          what = named;
        });
      });
      return { kind: "exit", what, ...this.spanFrom(spanOf(token).start) };
    },
  );

  /** BREAK, CONTINUE and END: words that say all by themselves. */
  readonly shortStatement: ParserMethod<[], Statement> = this.RULE("shortStatement", () =>
    this.OR([
      {
        ALT: (): Statement => ({
          kind: "exit",
          what: "loop",
          ...spanOf(this.CONSUME(words.Break)),
        }),
      },
      {
        ALT: (): Statement => {
          const token = this.CONSUME(words.Continue);
          this.OPTION({ GATE: () => LOOPS.has(this.word(1)), DEF: () => this.CONSUME(words.Word) });
          return { kind: "continue", ...this.spanFrom(spanOf(token).start) };
        },
      },
      {
        ALT: (): Statement => ({
          kind: "exit",
          what: "run",
          ...spanOf(this.CONSUME(words.End)),
        }),
      },
    ]),
  );

  readonly returnStatement: ParserMethod<[], Statement> = this.RULE(
    "returnStatement",
    (): Statement => {
      if (!this.RECORDING_PHASE && this.word(2) === "WITH" && !this.atStatementEnd(3)) {
        return this.readCommandStatement({ known: this.findKnown(), leading: 2 });
      }
      const token = this.CONSUME(words.Return);
      const value = this.OPTION({
        GATE: () => !this.atStatementEnd(1),
        DEF: () => this.SUBRULE(this.expression),
      });
      return { kind: "return", value, ...this.spanFrom(spanOf(token).start) };
    },
  );

  readonly callStatement: ParserMethod<[], Statement> = this.RULE(
    "callStatement",
    (): Statement => {
      if (!this.RECORDING_PHASE && this.word(2) === "") {
        return this.readCommandStatement({ known: this.findKnown(), leading: 1 });
      }
      const { start } = spanOf(this.CONSUME(words.Call));
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(this.CONSUME(words.Word)) };
      const call = this.readProcedureReference(0);
      return { kind: "call-statement", call, ...this.spanFrom(start) };
    },
  );

  readonly spawnStatement: ParserMethod<[], Statement> = this.RULE(
    "spawnStatement",
    (): Statement => {
      const { start } = spanOf(this.CONSUME(words.Spawn));
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(this.CONSUME(words.Word)) };
      const call = this.readProcedureReference(0);
      return { kind: "spawn", call, ...this.spanFrom(start) };
    },
  );
}
