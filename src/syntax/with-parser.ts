import type { IToken, ParserMethod } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import type {
  Block,
  Expression,
  FieldTarget,
  Statement,
  WithStatement,
  WithSubject,
} from "./ast.ts";
import { BranchParser } from "./branch-parser.ts";
import { identifierOf } from "./headers.ts";
import { openBlock } from "./open-block.ts";
import { dottedBlocks, isNumberedMember } from "./subject-dots.ts";
import { spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** A WITH block that is being read. */
interface OpenWith {
  readonly subject: WithSubject;
  readonly setsFields: boolean;
}

/** WITH blocks, and the members in them that begin with a dot. */
export abstract class WithParser extends BranchParser {
  readonly #around: OpenWith[] = [];
  #dotted: ReadonlySet<IToken> = new Set();

  protected override begin(input: IToken[], report: Report): void {
    super.begin(input, report);
    this.#dotted = dottedBlocks(input);
  }

  readonly withStatement: ParserMethod<[], Statement> = this.RULE(
    "withStatement",
    (): Statement => {
      const token = this.CONSUME(words.With);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      return this.#readWith(token);
    },
  );

  /** `.name = value`, `.1 = value` and `.list.push(x)`. */
  readonly memberStatement: ParserMethod<[], Statement> = this.RULE(
    "memberStatement",
    (): Statement => {
      if (!this.RECORDING_PHASE) {
        return this.isAhead(1, tokens.Dot) ? this.readTargetFirst() : this.#readNumberedMember();
      }
      const token = this.OR([
        { ALT: () => this.CONSUME(tokens.Dot) },
        { ALT: () => this.CONSUME(tokens.NumberLiteral) },
      ]);
      return { kind: "broken", ...spanOf(token) };
    },
  );

  protected override subject(): WithSubject | undefined {
    return this.#around.at(-1)?.subject;
  }

  protected override field(written: Expression): FieldTarget | undefined {
    const around = this.#around.at(-1);
    if (around?.setsFields !== true || written.kind !== "name") return undefined;
    const { name } = written;
    return { kind: "field", subject: around.subject, name, start: name.start, end: name.end };
  }

  #readWith(token: IToken): Statement {
    const opening = spanOf(token);
    const block = openBlock("WITH", opening);
    const subject: WithSubject = { key: `with ${String(opening.start)}`, ...opening };
    const head = this.readHead(() => {
      const target = this.SUBRULE(this.primary);
      if (!this.isAhead(1, tokens.Equal)) return { target, value: undefined };
      this.take();
      return { target, value: this.SUBRULE(this.expression) };
    });
    const setsFields = !this.#dotted.has(token);
    const target = head && this.#settleTarget(head.target, setsFields || head.value !== undefined);
    this.#around.push({ subject, setsFields });
    let body: Block;
    try {
      body = this.readBlock(block);
    } finally {
      this.#around.pop();
    }
    this.closeBlock(block);
    const span = this.spanFrom(opening.start);
    if (head === undefined || target === undefined) return { kind: "broken", ...span };
    return { kind: "with", target, value: head.value, setsFields, subject, body, ...span };
  }

  /** A block inside one that makes an object makes a member of it. */
  #settleTarget(written: Expression, isSet: boolean): WithStatement["target"] | undefined {
    if (!isSet) return written;
    return this.field(written) ?? this.attempt(() => this.targetOf(written));
  }

  #readNumberedMember(): Statement {
    const around = this.#around.at(-1);
    if (around === undefined || !isNumberedMember(this.LA(1), this.LA(0), this.LA(2)))
      return this.SUBRULE(this.valueStatement);
    const token = this.take();
    const { start, end } = spanOf(token);
    const digits = token.image.slice(1);
    const name = { ...identifierOf(token), text: digits, key: digits };
    this.take();
    const value = this.SUBRULE(this.expression);
    const target = { kind: "with-subject", subject: around.subject, start, end: start } as const;
    return {
      kind: "assignment",
      target: { kind: "member", target, property: name, optional: false, start, end },
      value,
      start,
      end: value.end,
    };
  }
}
