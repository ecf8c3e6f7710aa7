import type { ParserMethod } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { ExitStatement, ObjectMember, SpawnStatement, Statement } from "./ast.ts";
import { type Delay, UNIT_WORDS, unitOf } from "./delay.ts";
import { identifierOf } from "./headers.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { VariableParser } from "./variable-parser.ts";
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
/** Words of other BASICs for the same; messages do not name them. */
const OTHER_EXITS: ReadonlyMap<string, ExitStatement["what"]> = new Map([
  ["EACH", "for"],
  ["SWITCH", "select"],
  ["CASE", "select"],
  ["PROGRAM", "run"],
  ["APPLICATION", "run"],
  ["SCRIPT", "run"],
  ["ALL", "run"],
]);
const LOOPS: ReadonlySet<string> = new Set(["FOR", "WHILE", "DO", "LOOP"]);

/** The statements that hold no other statements. */
export abstract class StatementParser extends VariableParser {
  readonly exitStatement: ParserMethod<[], Statement> = this.RULE(
    "exitStatement",
    (): Statement => {
      const token = this.CONSUME(words.Exit);
      let what: ExitStatement["what"] = "run";
      this.OPTION(() => {
        const word = this.CONSUME(words.Word);
        this.ACTION(() => {
          const named = EXITS.get(wordOf(word)) ?? OTHER_EXITS.get(wordOf(word));
          if (named === undefined) {
            this.fail(syntaxMessages.unknownExit(word.image, [...EXITS.keys()]), spanOf(word));
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
      if (!this.RECORDING_PHASE && this.word(2) === "WITH" && this.word(3) !== "") {
        return this.#readReturnWith();
      }
      const token = this.CONSUME(words.Return);
      const value = this.OPTION({
        GATE: () => !this.atStatementEnd(1),
        DEF: () => this.SUBRULE(this.expression),
      });
      return { kind: "return", value, ...this.spanFrom(spanOf(token).start) };
    },
  );

  /** `RETURN WITH name AS value, …` gives an object of these members. */
  #readReturnWith(): Statement {
    const { start } = spanOf(this.take());
    const span = spanOf(this.take());
    const members: ObjectMember[] = [];
    do {
      if (members.length > 0) this.take();
      const name = identifierOf(this.CONSUME(words.Word));
      if (this.isAhead(1, tokens.Equal)) this.take();
      else this.takeWord("AS");
      const value = this.SUBRULE(this.expression);
      members.push({ key: name.text, value, start: name.start, end: value.end });
    } while (this.isAhead(1, tokens.Comma));
    const { end } = this.spanFrom(start);
    return {
      kind: "return",
      value: { kind: "object", members, start: span.start, end },
      start,
      end,
    };
  }

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
      const call = this.stoppedBefore("AFTER", () => this.readProcedureReference(0));
      const delay = this.word(1) === "AFTER" ? this.#readDelay() : undefined;
      if (delay === undefined && unitOf(this.word(1)) !== undefined) this.#failNegativeDelay(call);
      return { kind: "spawn", call, delay, ...this.spanFrom(start) };
    },
  );

  #readDelay(): Delay {
    const { start } = spanOf(this.take());
    const amount = this.SUBRULE(this.expression);
    if (amount.kind === "literal" && Number(amount.value) < 0) {
      this.fail(syntaxMessages.negativeDelay(), amount);
    }
    const word = this.word(1);
    const unit = unitOf(word);
    if (unit === undefined) {
      const units = `${UNIT_WORDS.slice(0, -1).join(", ")} or ${UNIT_WORDS.at(-1) ?? ""}`;
      this.failExpected(units, suggest(word, UNIT_WORDS));
    }
    this.take();
    return { amount, unit, ...this.spanFrom(start) };
  }

  /** `AFTER -5 MINUTES` reads as a variable AFTER from which 5 is taken, up to the unit. */
  #failNegativeDelay({ args }: SpawnStatement["call"]): void {
    const last = args.at(-1);
    if (last?.kind !== "binary" || last.left.kind !== "name") return;
    if (last.left.name.key === "AFTER") this.fail(syntaxMessages.negativeDelay(), last);
  }
}
