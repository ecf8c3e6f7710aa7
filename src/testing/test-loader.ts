import { createRegistry } from "../check/registry.ts";
import { type LoadOptions, loadProgram } from "../compile/program.ts";
import type { IncludedFiles } from "../compile/parse-files.ts";
import type { CompiledScript } from "../compile/script.ts";
import { includeMessages } from "../diagnostics/codes/includes.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { functionNames, functions } from "../functions/index.ts";
import { methods } from "../functions/methods.ts";
import { statements } from "../statements/index.ts";
import { knownPhrases } from "../statements/known/index.ts";
import type { SourceFile } from "../source/source-file.ts";
import { createParser, type Parse } from "../syntax/parser.ts";
import { isNowhere } from "./answer-functions.ts";
import type { CurrentBed } from "./current-bed.ts";
import { createTestLanguage, type TestLanguage } from "./language.ts";
import { outlineTests, type TestOutline, withoutTests } from "./test-outline.ts";

/** A file of tests, compiled. */
export interface LoadedTests {
  readonly file: SourceFile;
  readonly outline: TestOutline;
  /** Undefined where the file has an error. */
  readonly script: CompiledScript | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A name that nothing sets: in a script it may be meant, a test would compare with nothing. */
const NEVER_SET: string = nameMessages.neverSet("").code;

const HANDLERS_LEFT: string = includeMessages.handlersLeft("").code;

/** Reads files of tests: the language of scripts and that of tests together. */
export class TestLoader {
  readonly #language: TestLanguage;
  readonly #registry;
  readonly #parse: Parse;
  readonly #options: LoadOptions;

  /** @param bed what the statements of tests work on */
  constructor(bed: CurrentBed, options: LoadOptions = {}) {
    this.#options = options;
    this.#language = createTestLanguage(bed);
    const phrases = [...statements, ...this.#language.phrases];
    const all = [...phrases, ...this.#language.hidden];
    this.#registry = createRegistry(all, functions, methods, knownPhrases);
    this.#parse = createParser(phrases, knownPhrases, functionNames);
  }

  /** Parses, checks and compiles one file of tests. @param included what INCLUDE names in it */
  load(file: SourceFile, included: IncludedFiles): LoadedTests {
    let outline: TestOutline = { tests: [], uses: [], before: [] };
    const parse: Parse = (read, report, headers) => {
      const tree = this.#parse(read, report, headers);
      if (read !== file) return withoutTests(tree);
      const made = outlineTests(read, tree, this.#language, report, headers);
      outline = made.outline;
      return made.tree;
    };
    const { program, diagnostics: found } = loadProgram(
      [file],
      this.#registry,
      parse,
      included,
      this.#options,
    );
    const diagnostics = withNoTest(file, outline, told(file, found, outline));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const script = errors.length > 0 ? undefined : program.script(file.path);
    return { file, outline, script, diagnostics };
  }
}

/** What is to be told of a file, each finding once. */
function told(
  file: SourceFile,
  found: readonly Diagnostic[],
  outline: TestOutline,
): readonly Diagnostic[] {
  const meant = found.filter((one) =>
    one.file === file ? !isOfHeader(one, outline) : one.severity === "error",
  );
  const strict = meant.map((one): Diagnostic =>
    one.code === NEVER_SET ? { ...one, severity: "error" } : one,
  );
  const alike = Map.groupBy(strict, ({ code, message, span, file: { path } }) =>
    JSON.stringify([path, span.start, span.end, code, message]),
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || isOfSomeTests(first, same.length, outline)) return [];
    return [first];
  });
}

/**
 * A TEST has no header of a SUB to be warned of, though it is one to the rest of gbasic. What is
 * included for its FUNCTIONs has handlers that are not wanted.
 */
function isOfHeader({ code, severity, span }: Diagnostic, { tests }: TestOutline): boolean {
  if (severity === "error") return false;
  if (code === HANDLERS_LEFT) return true;
  return isNowhere(span) || tests.some(({ start }) => start === span.start);
}

/** What BEFORE EACH sets, some tests may do without: only what none of them wants is told of. */
function isOfSomeTests(
  { severity, span }: Diagnostic,
  count: number,
  { tests, before }: TestOutline,
): boolean {
  const isBefore = before.some(({ start, end }) => start <= span.start && span.end <= end);
  return isBefore && severity !== "error" && count < tests.length;
}

function withNoTest(
  file: SourceFile,
  { tests }: TestOutline,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (tests.length > 0 || found.some(({ severity }) => severity === "error")) return found;
  return [{ ...testLanguageMessages.noTest(), file, span: { start: 0, end: 0 } }, ...found];
}
