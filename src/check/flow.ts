import { nameMessages } from "../diagnostics/codes/names.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, ExitStatement, Statement } from "../syntax/ast.ts";
import type { Body } from "./script.ts";

type Enclosing = "for" | "while" | "do" | "select";

/** Checks that EXIT and CONTINUE have something to leave, and warns of what can never run. */
export function checkFlow(body: Body, report: Report): void {
  new FlowChecker(body.kind, report).block(body.block, []);
}

class FlowChecker {
  readonly #kind: Body["kind"];
  readonly #report: Report;
  /** Reported where they stand; what follows them is no second mistake. */
  readonly #misplaced = new Set<Statement>();

  constructor(kind: Body["kind"], report: Report) {
    this.#kind = kind;
    this.#report = report;
  }

  block(block: Block, around: readonly Enclosing[]): void {
    for (const statement of block) this.#statement(statement, around);
    const end = block.findIndex(
      (statement) => leaves(statement) && !this.#misplaced.has(statement),
    );
    const dead = block[end + 1];
    const last = block[end];
    if (last !== undefined && dead !== undefined && dead.kind !== "broken") {
      this.#report(nameMessages.unreachable(keywordOf(last)), dead);
    }
  }

  #statement(statement: Statement, around: readonly Enclosing[]): void {
    switch (statement.kind) {
      case "if":
        for (const { body } of statement.branches) this.block(body, around);
        if (statement.otherwise) this.block(statement.otherwise, around);
        break;
      case "select":
        for (const { body } of statement.cases) this.block(body, [...around, "select"]);
        if (statement.otherwise) this.block(statement.otherwise, [...around, "select"]);
        break;
      case "for":
      case "for-each":
        this.block(statement.body, [...around, "for"]);
        break;
      case "while":
      case "do":
        this.block(statement.body, [...around, statement.kind]);
        break;
      case "with":
        this.block(statement.body, around);
        break;
      case "return":
        if (statement.value !== undefined && this.#kind === "sub") {
          this.#report(nameMessages.valueFromSub(), statement.value);
        }
        break;
      case "exit":
        this.#exit(statement, around);
        break;
      case "continue":
        if (!around.some(isLoop)) this.#outside(statement, "CONTINUE", "a loop");
        break;
      default:
        break;
    }
  }

  #exit(statement: ExitStatement, around: readonly Enclosing[]): void {
    const { what } = statement;
    if (what === "run") return;
    const keyword = keywordOf(statement);
    if (what === "loop") {
      if (!around.some(isLoop)) this.#outside(statement, keyword, "a loop");
    } else if (what === "sub" || what === "function") {
      if (this.#kind !== what) this.#outside(statement, keyword, `a ${what.toUpperCase()}`);
    } else if (!around.includes(what)) {
      this.#outside(
        statement,
        keyword,
        what === "select" ? "a SELECT" : `a ${what.toUpperCase()} loop`,
      );
    }
  }

  #outside(statement: Statement, keyword: string, outside: string): void {
    this.#misplaced.add(statement);
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

function isLoop(enclosing: Enclosing): boolean {
  return enclosing !== "select";
}

function leaves({ kind }: Statement): boolean {
  return kind === "return" || kind === "exit" || kind === "continue";
}

function keywordOf(statement: Statement): string {
  if (statement.kind === "return") return "RETURN";
  if (statement.kind === "continue") return "CONTINUE";
  if (statement.kind !== "exit" || statement.what === "run") return "EXIT";
  return statement.what === "loop" ? "BREAK" : `EXIT ${statement.what.toUpperCase()}`;
}
