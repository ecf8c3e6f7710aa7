import type { Block, Declaration, Identifier, ScriptTree } from "../syntax/ast.ts";
import { jumpsOf, trapsForFile } from "./jumps.ts";
import { handlerScope, procedureScope, scopeOf } from "./names.ts";
import { type Scope, type SlotSpace, WAS_INCLUDED } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";

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
  const globals = scopeOf(tree.body, undefined, space);
  globals.reserve(WAS_INCLUDED);
  const traps = trapsForFile(tree.body);
  const make = (kind: Body["kind"], title: string, block: Block, scope: Scope): Body => ({
    kind,
    title,
    block,
    scope,
    jumps: jumpsOf(block, traps),
  });
  const main = make("main", "the top level", tree.body, globals);
  const procedures = new Map(
    [...byKey].map(([key, procedure]) => {
      const { kind, displayName, body } = procedure;
      const title = `${kind.toUpperCase()} ${displayName}`;
      return [key, { ...make(kind, title, body, procedureScope(procedure, globals)), procedure }];
    }),
  );
  const handlers = tree.declarations.map((handler) => {
    const { phrase, body } = handler;
    const scope = handlerScope(body, globals, provided(handler));
    return make("handler", `the handler ${phrase.entry.title}`, body, scope);
  });
  const unserved = [...tree.unserved, ...tree.headless].map(({ body = [] }) =>
    make("handler", "the handler", body, scopeOf(body, globals)),
  );
  const all = [main, ...procedures.values(), ...handlers, ...unserved];
  return { main, procedures, handlers, unserved, all };
}
