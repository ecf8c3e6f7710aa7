import type { KnownObject } from "../../host/known-object.ts";
import type { Expression, Identifier } from "../../syntax/ast.ts";
import type { PhraseEntry } from "../../syntax/pattern.ts";
import { resolveName } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { shapeOfKnownObject } from "./known-object-shape.ts";
import type { LintedScript } from "./linted-script.ts";
import type { Origins } from "./origins.ts";
import { functionUse } from "./passed-arguments.ts";
import type { Shape } from "./payload-shape.ts";

/** Words of a script without which none of its expressions is such an object. */
const MENTIONED =
  /\b(?:WHATSAPP|FAILED\s+MESSAGE|MESSAGE\s+HISTORY|SENT\s+MESSAGES|MADE\s+CALLS)\b/iu;

/** Finds out which expressions give an object that gbasic makes: WHATSAPP, SMS, CALL and their like. */
export class KnownObjectValues {
  readonly #linted: LintedScript;
  readonly #origins: Origins;
  /** What handlers find in variables that the script does not set. */
  readonly #variables = new Map<CheckedBody, ReadonlyMap<string, KnownObject>>();
  readonly #phrases: ReadonlyMap<PhraseEntry, KnownObject>;
  readonly #shapes = new Map<KnownObject, Shape>();

  constructor(linted: LintedScript, origins: Origins) {
    this.#linted = linted;
    this.#origins = origins;
    const { phrases } = linted.script.names.registry;
    this.#phrases = new Map(
      phrases.flatMap((entry): (readonly [PhraseEntry, KnownObject])[] =>
        entry.phraseKind === "function" && entry.object !== undefined
          ? [[entry, entry.object]]
          : [],
      ),
    );
    for (const { body, variables } of linted.script.handlers) {
      const held = variables.flatMap(({ key, holds }) =>
        holds === undefined ? [] : [[key, holds] as const],
      );
      if (held.length > 0) this.#variables.set(body, new Map(held));
    }
  }

  /** True where the script has no such expression. */
  get isEmpty(): boolean {
    return this.#variables.size === 0 && !MENTIONED.test(this.#linted.script.file.text);
  }

  /** Gives what can be read of such an object; undefined for any other expression. */
  shapeOf(expression: Expression, body: CheckedBody): Shape | undefined {
    const object = this.#objectOf(expression, body);
    if (object === undefined) return undefined;
    const shape = this.#shapes.get(object) ?? shapeOfKnownObject(object);
    this.#shapes.set(object, shape);
    return shape;
  }

  /** Names such an object, as a script writes it: `SMS`; undefined for any other expression. */
  nameOf(expression: Expression, body: CheckedBody): string | undefined {
    return this.#objectOf(expression, body)?.name;
  }

  #objectOf(expression: Expression, body: CheckedBody): KnownObject | undefined {
    const { names } = this.#linted.script;
    if (expression.kind === "name") return this.#objectNamed(expression.name, body);
    if (expression.kind === "call") return functionUse(names, body.scope, expression)?.entry.object;
    if (expression.kind !== "phrase") return undefined;
    return this.#phrases.get(expression.phrase.entry);
  }

  #objectNamed(name: Identifier, body: CheckedBody): KnownObject | undefined {
    const target = resolveName(this.#linted.script.names, body.scope, name);
    if (target?.kind === "function") return target.entry.object;
    const held = this.#variables.get(body)?.get(name.key);
    // A script may put something of its own into the variable.
    return this.#origins.of(body, name) === undefined ? held : undefined;
  }
}
