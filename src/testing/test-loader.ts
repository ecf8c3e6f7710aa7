import { createRegistry } from "../check/registry.ts";
import { type LoadOptions, loadProgram } from "../compile/program.ts";
import type { IncludedFiles } from "../compile/parse-files.ts";
import type { CompiledScript } from "../compile/script.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { functionNames, functions } from "../functions/index.ts";
import { methods } from "../functions/methods.ts";
import { statements } from "../statements/index.ts";
import { knownPhrases } from "../statements/known/index.ts";
import type { SourceFile } from "../source/source-file.ts";
import { createParser, type Parse } from "../syntax/parser.ts";
import type { CurrentBed } from "./current-bed.ts";
import { testPhrases } from "./language.ts";
import { expectComparison } from "./statements/expect-true.ts";
import { outlineTests, type TestOutline } from "./test-outline.ts";

/** A file of tests, compiled. */
export interface LoadedTests {
  readonly file: SourceFile;
  readonly outline: TestOutline;
  /** Undefined where the file has an error. */
  readonly script: CompiledScript | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads files of tests: the language of scripts and that of tests together. */
export class TestLoader {
  readonly #registry;
  readonly #parse: Parse;
  readonly #options: LoadOptions;

  /** @param bed what the statements of tests work on */
  constructor(bed: CurrentBed, options: LoadOptions = {}) {
    this.#options = options;
    const phrases = [...statements, ...testPhrases(bed)];
    this.#registry = createRegistry(
      [...phrases, expectComparison],
      functions,
      methods,
      knownPhrases,
    );
    this.#parse = createParser(phrases, knownPhrases, functionNames);
  }

  /** Parses, checks and compiles one file of tests. @param included what INCLUDE names in it */
  load(file: SourceFile, included: IncludedFiles): LoadedTests {
    let outline: TestOutline = { tests: [], uses: [] };
    const parse: Parse = (read, report, headers) => {
      const made = outlineTests(read, this.#parse(read, report, headers), report);
      if (read === file) outline = made.outline;
      return made.tree;
    };
    const { program, diagnostics: found } = loadProgram(
      [file],
      this.#registry,
      parse,
      included,
      this.#options,
    );
    const diagnostics = found.filter((one) => !isOfHeader(one, outline));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const script = errors.length > 0 ? undefined : program.script(file.path);
    return { file, outline, script, diagnostics };
  }
}

/** A TEST EACH has no header of a SUB to be warned of, though it is one to the rest of gbasic. */
function isOfHeader({ severity, span }: Diagnostic, { tests }: TestOutline): boolean {
  return severity === "warning" && tests.some(({ start }) => start === span.start);
}
