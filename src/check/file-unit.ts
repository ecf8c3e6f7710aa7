import type { Registry } from "./registry.ts";
import { type Bodies, bodiesOf } from "./bodies.ts";
import { type BodyFacts, factsOf } from "./facts.ts";
import { namesOf } from "./file-names.ts";
import type { SlotSpace } from "./scope.ts";
import type { FileNames } from "./script.ts";
import type { ScriptSource } from "./script-source.ts";

/** One file of a script while it is checked. */
export interface FileUnit {
  readonly source: ScriptSource;
  readonly names: FileNames;
  readonly bodies: Bodies;
  readonly mainFacts: BodyFacts;
}

/** Makes the names, bodies and facts of a file. @param space the places of all top levels */
export function unitOf(source: ScriptSource, registry: Registry, space: SlotSpace): FileUnit {
  const names = namesOf(source, registry);
  const bodies = bodiesOf(source.tree, names, space);
  return { source, names, bodies, mainFacts: mainFactsOf(source, names, bodies) };
}

/** Lists the facts of all that can be called: SUBs, FUNCTIONs, and the top levels of files. */
export function callableFacts(units: readonly FileUnit[]): ReadonlyMap<string, BodyFacts> {
  const facts = new Map<string, BodyFacts>();
  for (const { source, names, bodies, mainFacts } of units) {
    facts.set(topLevelKey(source), mainFacts);
    for (const [key, body] of bodies.procedures) {
      if (!facts.has(key)) facts.set(key, factsOf(names, body, source.file));
    }
  }
  return facts;
}

/** An INCLUDE is a call of the top level of the file that it names. */
function mainFactsOf(source: ScriptSource, names: FileNames, { main }: Bodies): BodyFacts {
  const facts = factsOf(names, main, source.file);
  if (source.included.size === 0) return facts;
  const { suspends, loops, effects, needs } = facts;
  const includes = [...source.included].map(([span, one]) => [topLevelKey(one), span] as const);
  return { suspends, loops, effects, needs, calls: new Map([...facts.calls, ...includes]) };
}

/** No name of a SUB is like it. */
function topLevelKey({ file }: ScriptSource): string {
  return `"${file.path}"`;
}
