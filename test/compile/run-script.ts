import { checkScript } from "../../src/check/check.ts";
import { sourceAlone } from "../../src/check/script-source.ts";
import { createRegistry } from "../../src/check/registry.ts";
import { compileScript } from "../../src/compile/compile.ts";
import type { Colour } from "../../src/compile/context.ts";
import type { Coverage } from "../../src/compile/coverage/coverage.ts";
import type { CompiledScript } from "../../src/compile/script.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { functionNames, functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import { BasicError } from "../../src/runtime/error.ts";
import type { Limits, RunContext, SpawnRequest } from "../../src/runtime/run.ts";
import { toText } from "../../src/runtime/value/text.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { definePhraseFunction, defineStatement } from "../../src/statements/define.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import type { ScriptTree } from "../../src/syntax/ast.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { printScript } from "../../src/syntax/print/print-script.ts";
import { sameTree } from "../../src/syntax/same-tree.ts";
import { type RecordingHost, recordingHost } from "../statements/recording-host.ts";

/** A phrase that gives its value back after a wait, to make code async wherever it stands. */
const later = definePhraseFunction({
  pattern: "LATER <value:any>",
  returns: "the value",
  summary: "Gives a value after a wait.",
  example: "x = LATER 1",
  async runAsync({ value }) {
    await Promise.resolve();
    return value;
  },
});

/** A phrase with slots of every kind, which shows what it was given. */
const show = defineStatement({
  pattern: "SHOW <mode:word> <what:text>[, <times?:number>] [WITH <others?:rest>]",
  summary: "Prints its slots.",
  example: 'SHOW ALL "x"',
  needs: ["output"],
  run({ mode, what, times, others }, { host, place }) {
    host.output.print([mode, what, times ?? null, others ?? null, place.file, place.line]);
  },
});

const phrases = [...statements, later, show];
export const registry = createRegistry(phrases, functions, methods, knownPhrases);
export const parse = createParser(phrases, knownPhrases, functionNames);

export const limits: Limits = {
  steps: 100_000,
  depth: 100,
  textLength: 1_000,
  listLength: 1_000,
  outputLength: 10_000,
  memory: Infinity,
};

/** Compiles one script. @throws Error where it has errors */
export function compile(
  text: string,
  colour: Colour = "as needed",
  coverage?: Coverage,
): CompiledScript {
  const file = new SourceFile("test.bas", text);
  const found: Diagnostic[] = [];
  const tree = parse(file, report);
  const checked = checkScript(sourceAlone(file, tree), registry, report);
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join("\n"));
  }
  expectSameWhenPrinted(tree);
  return compileScript(checked, { colour, coverage });

  function report(
    message: Omit<Diagnostic, "file" | "span">,
    { start, end }: Diagnostic["span"],
  ): void {
    found.push({ ...message, file, span: { start, end } });
  }
}

/** Every script that is compiled in a test is printed too. */
function expectSameWhenPrinted(tree: ScriptTree): void {
  const printed = printScript(tree);
  const again = parse(new SourceFile("printed.bas", printed), () => undefined);
  if (!sameTree(again, tree)) throw new Error(`does not print as the same script:\n${printed}`);
}

export interface TestRun {
  readonly context: RunContext;
  readonly recorded: RecordingHost;
  readonly spawned: SpawnRequest[];
}

/** Makes what a run is given; it records what the script asks for. */
export function testRun(given: Partial<Limits> = {}, signal?: AbortSignal): TestRun {
  const recorded = recordingHost();
  const spawned: SpawnRequest[] = [];
  const context: RunContext = {
    id: "run",
    host: recorded.host,
    limits: { ...limits, ...given },
    signal: signal ?? new AbortController().signal,
    spawn(request) {
      spawned.push(request);
    },
  };
  return { context, recorded, spawned };
}

/**
 * Runs the top level of a script in both flavours.
 * @returns what it printed, items joined by `|`; then, where it failed, `CODE line:column`
 * @throws Error where the flavours differ
 */
export async function output(text: string, given: Partial<Limits> = {}): Promise<string> {
  const asNeeded = await outputOf(text, "as needed", given);
  const async = await outputOf(text, "async", given);
  if (asNeeded !== async) throw new Error(`sync gave ${asNeeded}, async gave ${async}`);
  return asNeeded;
}

async function outputOf(text: string, colour: Colour, given: Partial<Limits>): Promise<string> {
  const { context, recorded } = testRun(given);
  const parts: string[] = [];
  try {
    await compile(text, colour).runMain(context);
  } catch (error) {
    parts.push(placeOf(error));
  }
  return [...recorded.printed.map(toText), ...parts].join("|");
}

/** Gives `CODE line:column` of an error of a script. @throws what is none */
export function placeOf(error: unknown): string {
  if (!(error instanceof BasicError) || !error.file || !error.span) throw error;
  const { line, column } = error.file.position(error.span.start);
  return `${error.code} ${String(line)}:${String(column)}`;
}
