import { createRegistry } from "../check/registry.ts";
import { type LoadedProgram, loadProgram } from "../compile/program.ts";
import { functions } from "../functions/index.ts";
import { methods } from "../functions/methods.ts";
import type { SourceFile } from "../source/source-file.ts";
import { knownPhrases } from "../statements/known/index.ts";
import { statements } from "../statements/index.ts";
import { createParser } from "../syntax/parser.ts";

/** Parses, checks and compiles scripts with the whole language. */
export function loadScripts(files: readonly SourceFile[]): LoadedProgram {
  return loadProgram(
    files,
    createRegistry(statements, functions, methods, knownPhrases),
    createParser(statements, knownPhrases),
  );
}
