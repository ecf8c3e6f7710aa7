import { checkScript } from "../check/check.ts";
import { applyIgnores } from "../check/ignores.ts";
import { lintScript } from "../check/lint.ts";
import type { Registry } from "../check/registry.ts";
import type { CheckedScript } from "../check/script.ts";
import { isAboutUnsetName, needsWholeBlocks } from "../diagnostics/codes/names.ts";
import { isAboutBlocks } from "../diagnostics/codes/syntax.ts";
import type { Diagnostic, Message, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { ScriptTree } from "../syntax/ast.ts";
import type { Parse } from "../syntax/parser.ts";
import { compileScript } from "./compile.ts";
import { checkRoutes } from "./duplicate-routes.ts";
import type { Program } from "./script.ts";

/** A program with everything that is to be said about its files. */
export interface LoadedProgram {
  readonly program: Program;
  /** By file, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses, checks and compiles scripts that are served together. A file with an error is left out of
 * the program; the others still run.
 * @param parse as `createParser` makes it for the phrases of the registry
 */
export function loadProgram(
  files: readonly SourceFile[],
  registry: Registry,
  parse: Parse,
): LoadedProgram {
  const read = files.map((file) => readFile(file, registry, parse));
  const all = read.flatMap(({ found }) => found);
  checkRoutes(
    read.map(({ checked }) => checked),
    all,
  );
  const faulty = new Set(all.filter(isError).map(({ file }) => file));
  const sound = read.filter(({ checked }) => !faulty.has(checked.file));
  const scripts = sound.map(({ checked }) => compileScript(checked));
  const byPath = new Map(scripts.map((script) => [script.file.path, script]));
  const byFile = Map.groupBy(all, ({ file }) => file);
  return {
    program: {
      scripts,
      handlers: scripts.flatMap(({ handlers }) => handlers),
      script: (path) => byPath.get(path),
    },
    diagnostics: read
      .flatMap(({ checked: { file }, tree: { comments }, complete }) => {
        return applyIgnores({ file, comments, found: byFile.get(file) ?? [], complete });
      })
      .sort(byPlace),
  };
}

/** A file as far as it could be understood. */
interface ReadFile {
  readonly tree: ScriptTree;
  readonly checked: CheckedScript;
  readonly found: readonly Diagnostic[];
  /** False where an error kept the lints from running. */
  readonly complete: boolean;
}

function readFile(file: SourceFile, registry: Registry, parse: Parse): ReadFile {
  const found: Diagnostic[] = [];
  const report: Report = (message, { start, end }, details) => {
    found.push({ ...message, ...details, file, span: { start, end } });
  };
  const consequences = new Consequences(file);
  const tree = parse(file, (message, span, details) => {
    if (message.severity === "error") consequences.add(message, span);
    report(message, span, details);
  });
  const checked = checkScript(file, tree, registry, (message, span, details) => {
    if (!consequences.includes(message, span)) report(message, span, details);
  });
  // What is wrong already could make a lint see more mistakes than there are.
  const complete = !found.some(isError);
  if (complete) lintScript(tree, checked, report);
  return { tree, checked, found, complete };
}

function isError({ severity }: Message): boolean {
  return severity === "error";
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*[$%!#]?/gu;

/** What the checker would say only because of mistakes that the parser reported already. */
class Consequences {
  readonly #file: SourceFile;
  readonly #unreadableLines = new Set<number>();
  /** Upper case. A line that cannot be read may set any name on it. */
  readonly #mentioned = new Set<string>();
  #unbalanced = false;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  add(problem: Message, { start }: Span): void {
    if (isAboutBlocks(problem)) {
      this.#unbalanced = true;
      return;
    }
    const { line } = this.#file.position(start);
    this.#unreadableLines.add(line);
    for (const [name] of this.#file.line(line).matchAll(NAME)) {
      this.#mentioned.add(name.toUpperCase());
    }
  }

  includes(finding: Message, { start, end }: Span): boolean {
    if (this.#unbalanced && needsWholeBlocks(finding)) return true;
    const written = this.#file.text.slice(start, end).toUpperCase();
    if (isAboutUnsetName(finding) && this.#mentioned.has(written)) return true;
    return this.#unreadableLines.has(this.#file.position(start).line);
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
