import type { Registry } from "./registry.ts";
import { type Bodies, bodiesOf } from "./bodies.ts";
import { type BodyFacts, factsOf } from "./facts.ts";
import { namesOf } from "./file-names.ts";
import type { SlotSpace } from "./scope.ts";
import type { FileNames } from "./script.ts";
import { givenVariables } from "./call-blocks.ts";
import { valuesOf } from "./declarations.ts";
import { includedIn, type ScriptSource } from "./script-source.ts";

/** One file of a script while it is checked. */
export interface FileUnit {
  readonly source: ScriptSource;
  readonly names: FileNames;
  /** The variables that statements name that lead to a handler. */
  readonly given: ReturnType<typeof givenVariables>;
  readonly bodies: Bodies;
  readonly mainFacts: BodyFacts;
}

/** Makes the names, bodies and facts of a file. @param space the places of all top levels */
export function unitOf(source: ScriptSource, registry: Registry, space: SlotSpace): FileUnit {
  const names = namesOf(source, registry);
  const trees = [source, ...includedIn(source)].map(({ tree }) => tree);
  const given = givenVariables(source.tree, trees, names.runnable);
  const bodies = bodiesOf(source.tree, names, space, (handler) => ({
    object: valuesOf(registry, handler)?.object.name,
    given: given.get(handler) ?? [],
  }));
  return { source, names, given, bodies, mainFacts: mainFactsOf(source, names, bodies) };
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
