import type { Expression, Identifier, Statement } from "../syntax/ast.ts";
import { withoutSigil } from "../syntax/sigil.ts";
import type { Body, FileNames } from "./script.ts";
import { setNames } from "./set-names.ts";
import { walkBlock } from "./walk.ts";

/** The ways in which a body fills the response of a `WEBHOOK "name"`, beside RETURN and PRINT. */
export interface WebhookAnswers {
  /** Variables such as `result_status`, by what the response calls them, where they are first set. */
  readonly fields: ReadonlyMap<string, Identifier>;
  /** The objects `result` and `response`, where the script first makes them. */
  readonly objects: readonly Identifier[];
}

/** How the names of variables begin that are part of the response, upper case. */
export const ANSWER_PREFIX = "RESULT_";
const OBJECTS = ["RESULT", "RESPONSE"];

/**
 * Finds out how bodies fill the response; they are those of a handler and of what runs before it.
 * @param called bodies whose variables count where they are the handler's too
 */
export function findWebhookAnswers(
  names: Pick<FileNames, "runnable">,
  bodies: readonly Pick<Body, "block">[],
  called: readonly Pick<Body, "block">[] = [],
): WebhookAnswers {
  const fields = new Map<string, Identifier>();
  const objects = new Map<string, Identifier>();
  const noteField = (name: Identifier) => {
    if (!name.key.startsWith(ANSWER_PREFIX)) return;
    const field = withoutSigil(name.text.slice(ANSWER_PREFIX.length));
    const isNew = ![...fields.values()].some(({ key }) => key === name.key);
    if (isNew && field !== "") fields.set(field, name);
  };
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        setNames(statement).forEach(noteField);
        const made = madeObject(statement, names);
        if (made !== undefined && !objects.has(made.key)) objects.set(made.key, made);
      },
    });
  }
  for (const { block } of called) {
    walkBlock(block, { statement: (statement) => setNames(statement).forEach(noteField) });
  }
  return { fields, objects: OBJECTS.flatMap((key) => objects.get(key) ?? []) };
}

/**
 * Tells which of the two objects a statement makes or fills. What the outside gave, as in
 * `response = LLM question`, is no answer to whoever called.
 */
function madeObject(
  statement: Statement,
  names: Pick<FileNames, "runnable">,
): Identifier | undefined {
  if (statement.kind === "with")
    return rootOf(statement.target.kind === "field" ? undefined : statement.target);
  if (statement.kind !== "assignment") return undefined;
  const { target, value } = statement;
  if (target.kind === "field") return undefined;
  if (target.kind === "name" && comesFromOutside(value, names)) return undefined;
  return rootOf(target);
}

function rootOf(target: Expression | undefined): Identifier | undefined {
  if (target === undefined) return undefined;
  if (target.kind === "name") return OBJECTS.includes(target.name.key) ? target.name : undefined;
  return target.kind === "member" || target.kind === "index" ? rootOf(target.target) : undefined;
}

function comesFromOutside(value: Expression, { runnable }: Pick<FileNames, "runnable">): boolean {
  if (value.kind === "command-value") return true;
  if (value.kind !== "phrase") return false;
  const entry = runnable.get(value.phrase.entry);
  return entry === undefined || entry.suspends || entry.needs.length > 0;
}
