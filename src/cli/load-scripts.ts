import { createRegistry } from "../check/registry.ts";
import { type LoadedProgram, loadProgram } from "../compile/program.ts";
import { functionNames, functions } from "../functions/index.ts";
import { methods } from "../functions/methods.ts";
import { knownPhrases } from "../statements/known/index.ts";
import { statements } from "../statements/index.ts";
import type { ReadScripts } from "./read-scripts.ts";
import { createParser } from "../syntax/parser.ts";

/** Scripts with what they include. */
export type LoadableScripts = Pick<ReadScripts, "files" | "included">;

/** Parses, checks and compiles scripts with the whole language. */
export function loadScripts({ files, included }: LoadableScripts): LoadedProgram {
  return loadProgram(
    files,
    createRegistry(statements, functions, methods, knownPhrases),
    createParser(statements, knownPhrases, functionNames),
    included,
  );
}
