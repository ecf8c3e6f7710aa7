import { constantMessages } from "../diagnostics/codes/constants.ts";
import type { Message, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Expression, Identifier, Statement } from "../syntax/ast.ts";
import { calledProcedure, resolveCall } from "./resolve.ts";
import type { Body, FileNames } from "./script.ts";
import { setNames } from "./set-names.ts";
import { childExpressions, walkBlock } from "./walk.ts";

/**
 * Checks the CONSTs of a body: each stands outside of blocks, is made of what never changes, and
 * nothing gives it another value.
 */
export function checkConstants(
  file: SourceFile,
  names: FileNames,
  body: Body,
  report: Report,
): void {
  const checker = new ConstantChecker(file, names, body, report);
  const outside = new Set(body.block);
  walkBlock(body.block, {
    statement: (statement) => checker.statement(statement, outside.has(statement)),
  });
}

class ConstantChecker {
  readonly #file: SourceFile;
  readonly #names: FileNames;
  readonly #body: Body;
  readonly #report: Report;

  constructor(file: SourceFile, names: FileNames, body: Body, report: Report) {
    this.#file = file;
    this.#names = names;
    this.#body = body;
    this.#report = report;
  }

  statement(statement: Statement, isOutside: boolean): void {
    if (statement.kind !== "const") {
      for (const name of setNames(statement)) this.#set(name);
      if (statement.kind === "assignment") this.#part(statement.target);
      return;
    }
    for (const { name, value } of statement.constants) {
      if (!isOutside) this.#report(constantMessages.insideBlock(name.text), statement);
      else {
        this.#set(name);
        this.#value(name, value);
      }
    }
  }

  /** Reports a name that is set although it is a CONST; the place where it is made is none. */
  #set(name: Identifier): void {
    const made = this.#body.scope.constant(name.key);
    if (made === undefined || made === name) return;
    const related = [{ file: this.#file, span: made, message: constantMessages.isHere(made.text) }];
    this.#report(constantMessages.setAgain(name.text), name, { related });
  }

  /** `NAMES[0] = …` and `ORDER.total = …` change the value of the name that they begin with. */
  #part(target: Expression | { readonly kind: "field" }): void {
    switch (target.kind) {
      case "member":
      case "index":
        if (target.target.kind === "name") this.#set(target.target.name);
        else this.#part(target.target);
        break;
      case "call":
        this.#set(target.name);
        break;
      default:
        break;
    }
  }

  #value(name: Identifier, value: Expression): void {
    const problem = this.#problem(name, value);
    if (problem !== undefined) this.#report(problem, value);
    else for (const child of childExpressions(value)) this.#value(name, child);
  }

  /** Says why an expression is nothing for a CONST, without looking at what is inside it. */
  #problem(name: Identifier, value: Expression): Message | undefined {
    const { scope } = this.#body;
    if (value.kind === "phrase") {
      const entry = this.#names.runnable.get(value.phrase.entry);
      const isPure = entry?.suspends === false && entry.needs.length === 0;
      return isPure ? undefined : constantMessages.dependsOn(name.text, value.phrase.entry.title);
    }
    const procedure = calledProcedure(this.#names, scope, value);
    if (procedure !== undefined) {
      return constantMessages.dependsOn(name.text, procedure.displayName);
    }
    if (value.kind === "name") return this.#namedProblem(name, value.name);
    const isElement =
      value.kind === "call" && resolveCall(this.#names, scope, value.name)?.kind === "element";
    return isElement ? this.#namedProblem(name, value.name) : undefined;
  }

  #namedProblem(name: Identifier, { key, text }: Identifier): Message | undefined {
    const { scope } = this.#body;
    if (scope.find(key) === undefined) return undefined;
    const made = scope.constant(key);
    if (made === undefined) return constantMessages.dependsOnVariable(name.text, text);
    if (made.start < name.start || scope.outer?.constant(key) === made) return undefined;
    return constantMessages.tooEarly(name.text, made.text);
  }
}
