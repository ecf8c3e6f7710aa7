import type { Expression, Identifier, Procedure, Statement } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import { calledProcedure } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { type AddedPart, partsAppendedBy, partsSetBy } from "./list-parts.ts";

/** One way in which a variable gets its value. */
export interface Origin {
  /**
   * The value itself, an item of it (FOR EACH), a number that a loop counts, or a part that is put
   * into what the variable holds.
   */
  readonly kind: "value" | "item" | "number" | "part";
  readonly expression: Expression;
  /** The body that the expression stands in, which its names belong to. */
  readonly body: CheckedBody;
}

/** Tells for each variable of a script which values it is ever given, in whatever order. */
export class Origins {
  readonly #linted: LintedScript;
  readonly #byVariable = new Map<string, Origin[]>();
  /** Variables that get values in ways that are not followed. */
  readonly #unknown = new Set<string>();
  readonly #numbers: ReadonlyMap<CheckedBody, number>;

  constructor(linted: LintedScript) {
    this.#linted = linted;
    this.#numbers = new Map(linted.bodies.map((body, number) => [body, number]));
    for (const body of linted.bodies) this.#collect(body);
    this.#markUncalled();
  }

  /**
   * Lists what a variable is ever set to.
   * @returns undefined where it may get a value in a way that is not known
   */
  of(body: CheckedBody, name: Identifier): readonly Origin[] | undefined {
    const variable = this.#variable(body, name.key);
    if (variable === undefined || this.#unknown.has(variable)) return undefined;
    return this.#byVariable.get(variable);
  }

  /** Gives what a variable always holds; undefined where it is set in several ways, or in an unknown one. */
  only(body: CheckedBody, name: Identifier): Origin | undefined {
    const [origin, ...others] = this.of(body, name) ?? [];
    return origin?.kind === "value" && others.length === 0 ? origin : undefined;
  }

  #collect(body: CheckedBody): void {
    const { names } = this.#linted.script;
    walkBlock(body.block, {
      statement: (statement) => {
        this.#collectStatement(statement, body);
        this.#addParts(partsSetBy(statement), body);
        if (statement.kind === "spawn") {
          this.#pass(calledProcedure(names, body.scope, statement.call), statement.call.args, body);
        }
      },
      expression: (expression) => {
        const procedure = calledProcedure(names, body.scope, expression);
        this.#pass(procedure, "args" in expression ? expression.args : [], body);
        this.#addParts(partsAppendedBy(expression), body);
      },
    });
  }

  #addParts(parts: readonly AddedPart[], body: CheckedBody): void {
    for (const { holder, value } of parts) this.#add(body, holder.key, "part", value);
  }

  #collectStatement(statement: Statement, body: CheckedBody): void {
    switch (statement.kind) {
      case "assignment":
        if (statement.target.kind === "name") {
          this.#add(body, statement.target.name.key, "value", statement.value);
        }
        break;
      case "dim":
        for (const { name, value } of statement.variables) {
          if (value !== undefined) this.#add(body, name.key, "value", value);
        }
        break;
      case "const":
        for (const { name, value } of statement.constants) {
          this.#add(body, name.key, "value", value);
        }
        break;
      case "for":
        this.#add(body, statement.variable.key, "number", statement.from);
        break;
      case "for-each":
        this.#add(body, statement.variable.key, "item", statement.list);
        break;
      case "with":
        if (statement.target.kind === "name" && statement.value !== undefined) {
          this.#add(body, statement.target.name.key, "value", statement.value);
        }
        break;
      default:
        break;
    }
  }

  /** Arguments are where parameters get their values. */
  #pass(procedure: Procedure | undefined, args: readonly Expression[], body: CheckedBody): void {
    const callee = procedure && this.#linted.script.procedures.get(procedure.key)?.body;
    if (procedure === undefined || callee === undefined) return;
    for (const [index, { name }] of procedure.parameters.entries()) {
      const argument = args[index];
      const variable = this.#variable(callee, name.key);
      if (variable === undefined) continue;
      if (argument === undefined) this.#unknown.add(variable);
      else this.#addTo(variable, { kind: "value", expression: argument, body });
    }
  }

  /** Nobody knows what another file passes to a SUB that this one never calls. */
  #markUncalled(): void {
    for (const { procedure, body } of this.#linted.script.procedures.values()) {
      for (const { name } of procedure.parameters) {
        const variable = this.#variable(body, name.key);
        if (variable !== undefined && !this.#byVariable.has(variable)) this.#unknown.add(variable);
      }
    }
  }

  #add(body: CheckedBody, key: string, kind: Origin["kind"], expression: Expression): void {
    const variable = this.#variable(body, key);
    if (variable !== undefined) this.#addTo(variable, { kind, expression, body });
  }

  #addTo(variable: string, origin: Origin): void {
    const known = this.#byVariable.get(variable);
    if (known === undefined) this.#byVariable.set(variable, [origin]);
    else known.push(origin);
  }

  /** Tells variables of different bodies apart; the top level's are the same everywhere. */
  #variable(body: CheckedBody, key: string): string | undefined {
    const slot = body.scope.find(key);
    if (slot === undefined) return undefined;
    const isGlobal = slot.where === "global" || body.kind === "main";
    return `${String(isGlobal ? 0 : this.#numbers.get(body))} ${key}`;
  }
}
