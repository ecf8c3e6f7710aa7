import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { RunnableEntry } from "../statements/define.ts";
import type { Procedure, ScriptTree } from "../syntax/ast.ts";
import type { PhraseEntry } from "../syntax/pattern.ts";
import { bodiesOf } from "./bodies.ts";
import { callersOf } from "./call-graph.ts";
import type { Calls } from "./call-graph.ts";
import { checkCalls } from "./calls.ts";
import { CommandChecker } from "./commands.ts";
import { checkConstants } from "./constants.ts";
import { readDeclaration } from "./declarations.ts";
import { checkTopLevelEffects } from "./effects.ts";
import { factsOf } from "./facts.ts";
import type { BodyFacts } from "./facts.ts";
import { checkFlow } from "./flow.ts";
import { checkLabels } from "./labels.ts";
import { checkHeaders } from "./names.ts";
import { checkReads } from "./reads.ts";
import type { Registry } from "./registry.ts";
import type { Body, CheckedBody, CheckedHandler, CheckedScript, FileNames } from "./script.ts";

/**
 * Gives every name of a script its meaning and reports what is wrong with it.
 * @param tree the script as the parser made it; its broken parts are passed over in silence
 * @returns the script, ready to be compiled where neither parser nor checker reported an error
 */
export function checkScript(
  file: SourceFile,
  tree: ScriptTree,
  registry: Registry,
  report: Report,
): CheckedScript {
  checkHeaders(file, tree.procedures, report);
  const names = namesOf(tree.procedures, registry);
  const bodies = bodiesOf(tree, names);
  const commands = new CommandChecker(names, report);
  for (const handler of tree.unserved) commands.unserved(handler);
  checkBodies(file, names, bodies.all, commands, report);

  const mainFacts = factsOf(names, bodies.main);
  const facts = mapValues(bodies.procedures, (body) => factsOf(names, body));
  const calls = mapValues(facts, (one) => new Set(one.calls.keys()));
  if (tree.declarations.length > 0) checkTopLevelEffects(file, mainFacts, facts, calls, report);

  const handlerFacts = bodies.handlers.map((body) => factsOf(names, body));
  const colour = colourOf(facts, calls);
  return {
    file,
    names,
    main: colour(bodies.main, mainFacts),
    procedures: mapValues(names.procedures, (procedure, key) => ({
      procedure,
      body: colour(required(bodies.procedures, key), required(facts, key)),
    })),
    handlers: tree.declarations.flatMap((source, index): CheckedHandler[] => {
      const declaration = readDeclaration(registry, source, report);
      const [body, own] = [bodies.handlers[index], handlerFacts[index]];
      if (declaration === undefined || body === undefined || own === undefined) return [];
      return [{ source, declaration, body: colour(body, own) }];
    }),
    unserved: bodies.unserved,
    needs: new Set(
      [mainFacts, ...facts.values(), ...handlerFacts].flatMap(({ needs }) => [...needs]),
    ),
  };
}

function checkBody(
  file: SourceFile,
  names: FileNames,
  body: Body,
  commands: CommandChecker,
  report: Report,
): void {
  commands.body(body);
  checkConstants(file, names, body, report);
  checkReads(names, body, report);
  checkCalls(names, body, report);
  checkFlow(body, report);
}

function checkBodies(
  file: SourceFile,
  names: FileNames,
  bodies: readonly Body[],
  commands: CommandChecker,
  report: Report,
): void {
  for (const body of bodies) checkBody(file, names, body, commands, report);
  checkLabels(file, bodies, report);
}

/** Of two SUBs of one name the first counts; the second is reported, so nothing runs. */
function namesOf(procedures: readonly Procedure[], registry: Registry): FileNames {
  const byKey = new Map<string, Procedure>();
  for (const procedure of procedures) {
    if (!byKey.has(procedure.key)) byKey.set(procedure.key, procedure);
  }
  const runnable = new Map<PhraseEntry, RunnableEntry>();
  for (const entry of registry.phrases) {
    if (entry.phraseKind !== "declaration") runnable.set(entry, entry);
  }
  return { registry, procedures: byKey, runnable };
}

/** A body suspends, or loops, where it does so itself or calls a SUB or FUNCTION that does. */
function colourOf(
  facts: ReadonlyMap<string, BodyFacts>,
  calls: Calls,
): (body: Body, own: BodyFacts) => CheckedBody {
  const keysWhere = (test: (facts: BodyFacts) => boolean) =>
    [...facts].filter(([, one]) => test(one)).map(([key]) => key);
  const suspending = callersOf(
    keysWhere(({ suspends }) => suspends),
    calls,
  );
  const looping = callersOf(
    keysWhere(({ loops }) => loops),
    calls,
  );
  return (body, own) => {
    const callees = [...own.calls.keys()];
    return {
      ...body,
      suspends: own.suspends || callees.some((key) => suspending.has(key)),
      loops: own.loops || callees.some((key) => looping.has(key)),
    };
  };
}

function mapValues<K, V, R>(map: ReadonlyMap<K, V>, make: (value: V, key: K) => R): Map<K, R> {
  return new Map([...map].map(([key, value]) => [key, make(value, key)]));
}

function required<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} was not looked through`);
  return value;
}
