import { expect, test } from "vitest";
import { createRegistry } from "../../src/check/registry.ts";
import { loadProgram } from "../../src/compile/program.ts";
import { renderDiagnostic } from "../../src/diagnostics/render.ts";
import { functionNames, functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { renderError } from "../../src/runtime/render-error.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import { toText } from "../../src/runtime/value/text.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { recordingHost } from "../statements/recording-host.ts";
import { type FencedBlock, fencedBlocks } from "./fenced-blocks.ts";

const registry = createRegistry(statements, functions, methods, knownPhrases);
const parse = createParser(statements, knownPhrases, functionNames);

const blocks = fencedBlocks();
const snippets = blocks.filter(({ tag }) => tag === "basic");
const mistakes = blocks.filter(({ tag }) => tag === "basic wrong");
const withOutput = snippets.filter(({ output }) => output !== undefined);

test("the pages have snippets, with output and with mistakes", () => {
  expect(withOutput.length).toBeGreaterThan(0);
  expect(mistakes.length).toBeGreaterThan(0);
  expect(
    blocks.filter(({ tag }) => tag.startsWith("basic") && !/^basic( wrong| test)?$/.test(tag)),
  ).toEqual([]);
  expect(blocks.filter(({ tag }) => tag === "output").map(({ place }) => place)).toEqual([]);
});

test.each(snippets.map((block) => [block.place, block] as const))(
  "%s loads without a word",
  (_, { text }) => {
    expect(load(text).diagnostics.map(renderDiagnostic)).toEqual([]);
  },
);

test.each(withOutput.map((block) => [block.place, block] as const))(
  "%s prints what the page shows",
  async (_, block) => {
    expect(await outputOf(block)).toBe(block.output);
  },
);

test.each(mistakes.map((block) => [block.place, block] as const))(
  "%s gives the message that the page shows",
  async (_, block) => {
    const found = load(block.text).diagnostics.map(renderDiagnostic);
    const shown = found.length > 0 ? `${found.join("\n\n")}\n` : await outputOf(block);
    expect(shown).toBe(block.output);
  },
);

/** A snippet whose first line names a file is what other snippets include by that name. */
const included = new Map(
  snippets.flatMap(({ text }) => {
    const [, path] = /^' (\S+\.bas)\n/.exec(text) ?? [];
    return path === undefined ? [] : [[path, new SourceFile(path, text)] as const];
  }),
);

function load(text: string) {
  return loadProgram([new SourceFile("script.bas", text)], registry, parse, included);
}

/** Runs the top level of a block, as `gbasic run` does, and gives what it prints, and its error. */
async function outputOf({ text }: FencedBlock): Promise<string> {
  const [script] = load(text).program.scripts;
  if (script === undefined) throw new Error("a block with an error has no output");
  const recorded = recordingHost();
  const lines: string[] = [];
  try {
    await script.runMain(contextOf(recorded.host));
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    lines.push(renderError(error));
  }
  return [...recorded.printed.map(toText), ...lines].map((line) => `${line}\n`).join("");
}

function contextOf(host: RunContext["host"]): RunContext {
  return {
    id: "run-1",
    host,
    limits: {
      steps: 10_000,
      depth: 1000,
      textLength: 100_000,
      listLength: 10_000,
      outputLength: 100_000,
      memory: Infinity,
    },
    signal: new AbortController().signal,
    spawn: () => {
      throw new Error("a block that spawns has no output");
    },
  };
}
