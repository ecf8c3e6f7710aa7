import type { RunnableEntry } from "../statements/define.ts";
import type { Procedure } from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import type { Registry } from "./registry.ts";
import type { FileNames } from "./script.ts";
import { includedIn, type ScriptSource } from "./script-source.ts";

/** Finds out what the names in a file can mean: its own come before those that it includes. */
export function namesOf(source: ScriptSource, registry: Registry): FileNames {
  const own = byKey(source.tree.procedures);
  const included = includedIn(source).flatMap(({ tree }) => tree.procedures);
  const runnable = new Map<PhraseEntry, RunnableEntry>();
  for (const entry of registry.phrases) {
    if (entry.phraseKind !== "declaration") runnable.set(entry, entry);
  }
  const procedures = included.length === 0 ? own : byKey([...own.values(), ...included]);
  return { registry, procedures, own, attempted: attemptedIn(source), runnable };
}

/** Words that other languages declare something of their own with. */
const DECLARING: ReadonlySet<string> = new Set(
  "DEF FUNC FN PROC PROCEDURE METHOD PROPERTY".split(" "),
);

function attemptedIn({ tree }: ScriptSource): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of tree.body) {
    if (statement.kind !== "command" || statement.command.known !== undefined) continue;
    const { words, mentioned } = statement.command;
    if (!DECLARING.has(words[0]?.key ?? "")) continue;
    for (const { key } of [...words.slice(1), ...mentioned]) found.add(key);
  }
  return found;
}

/** Of two SUBs of one name the first counts; the second is reported, so nothing runs. */
function byKey(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const found = new Map<string, Procedure>();
  for (const procedure of procedures) {
    if (!found.has(procedure.key)) found.set(procedure.key, procedure);
  }
  return found;
}
