import { checkScript } from "../check/check.ts";
import type { Registry } from "../check/registry.ts";
import type { CheckedScript } from "../check/script.ts";
import { needsWholeBlocks } from "../diagnostics/codes/names.ts";
import { isAboutBlocks } from "../diagnostics/codes/syntax.ts";
import type { Diagnostic, Message, Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
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
  const diagnostics: Diagnostic[] = [];
  const checked = files.map((file) => checkFile(file, registry, parse, diagnostics));
  checkRoutes(checked, diagnostics);
  const faulty = new Set(
    diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file),
  );
  const scripts = checked.filter(({ file }) => !faulty.has(file)).map((one) => compileScript(one));
  const byPath = new Map(scripts.map((script) => [script.file.path, script]));
  return {
    program: {
      scripts,
      handlers: scripts.flatMap(({ handlers }) => handlers),
      script: (path) => byPath.get(path),
    },
    diagnostics: diagnostics.sort(byPlace),
  };
}

function checkFile(
  file: SourceFile,
  registry: Registry,
  parse: Parse,
  diagnostics: Diagnostic[],
): CheckedScript {
  const report: Report = (message, { start, end }, related) => {
    const place = { file, span: { start, end } };
    diagnostics.push({ ...message, ...place, ...(related === undefined ? {} : { related }) });
  };
  const consequences = new Consequences(file);
  const tree = parse(file, (message, span, related) => {
    if (message.severity === "error") consequences.add(message, span);
    report(message, span, related);
  });
  return checkScript(file, tree, registry, (message, span, related) => {
    if (!consequences.includes(message, span)) report(message, span, related);
  });
}

/** What the checker would say only because of mistakes that the parser reported already. */
class Consequences {
  readonly #file: SourceFile;
  readonly #unreadableLines = new Set<number>();
  #unbalanced = false;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  add(problem: Message, { start }: Span): void {
    if (isAboutBlocks(problem)) this.#unbalanced = true;
    else this.#unreadableLines.add(this.#file.position(start).line);
  }

  includes(finding: Message, { start }: Span): boolean {
    if (this.#unbalanced && needsWholeBlocks(finding)) return true;
    return this.#unreadableLines.has(this.#file.position(start).line);
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
