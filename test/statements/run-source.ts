import { createRegistry } from "../../src/check/registry.ts";
import { loadProgram } from "../../src/compile/program.ts";
import { functionNames, functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { type RecordingHost, recordingHost } from "./recording-host.ts";

const registry = createRegistry(statements, functions, methods, knownPhrases);
const parse = createParser(statements, knownPhrases, functionNames);

/** Loads one script and gives its messages, errors first to last, as `line: code message`. */
export function messagesOf(text: string): string[] {
  return load(text).diagnostics.map(
    ({ file, span, code, message }) => `${file.position(span.start).line}: ${code} ${message}`,
  );
}

/**
 * Runs a script: its only handler, or its top level where it has none.
 * @throws Error where the script does not load
 */
export async function runSource(
  text: string,
  recorded: RecordingHost = recordingHost(),
): Promise<RecordingHost> {
  const { program, diagnostics } = load(text);
  const script = program.scripts[0];
  if (script === undefined) {
    throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  }
  const context: RunContext = {
    id: "run-1",
    host: recorded.host,
    limits: {
      steps: 10_000,
      depth: 100,
      textLength: 100_000,
      listLength: 10_000,
      outputLength: 100_000,
      memory: Infinity,
    },
    signal: new AbortController().signal,
    spawn: () => {
      throw new Error("nothing here spawns");
    },
  };
  const [handler] = script.handlers;
  await (handler === undefined ? script.runMain(context) : handler.run(context));
  return recorded;
}

function load(text: string) {
  return loadProgram([new SourceFile("orders.bas", text)], registry, parse);
}
