import { checkScript } from "../check/check.ts";
import { applyIgnores } from "../check/ignores.ts";
import { type LintScope, lintScript } from "../check/lint.ts";
import type { Registry } from "../check/registry.ts";
import { type LintedScript, lintedScript } from "../check/lints/linted-script.ts";
import type { CheckedScript } from "../check/script.ts";
import { findWrittenPaths, type WrittenPath } from "../check/written-paths.ts";
import type { Diagnostic, Message, Report } from "../diagnostics/diagnostic.ts";
import type { FoundFile } from "../host/written-statement.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Parse } from "../syntax/parser.ts";
import { type CompileOptions, compileScript } from "./compile.ts";
import type { Coverage } from "./coverage/coverage.ts";
import { Consequences } from "./consequences.ts";
import { checkRoutes } from "./duplicate-routes.ts";
import { type IncludedFiles, type LinkedFile, linkFiles } from "./link-files.ts";
import type { Program } from "./script.ts";
import { SoundParts } from "./sound-parts.ts";

/** A program with everything that is to be said about its files. */
export interface LoadedProgram {
  /** Compiled when it is first asked for. */
  readonly program: Program;
  /** By file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How scripts are loaded. */
export interface LoadOptions {
  /** What to look for beyond what hinders a script from running at all; everything unless given. */
  readonly lints?: LintScope | "none";
  /** Whether the settings say that WhatsApp messages leave through Twilio; false unless given. */
  readonly sendsThroughTwilio?: boolean;
  /** Looks at the files that a script names; nothing is known of them unless given. */
  readonly look?: (script: SourceFile, path: string) => FoundFile | undefined;
  /**
   * Finds handlers of the whole program that come in the way of others, and paths that none listens on;
   * nothing is looked for unless given.
   * @param written gives the paths that scripts name; none where some of them could not be understood
   */
  readonly findInRoutes?: (
    handlers: Program["handlers"],
    written: () => readonly WrittenPath[],
  ) => readonly Diagnostic[];
  /** Where it is counted what runs of the scripts do; nothing is unless given. */
  readonly coverage?: Coverage;
  /** Whether tests may replace SUBs and FUNCTIONs; false unless given, at no cost. */
  readonly doubles?: boolean;
}

/**
 * Parses, checks and compiles scripts that are served together. A file with an error, or that
 * includes one, is left out of the program; the others still run.
 * @param parse as `createParser` makes it for the phrases of the registry
 * @param included the files that INCLUDE names and that are none of these, by their paths
 */
export function loadProgram(
  files: readonly SourceFile[],
  registry: Registry,
  parse: Parse,
  included: IncludedFiles = new Map(),
  options: LoadOptions = {},
): LoadedProgram {
  const { coverage, doubles = false, findInRoutes } = options;
  const linked = linkFiles(files, parse, included);
  const read = linked.map((file) => checkFile(file, registry, options));
  const served = read.filter(({ linked: { isServed } }) => isServed);
  const all = read.flatMap(({ found }) => found);
  checkRoutes(
    served.map(({ checked }) => checked),
    all,
  );
  const faulty = new Set(all.filter(isError).map(({ file }) => file));
  const sound = served.filter(({ linked: { parts } }) =>
    [...parts].every((file) => !faulty.has(file)),
  );
  let program: Program | undefined;
  const compiled = () => (program ??= programOf(sound, { coverage, doubles }));
  // What has no handler, as most scripts of a chat, is not compiled for it.
  if (findInRoutes !== undefined && sound.some(({ checked }) => checked.handlers.length > 0)) {
    const isWhole = sound.length === served.length;
    const written = () => (isWhole ? sound.flatMap(({ linted }) => findWrittenPaths(linted)) : []);
    all.push(...findInRoutes(compiled().handlers, written));
  }
  const diagnostics = ignored(read, all).sort(byPlace);
  return {
    diagnostics,
    get program() {
      return compiled();
    },
  };
}

function programOf(sound: readonly CheckedFile[], options: CompileOptions): Program {
  const scripts = sound.map(({ checked }) => compileScript(checked, options));
  const byPath = new Map(scripts.map((script) => [script.file.path, script]));
  return {
    scripts,
    handlers: scripts.flatMap(({ handlers }) => handlers),
    script: (path) => byPath.get(path),
  };
}

/** A file as far as it could be understood. */
interface CheckedFile {
  readonly linked: LinkedFile;
  readonly checked: CheckedScript;
  readonly linted: LintedScript;
  readonly found: readonly Diagnostic[];
  /** False where lints did not look at all of the file. */
  readonly complete: boolean;
}

function checkFile(
  linked: LinkedFile,
  registry: Registry,
  { lints = "all", sendsThroughTwilio = false, look }: LoadOptions,
): CheckedFile {
  const { source, problems, hidesNames } = linked;
  const { file, tree } = source;
  const found: Diagnostic[] = [];
  const report: Report = (message, { start, end }, details) => {
    found.push({ ...message, ...details, file, span: { start, end } });
  };
  const consequences = new Consequences(file, hidesNames);
  for (const { message, span, details } of problems) {
    if (hidesNames && consequences.includes(message, span)) continue;
    if (message.severity === "error") consequences.add(message, span);
    report(message, span, details);
  }
  const checked = checkScript(source, registry, (message, span, details) => {
    if (!consequences.includes(message, span)) report(message, span, details);
  });
  const linted = lintedScript(tree, checked, {
    isIncluded: linked.isIncluded,
    sendsThroughTwilio,
    look: (path) => look?.(file, path),
  });
  if (lints === "none") return { linked, checked, linted, found, complete: false };
  // What is wrong already could make a lint see more mistakes than there are.
  const errors = found.filter(isError);
  const sound = new SoundParts(checked, errors);
  const reportSound: Report = (message, span, details) => {
    if (sound.includes(message, span)) report(message, span, details);
  };
  lintScript(linted, reportSound, lints);
  return { linked, checked, linted, found, complete: lints === "all" && errors.length === 0 };
}

function ignored(read: readonly CheckedFile[], all: readonly Diagnostic[]): Diagnostic[] {
  const byFile = Map.groupBy(all, ({ file }) => file);
  return read.flatMap(({ checked: { file }, linked, complete }) => {
    const { comments } = linked.source.tree;
    return applyIgnores({ file, comments, found: byFile.get(file) ?? [], complete });
  });
}

function isError({ severity }: Message): boolean {
  return severity === "error";
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
