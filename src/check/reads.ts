import { nameMessages } from "../diagnostics/codes/names.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Identifier } from "../syntax/ast.ts";
import { withoutSigil } from "../syntax/sigil.ts";
import { resolveName } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** Warns once per name and body where a name is read that nothing ever sets. */
export function checkReads(names: FileNames, body: Body, report: Report): void {
  const said = new Set<string>();
  const check = (name: Identifier) => {
    if (said.has(name.key) || resolveName(names, body.scope, name) !== undefined) return;
    said.add(name.key);
    report(nameMessages.neverSet(name.text, nearestName(name, body.scope)), name);
  };
  walkBlock(body.block, {
    expression(expression) {
      if (expression.kind === "name") check(expression.name);
    },
  });
}

/** The same word with another sigil is the likeliest slip, however short the word is. */
function nearestName(name: Identifier, scope: Scope): string | undefined {
  const word = withoutSigil(name.key);
  const other = scope.names.find((known) => withoutSigil(known.toUpperCase()) === word);
  return other ?? suggest(name.text, scope.names);
}
