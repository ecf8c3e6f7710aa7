import { createRegistry } from "../check/registry.ts";
import { type LoadedProgram, type LoadOptions, loadProgram } from "../compile/program.ts";
import { functionNames, functions } from "../functions/index.ts";
import { methods } from "../functions/methods.ts";
import { knownPhrases } from "../statements/known/index.ts";
import { statements } from "../statements/index.ts";
import type { ReadScripts } from "./read-scripts.ts";
import { createParser } from "../syntax/parser.ts";

/** Scripts with what they include. */
export type LoadableScripts = Pick<ReadScripts, "files" | "included">;

/** Parses, checks and compiles scripts with the whole language. */
export type LoadScripts = (scripts: LoadableScripts) => LoadedProgram;

/** Makes a loader; its grammar and tables are built once and serve all that it loads. */
export function createScriptLoader(options: LoadOptions = {}): LoadScripts {
  const registry = createRegistry(statements, functions, methods, knownPhrases);
  const parse = createParser(statements, knownPhrases, functionNames);
  return ({ files, included }) => loadProgram(files, registry, parse, included, options);
}

/** Loads scripts once; see `createScriptLoader`. */
export function loadScripts(scripts: LoadableScripts, options: LoadOptions = {}): LoadedProgram {
  return createScriptLoader(options)(scripts);
}
