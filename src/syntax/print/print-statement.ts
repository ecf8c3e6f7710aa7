import type {
  Block,
  CaseTest,
  CommandStatement,
  DoStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  IfStatement,
  LabelStatement,
  LoopTest,
  ParameterDefaultStatement,
  SelectStatement,
  Statement,
  TryStatement,
  WithStatement,
} from "../ast.ts";
import { printExpression, type Procedures } from "./print-expression.ts";
import { isLineNumber, printJump } from "./print-jump.ts";
import { printSimpleStatement } from "./print-simple-statement.ts";
import { atLeast, bracketed, PRIMARY, type Print } from "./printed.ts";

/** Writes statements, each in lines of its own. */
export class StatementPrinter {
  readonly #procedures: Procedures;
  readonly #lines: string[] = [];
  #depth = 0;
  /** The number of the line that is written next. */
  #number: string | undefined;

  constructor(procedures: Procedures) {
    this.#procedures = procedures;
  }

  /** The lines written so far. */
  get lines(): readonly string[] {
    return this.#number === undefined ? this.#lines : [...this.#lines, this.#number];
  }

  /**
   * Writes one line at the depth of the block it is in; "" is a blank line. A text block comes as
   * several lines, those between the first and the last one level deeper.
   */
  line(text: string): void {
    const lines = text.split("\n");
    lines.forEach((line, at) => {
      const inside = at > 0 && at < lines.length - 1;
      const indentation = "  ".repeat(inside ? this.#depth + 1 : this.#depth);
      const number = this.#number === undefined ? "" : `${this.#number} `;
      this.#number = undefined;
      this.#lines.push(line === "" ? number.trim() : number + indentation + line);
    });
  }

  /** Writes a parameter with the value that it has by default. */
  parameter(statement: ParameterDefaultStatement): string {
    return printSimpleStatement(statement, this.#procedures);
  }

  /** Writes the statements of a block one level deeper. */
  block(block: Block): void {
    this.#depth++;
    for (const statement of block) this.statement(statement);
    this.#depth--;
  }

  /** @throws Error for a statement that could not be read */
  statement(statement: Statement): void {
    switch (statement.kind) {
      case "try":
        this.#try(statement);
        break;
      case "if":
        this.#if(statement);
        break;
      case "for":
      case "for-each":
        this.#for(statement);
        break;
      case "while":
        this.#section(`WHILE ${this.#text(statement.condition)}`, statement.body, "WEND");
        break;
      case "do":
        this.#do(statement);
        break;
      case "select":
        this.#select(statement);
        break;
      case "with":
        this.#with(statement);
        break;
      case "command":
        this.command(statement);
        break;
      case "label":
        this.#label(statement);
        break;
      default:
        this.line(printSimpleStatement(statement, this.#procedures));
    }
  }

  /** Writes what gbasic lacks as it was written, and its block. */
  command({ command, body }: Pick<CommandStatement, "command" | "body">): void {
    this.line(command.text);
    if (body === undefined) return;
    this.block(body);
    this.line(`END ${command.closing ?? ""}`);
  }

  #label(statement: LabelStatement): void {
    if (this.#number !== undefined) this.line("");
    if (isLineNumber(statement)) this.#number = printJump(statement);
    else this.line(printJump(statement));
  }

  readonly print: Print = (expression) => printExpression(expression, this.#procedures);

  #text(expression: Expression): string {
    return this.print(expression).text;
  }

  /** Writes an expression before a word of the statement, which must not end it early. */
  #before(expression: Expression, ...stops: readonly string[]): string {
    const printed = this.print(expression);
    const clashes = printed.words.some((word) => stops.includes(word));
    return clashes ? bracketed(printed).text : printed.text;
  }

  #section(head: string, body: Block, closing: string): void {
    this.line(head);
    this.block(body);
    this.line(closing);
  }

  #if({ branches, otherwise }: IfStatement): void {
    branches.forEach(({ condition, body }, at) => {
      this.line(`${at === 0 ? "IF" : "ELSEIF"} ${this.#text(condition)} THEN`);
      this.block(body);
    });
    if (otherwise !== undefined) {
      this.line("ELSE");
      this.block(otherwise);
    }
    this.line("END IF");
  }

  #for(statement: ForStatement | ForEachStatement): void {
    const { variable, body } = statement;
    const head = statement.kind === "for" ? this.#range(statement) : this.#each(statement);
    this.#section(head, body, `NEXT ${variable.text}`);
  }

  #range({ variable, from, to, step }: ForStatement): string {
    const by = step === undefined ? "" : ` STEP ${this.#text(step)}`;
    const range = `${this.#before(from, "TO")} TO ${this.#before(to, "STEP")}`;
    return `FOR ${variable.text} = ${range}${by}`;
  }

  #each({ keyVariable, variable, list, last }: ForEachStatement): string {
    const names =
      keyVariable === undefined ? variable.text : `${keyVariable.text}, ${variable.text}`;
    const count = last === undefined ? "" : ` LAST ${this.#before(last, "DO")}`;
    return `FOR EACH ${names} IN ${this.#before(list, "LAST", "DO")}${count}`;
  }

  #do({ before, after, body }: DoStatement): void {
    this.#section(`DO${this.#test(before)}`, body, `LOOP${this.#test(after)}`);
  }

  #test(test: LoopTest | undefined): string {
    if (test === undefined) return "";
    return ` ${test.until ? "UNTIL" : "WHILE"} ${this.#text(test.condition)}`;
  }

  #try({ body, handler, cleanup }: TryStatement): void {
    this.line("TRY");
    this.block(body);
    if (handler !== undefined) {
      const { variable } = handler;
      this.line(variable === undefined ? "CATCH" : `CATCH ${variable.text}`);
      this.block(handler.body);
    }
    if (cleanup !== undefined) {
      this.line("FINALLY");
      this.block(cleanup);
    }
    this.line("END TRY");
  }

  #with({ target, value, body }: WithStatement): void {
    const set = value === undefined ? "" : ` = ${this.#text(value)}`;
    const subject =
      target.kind === "field" ? target.name.text : atLeast(this.print(target), PRIMARY).text;
    this.#section(`WITH ${subject}${set}`, body, "END WITH");
  }

  #select({ subject, cases, otherwise }: SelectStatement): void {
    this.line(`SELECT CASE ${this.#text(subject)}`);
    this.#depth++;
    for (const { tests, body } of cases) {
      this.line(`CASE ${tests.map((test) => this.#caseTest(test)).join(", ")}`);
      this.block(body);
    }
    if (otherwise !== undefined) {
      this.line("CASE ELSE");
      this.block(otherwise);
    }
    this.#depth--;
    this.line("END SELECT");
  }

  #caseTest(test: CaseTest): string {
    switch (test.kind) {
      case "equals":
        return this.#caseValue(test.value);
      case "range":
        return `${this.#before(test.from, "TO")} TO ${this.#caseValue(test.to)}`;
      case "compare":
        return `IS ${test.operator} ${this.#caseValue(test.value)}`;
    }
  }

  /** A comma after the value begins the next test. */
  #caseValue(value: Expression): string {
    const printed = this.print(value);
    return printed.takesComma ? bracketed(printed).text : this.#before(value, "TO");
  }
}
