import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { callersOf, recursing } from "./call-graph.ts";
import type { Calls } from "./call-graph.ts";
import { checkCalls } from "./calls.ts";
import { CommandChecker } from "./commands.ts";
import { checkConstants } from "./constants.ts";
import { checkCallBlocks } from "./call-blocks.ts";
import { handlerVariables, readDeclaration, valuesOf } from "./declarations.ts";
import { checkTopLevelEffects } from "./effects.ts";
import { factsOf } from "./facts.ts";
import type { BodyFacts } from "./facts.ts";
import { callableFacts, type FileUnit, unitOf } from "./file-unit.ts";
import { checkFlow } from "./flow.ts";
import { checkIncludedNames, checkIncludePlaces } from "./includes.ts";
import { checkLabels } from "./labels.ts";
import { checkHeaders } from "./names.ts";
import { checkReads } from "./reads.ts";
import type { Registry } from "./registry.ts";
import { checkWholeFile } from "./whole-file.ts";
import { SlotSpace } from "./scope.ts";
import type {
  Body,
  CheckedBody,
  CheckedFile,
  CheckedHandler,
  CheckedScript,
  FileNames,
} from "./script.ts";
import { includedIn, type ScriptSource } from "./script-source.ts";

/**
 * Gives every name of a script its meaning and reports what is wrong with its file.
 * @param source the script as the parser made it, its broken parts passed over in silence, and what
 * it includes, of which nothing is reported but what comes of being together
 * @returns the script, ready to be compiled where neither parser nor checker reported an error
 */
export function checkScript(
  source: ScriptSource,
  registry: Registry,
  report: Report,
): CheckedScript {
  const { file, tree } = source;
  checkHeaders(file, tree.procedures, report);
  checkIncludedNames(source, report);
  const space = new SlotSpace();
  const included = includedIn(source).map((one) => unitOf(one, registry, space));
  const unit = unitOf(source, registry, space);
  const { names, bodies, mainFacts } = unit;
  const commands = new CommandChecker(names, report);
  for (const handler of tree.unserved) commands.unserved(handler);
  checkBodies(file, names, bodies.all, commands, report);
  checkCallBlocks(tree, names.runnable, report);

  const facts = callableFacts([unit, ...included]);
  const calls = mapValues(facts, (one) => new Set(one.calls.keys()));
  if (tree.declarations.length > 0) checkTopLevelEffects(mainFacts, facts, calls, report);
  checkWholeFile(file, tree, report);

  const handlerFacts = bodies.handlers.map((body) => factsOf(names, body, file));
  const colour = colourOf(facts, calls);
  return {
    ...checkedFiles([...included, unit], facts, colour),
    handlers: tree.declarations.flatMap((handler, index): CheckedHandler[] => {
      const declaration = readDeclaration(registry, handler, report);
      const [body, own] = [bodies.handlers[index], handlerFacts[index]];
      if (declaration === undefined || body === undefined || own === undefined) return [];
      const given = unit.given.get(handler) ?? [];
      const variables = handlerVariables(valuesOf(registry, handler), body.scope, given);
      return [{ source: handler, declaration, variables, body: colour(body, own) }];
    }),
    unserved: bodies.unserved,
    needs: new Set([...facts.values(), ...handlerFacts].flatMap(({ needs }) => [...needs])),
  };
}

/** @param units each after what it includes. @returns the last of them, which holds the others */
function checkedFiles(
  units: readonly FileUnit[],
  facts: ReadonlyMap<string, BodyFacts>,
  colour: (body: Body, own: BodyFacts) => CheckedBody,
): CheckedFile {
  const done = new Map<ScriptSource, CheckedFile>();
  let last: CheckedFile | undefined;
  for (const { source, names, bodies, mainFacts } of units) {
    last = {
      file: source.file,
      names,
      main: colour(bodies.main, mainFacts),
      included: mapValues(source.included, (one) => required(done, one)),
      procedures: mapValues(names.own, (procedure, key) => ({
        procedure,
        body: colour(required(bodies.procedures, key), required(facts, key)),
      })),
    };
    done.set(source, last);
  }
  if (last === undefined) throw new Error("a script has a file");
  return last;
}

function checkBody(
  file: SourceFile,
  names: FileNames,
  body: Body,
  commands: CommandChecker,
  report: Report,
): void {
  commands.body(body);
  checkIncludePlaces(body, report);
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

/** A body suspends, loops or recurses where it does so itself or calls a SUB or FUNCTION that does. */
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
  const circling = recursing(calls);
  return (body, own) => {
    const callees = [...own.calls.keys()];
    return {
      ...body,
      suspends: own.suspends || callees.some((key) => suspending.has(key)),
      loops: own.loops || callees.some((key) => looping.has(key)),
      recurses: callees.some((key) => circling.has(key)),
    };
  };
}

function mapValues<K, V, R>(map: ReadonlyMap<K, V>, make: (value: V, key: K) => R): Map<K, R> {
  return new Map([...map].map(([key, value]) => [key, make(value, key)]));
}

function required<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error("a part of a script was not looked through");
  return value;
}
