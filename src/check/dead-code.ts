import type {
  Block,
  DoStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  IfStatement,
  SelectStatement,
  Statement,
  WhileStatement,
} from "../syntax/ast.ts";
import type { Body } from "./script.ts";
import { isFalse, isTrue } from "./constant-conditions.ts";

/** Statements that nothing reaches: the first of them, and why. */
export interface DeadCode {
  readonly first: Statement;
  readonly cause: DeadCodeCause;
}

/** Why statements never run; `leaving` is the statement before them that always leaves. */
export type DeadCodeCause =
  | { readonly kind: "after"; readonly leaving: Statement }
  | { readonly kind: "after-all-ways" | "after-endless-loop" | "never-true" | "same-case" }
  | { readonly kind: "counts-down" };

/**
 * Finds the statements of a body that never run. Conditions of IF are not judged, even where they
 * are always the same: people switch lines off so.
 * @param misplaced statements that leave nothing, which was reported already
 */
export function findDeadCode(
  { block, jumps }: Body,
  misplaced: ReadonlySet<Statement>,
): readonly DeadCode[] {
  const finder = new DeadCodeFinder(misplaced, jumps.traps);
  finder.follow(block);
  return finder.found;
}

/** A loop or SELECT around, and whether an EXIT or BREAK that is reached leaves it. */
interface Enclosing {
  readonly kind: "for" | "while" | "do" | "select";
  left: boolean;
}

class DeadCodeFinder {
  readonly found: DeadCode[] = [];
  readonly #misplaced: ReadonlySet<Statement>;
  /** True where ON ERROR may go on behind a THROW. */
  readonly #traps: boolean;
  readonly #around: Enclosing[] = [];

  constructor(misplaced: ReadonlySet<Statement>, traps: boolean) {
    this.#misplaced = misplaced;
    this.#traps = traps;
  }

  /** Tells whether the end of a block is reached. */
  follow(block: Block): boolean {
    let reached = true;
    for (const [at, statement] of block.entries()) {
      // Whatever is before it, a label can be jumped to.
      reached ||= statement.kind === "label";
      if (!reached || this.#goesOn(statement)) continue;
      reached = false;
      const dead = block[at + 1];
      if (dead?.kind !== "label") this.#note(dead, causeAfter(statement));
    }
    return reached;
  }

  #note(first: Statement | undefined, cause: DeadCodeCause): void {
    if (first !== undefined && first.kind !== "broken") this.found.push({ first, cause });
  }

  /** Tells whether what stands behind a statement is reached. */
  #goesOn(statement: Statement): boolean {
    switch (statement.kind) {
      case "throw":
        return this.#traps;
      case "return":
      case "continue":
      case "goto":
      case "resume":
        return this.#misplaced.has(statement);
      case "exit":
        if (this.#misplaced.has(statement)) return true;
        this.#leave(statement.what);
        return false;
      case "if":
        return this.#followIf(statement);
      case "select":
        return this.#followSelect(statement);
      case "for":
      case "for-each":
        this.#followFor(statement);
        return true;
      case "while":
      case "do":
        return this.#followLoop(statement);
      case "with":
        return this.follow(statement.body);
      case "try": {
        const ends = [
          statement.body,
          ...(statement.handler === undefined ? [] : [statement.handler.body]),
        ];
        const goesOn = ends.map((block) => this.follow(block)).includes(true);
        return this.follow(statement.cleanup ?? []) && goesOn;
      }
      default:
        return true;
    }
  }

  #followIf({ branches, otherwise }: IfStatement): boolean {
    const ends = branches.map(({ body }) => this.follow(body));
    return this.follow(otherwise ?? []) || ends.includes(true);
  }

  #followSelect({ cases, otherwise }: SelectStatement): boolean {
    const seen = new Set<unknown>();
    let goesOn = false;
    const around: Enclosing = { kind: "select", left: false };
    this.#around.push(around);
    for (const { tests, body } of cases) {
      const values = tests.map((test) =>
        test.kind === "equals" && test.value.kind === "literal" ? test.value.value : test,
      );
      if (values.every((value) => seen.has(value))) this.#note(body[0], { kind: "same-case" });
      else if (this.follow(body)) goesOn = true;
      for (const value of values) seen.add(value);
    }
    if (this.follow(otherwise ?? [])) goesOn = true;
    this.#around.pop();
    return goesOn || around.left;
  }

  #followFor(loop: ForStatement | ForEachStatement): void {
    if (loop.kind === "for" && countsDown(loop)) {
      this.#note(loop.body[0], { kind: "counts-down" });
    } else this.#followInside("for", loop.body);
  }

  #followLoop(loop: WhileStatement | DoStatement): boolean {
    if (neverBegins(loop)) {
      this.#note(loop.body[0], { kind: "never-true" });
      return true;
    }
    const left = this.#followInside(loop.kind, loop.body);
    return left || !neverEnds(loop);
  }

  /** Follows the body of a loop. @returns whether something in it leaves the loop */
  #followInside(kind: Enclosing["kind"], body: Block): boolean {
    const around: Enclosing = { kind, left: false };
    this.#around.push(around);
    this.follow(body);
    this.#around.pop();
    return around.left;
  }

  #leave(what: string): void {
    const target = this.#around.findLast(({ kind }) =>
      what === "loop" ? kind !== "select" : kind === what,
    );
    if (target !== undefined) target.left = true;
  }
}

function causeAfter(statement: Statement): DeadCodeCause {
  switch (statement.kind) {
    case "return":
    case "throw":
    case "continue":
    case "goto":
    case "resume":
    case "exit":
      return { kind: "after", leaving: statement };
    case "while":
    case "do":
      return { kind: "after-endless-loop" };
    default:
      return { kind: "after-all-ways" };
  }
}

function neverBegins(loop: WhileStatement | DoStatement): boolean {
  if (loop.kind === "while") return isFalse(loop.condition);
  const { before } = loop;
  return before !== undefined && (before.until ? isTrue : isFalse)(before.condition);
}

function neverEnds(loop: WhileStatement | DoStatement): boolean {
  if (loop.kind === "while") return isTrue(loop.condition);
  return [loop.before, loop.after].every(
    (test) => test === undefined || (test.until ? isFalse : isTrue)(test.condition),
  );
}

/** `FOR I = 5 TO 1` without a STEP makes no turn. */
function countsDown({ from, to, step }: ForStatement): boolean {
  const [first, last] = [numberOf(from), numberOf(to)];
  return step === undefined && first !== undefined && last !== undefined && first > last;
}

function numberOf(expression: Expression): number | undefined {
  return expression.kind === "literal" && typeof expression.value === "number"
    ? expression.value
    : undefined;
}
