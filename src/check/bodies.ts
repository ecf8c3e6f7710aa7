import type { Block, Declaration, Identifier, Procedure, ScriptTree } from "../syntax/ast.ts";
import { jumpsOf, trapsForFile } from "./jumps.ts";
import { handlerScope, procedureScope, scopeOf } from "./names.ts";
import { type Scope, type SlotSpace, WAS_INCLUDED } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";
import { setNames } from "./set-names.ts";
import { walkBlock } from "./walk.ts";
import { ANSWER_PREFIX } from "./webhook-answers.ts";

/** The variables of a handler that its script does not set itself. */
export interface Provided {
  /** The name of what the handler is about; undefined where it has none. */
  readonly object: string | undefined;
  /** What statements elsewhere name that lead to the handler. */
  readonly given: readonly Identifier[];
}

/** All bodies of a file. */
export interface Bodies {
  readonly main: Body;
  /** By `Procedure.key`. */
  readonly procedures: ReadonlyMap<string, Body>;
  readonly handlers: readonly Body[];
  /** Those of handlers that gbasic does not serve, or cannot, as their first line is wrong. */
  readonly unserved: readonly Body[];
  readonly all: readonly Body[];
}

/**
 * Makes the bodies of a file, each with its scope.
 * @param space the places of the variables of its top level, and of those that are included with it
 * @param provided the variables of each handler that its script does not set itself
 */
export function bodiesOf(
  tree: ScriptTree,
  { own: byKey }: FileNames,
  space: SlotSpace,
  provided: (handler: Declaration) => Provided,
): Bodies {
  const ofFile = tree.declarations.find(({ wholeFile }) => wholeFile);
  const lines = [...tree.body, ...(ofFile?.body ?? [])];
  const globals = scopeOf(lines, undefined, space);
  globals.reserve(WAS_INCLUDED);
  shareAnswers(tree.declarations, [...byKey.values()], globals);
  const traps = trapsForFile(lines);
  const make = (kind: Body["kind"], title: string, block: Block, scope: Scope): Body => ({
    kind,
    title,
    block,
    scope,
    jumps: jumpsOf(block, traps),
  });
  const main = make("main", "the top level", tree.body, globals);
  const handlers = tree.declarations.map((handler) => {
    // What a handler sets that is the rest of the file stands where the top level stands.
    const scope =
      handler === ofFile ? globals : handlerScope(handler.body, globals, provided(handler));
    giveVariables(handler, scope);
    return make("handler", `the handler ${handler.phrase.entry.title}`, handler.body, scope);
  });
  const procedures = new Map(
    [...byKey].map(([key, procedure]) => {
      const { kind, displayName, body } = procedure;
      const title = `${kind.toUpperCase()} ${displayName}`;
      return [key, { ...make(kind, title, body, procedureScope(procedure, globals)), procedure }];
    }),
  );
  const unserved = [...tree.unserved, ...tree.headless].map(({ body = [] }) =>
    make("handler", "the handler", body, scopeOf(body, globals)),
  );
  const all = [main, ...procedures.values(), ...handlers, ...unserved];
  return { main, procedures, handlers, unserved, all };
}

function shareAnswers(
  handlers: readonly Declaration[],
  procedures: readonly Procedure[],
  globals: Scope,
): void {
  if (!handlers.some((handler) => givenTo(handler).length > 0)) return;
  for (const name of answersOf(procedures)) globals.assign(name);
}

function giveVariables(handler: Declaration, scope: Scope): void {
  const { start, end } = handler.phrase;
  for (const text of givenTo(handler)) {
    scope.assign({ text, key: text.toUpperCase(), start, end });
  }
}

function givenTo({ phrase: { entry, slots } }: Declaration): readonly string[] {
  return entry.variables?.(slots) ?? [];
}

/** What a SUB sets of the response of a webhook: it does not read it, so it is for others. */
function answersOf(procedures: readonly Procedure[]): readonly Identifier[] {
  return procedures.flatMap(({ body }) => {
    const found: Identifier[] = [];
    const read = new Set<string>();
    walkBlock(body, {
      statement(statement) {
        found.push(...setNames(statement).filter(({ key }) => key.startsWith(ANSWER_PREFIX)));
      },
      expression(expression) {
        if (expression.kind === "name") read.add(expression.name.key);
      },
    });
    return found.filter(({ key }) => !read.has(key));
  });
}
