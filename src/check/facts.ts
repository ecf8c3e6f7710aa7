import type { Capability } from "../host/host.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Expression, Phrase, Statement } from "../syntax/ast.ts";
import { calledProcedure, resolveCall, resolveName } from "./resolve.ts";
import type { Body, FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** An effect on the outside, such as a message that is sent. */
export interface Effect {
  readonly title: string;
  readonly file: SourceFile;
  readonly span: Span;
}

/** What one walk over a body finds out, before its calls are followed. */
export interface BodyFacts {
  /** Keys of the SUBs and FUNCTIONs that it calls, each with the first place. */
  readonly calls: ReadonlyMap<string, Span>;
  /** True where it holds a phrase that suspends. */
  readonly suspends: boolean;
  readonly loops: boolean;
  readonly effects: readonly Effect[];
  readonly needs: ReadonlySet<Capability>;
}

/** What leaves the machine; reading a request or writing the response is no effect. */
const EFFECTFUL: ReadonlySet<Capability> = new Set([
  ...(["mail", "whatsapp", "sms", "phone", "model", "call", "http"] as const),
]);

/** A RESUME may go back too. */
const LOOPS: ReadonlySet<Statement["kind"]> = new Set([
  "for",
  "for-each",
  "while",
  "do",
  "goto",
  "gosub",
  "resume",
]);

/** Collects the facts of a body. @param file where it stands */
export function factsOf(names: FileNames, body: Body, file: SourceFile): BodyFacts {
  const collector = new FactCollector(names, body, file);
  walkBlock(body.block, collector);
  return collector;
}

class FactCollector implements BodyFacts {
  readonly calls = new Map<string, Span>();
  readonly effects: Effect[] = [];
  readonly needs = new Set<Capability>();
  suspends = false;
  loops = false;
  readonly #names: FileNames;
  readonly #body: Body;
  readonly #file: SourceFile;

  constructor(names: FileNames, body: Body, file: SourceFile) {
    this.#names = names;
    this.#body = body;
    this.#file = file;
  }

  statement(statement: Statement): void {
    if (statement.kind === "phrase-statement") this.#phrase(statement.phrase);
    this.loops ||= LOOPS.has(statement.kind);
    // The SUB runs later, so it is no callee of this body.
    if (statement.kind === "spawn") this.#effect("SPAWN", statement);
  }

  expression(expression: Expression): void {
    if (expression.kind === "phrase") this.#phrase(expression.phrase);
    const callee = calledProcedure(this.#names, this.#body.scope, expression);
    if (callee !== undefined && !this.calls.has(callee.key)) {
      this.calls.set(callee.key, expression);
    }
    for (const capability of this.#functionNeeds(expression)) this.needs.add(capability);
  }

  #phrase(phrase: Phrase): void {
    const entry = this.#names.runnable.get(phrase.entry);
    if (entry === undefined) return;
    this.suspends ||= entry.suspends;
    const needs = entry.needsFor((slot) => beginningOf(phrase, slot));
    for (const capability of needs) this.needs.add(capability);
    if (entry.needs.some((capability) => EFFECTFUL.has(capability))) {
      this.#effect(entry.title, phrase);
    }
  }

  #effect(title: string, span: Span): void {
    this.effects.push({ title, file: this.#file, span });
  }

  #functionNeeds(expression: Expression): readonly Capability[] {
    const { registry } = this.#names;
    if (expression.kind === "method")
      return registry.methods.get(expression.method.key)?.needs ?? [];
    if (expression.kind !== "call" && expression.kind !== "name") return [];
    const resolve = expression.kind === "call" ? resolveCall : resolveName;
    const target = resolve(this.#names, this.#body.scope, expression.name);
    return target?.kind === "function" ? target.entry.needs : [];
  }
}

/** Gives how the text in a slot begins, where it begins with a text that is written out. */
function beginningOf({ slots }: Phrase, name: string): string | undefined {
  const slot = slots.get(name);
  if (slot?.kind !== "expression") return undefined;
  let first = slot.value;
  while (first.kind === "binary") first = first.left;
  if (first.kind === "template") {
    const [part] = first.parts;
    return typeof part === "string" ? part : undefined;
  }
  return first.kind === "literal" && typeof first.value === "string" ? first.value : undefined;
}
