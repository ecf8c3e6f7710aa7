import { nameMessages } from "../diagnostics/codes/names.ts";
import { errorMessages } from "../diagnostics/codes/errors.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, ExitStatement, Statement } from "../syntax/ast.ts";
import { blocksOf, type Enclosing } from "./blocks.ts";
import { type DeadCodeCause, findDeadCode } from "./dead-code.ts";
import type { Body } from "./script.ts";

/** Checks that EXIT and CONTINUE have something to leave, and warns of what can never run. */
export function checkFlow(body: Body, report: Report): void {
  const checker = new FlowChecker(body.kind, report);
  checker.block(body.block, []);
  for (const { first, cause } of findDeadCode(body, checker.misplaced)) {
    report(nameMessages.unreachable(describe(cause), HINTS[cause.kind]), first);
  }
}

function describe(cause: DeadCodeCause): string {
  switch (cause.kind) {
    case "after":
      return `${keywordOf(cause.leaving)} comes before it`;
    case "after-all-ways":
      return "every way through the block before it leaves";
    case "after-endless-loop":
      return "the loop before it never ends";
    case "never-true":
      return "the condition of its loop never lets it begin";
    case "same-case":
      return "an earlier CASE takes the same value";
    case "counts-down":
      return "its loop counts up and begins above its end";
  }
}

const HINTS: Partial<Record<DeadCodeCause["kind"], string>> = {
  "after-endless-loop": "leave the loop with BREAK, or remove this",
  "never-true": "correct the condition, or remove this",
  "same-case": "correct the value, or put the lines into the earlier CASE",
  "counts-down": "write STEP -1 to count down",
};

class FlowChecker {
  readonly #kind: Body["kind"];
  readonly #report: Report;
  /** Reported where they stand; what follows them is no second mistake. */
  readonly misplaced = new Set<Statement>();

  constructor(kind: Body["kind"], report: Report) {
    this.#kind = kind;
    this.#report = report;
  }

  block(block: Block, around: readonly Enclosing[]): void {
    for (const statement of block) this.#statement(statement, around);
  }

  #statement(statement: Statement, around: readonly Enclosing[]): void {
    for (const [block, inside] of blocksOf(statement)) {
      this.block(block, inside === undefined ? around : [...around, inside]);
    }
    switch (statement.kind) {
      case "return":
        this.#leaves(statement, [], around);
        if (statement.value !== undefined && this.#kind === "sub") {
          this.#report(nameMessages.valueFromSub(), statement.value);
        }
        break;
      case "exit":
        this.#exit(statement, around);
        break;
      case "continue":
        if (!around.some(isLoop)) this.#outside(statement, "CONTINUE", "a loop");
        else this.#leaves(statement, LOOPS, around);
        break;
      case "goto":
      case "resume":
        this.#leaves(statement, [], around);
        break;
      default:
        break;
    }
  }

  #exit(statement: ExitStatement, around: readonly Enclosing[]): void {
    const { what } = statement;
    const keyword = keywordOf(statement);
    if (what === "run") {
      this.#leaves(statement, [], around);
    } else if (what === "loop") {
      if (!around.some(isLoop)) this.#outside(statement, keyword, "a loop");
      else this.#leaves(statement, LOOPS, around);
    } else if (what === "sub" || what === "function") {
      if (this.#kind !== what) this.#outside(statement, keyword, `a ${what.toUpperCase()}`);
      else this.#leaves(statement, [], around);
    } else if (!around.includes(what)) {
      this.#outside(
        statement,
        keyword,
        what === "select" ? "a SELECT" : `a ${what.toUpperCase()} loop`,
      );
    } else this.#leaves(statement, [what], around);
  }

  /** Reports what leaves FINALLY on its way to one of the blocks that it ends, or out of all. */
  #leaves(statement: Statement, ended: readonly Enclosing[], around: readonly Enclosing[]): void {
    const inside = around.slice(around.lastIndexOf("finally") + 1);
    if (inside.length === around.length || inside.some((one) => ended.includes(one))) return;
    this.misplaced.add(statement);
    this.#report(errorMessages.leavesFinally(keywordOf(statement)), statement);
  }

  #outside(statement: Statement, keyword: string, outside: string): void {
    this.misplaced.add(statement);
    const hint = `${this.#wayOut()} ends ${this.#place()}; remove it where nothing should end`;
    this.#report(nameMessages.exitOutside(keyword, outside, hint), statement);
  }

  #wayOut(): string {
    if (this.#kind === "sub") return "EXIT SUB";
    return this.#kind === "function" ? "EXIT FUNCTION" : "EXIT";
  }

  #place(): string {
    if (this.#kind === "main") return "the run";
    return `the ${this.#kind === "handler" ? "handler" : this.#kind.toUpperCase()}`;
  }
}

const LOOPS: readonly Enclosing[] = ["for", "while", "do"];

function isLoop(enclosing: Enclosing): boolean {
  return LOOPS.includes(enclosing);
}

function keywordOf(statement: Statement): string {
  if (statement.kind !== "exit") return statement.kind.toUpperCase();
  if (statement.what === "run") return "EXIT";
  return statement.what === "loop" ? "BREAK" : `EXIT ${statement.what.toUpperCase()}`;
}
