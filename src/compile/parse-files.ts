import { includeMessages } from "../diagnostics/codes/includes.ts";
import type { FindingDetails, Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { includedPath, isScriptPath } from "../source/included-path.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { IncludeStatement, Procedure, ScriptTree } from "../syntax/ast.ts";
import type { Parse } from "../syntax/parser.ts";

/**
 * The files that INCLUDE names, by their paths as `includedPath` gives them; in the place of one
 * that cannot be had stands the reason.
 */
export type IncludedFiles = ReadonlyMap<string, SourceFile | Message>;

/** What is wrong at a place. */
export interface Problem {
  readonly message: Message;
  readonly span: Span;
  readonly details: FindingDetails | undefined;
}

/** A file as it is written. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly tree: ScriptTree;
  readonly problems: readonly Problem[];
  /** The files that its INCLUDEs name, as far as they can be had. */
  readonly included: ReadonlyMap<IncludeStatement, SourceFile>;
}

/** Parses files, each once, with the names of the SUBs and FUNCTIONs that they include. */
export class FileParser {
  readonly #parse: Parse;
  readonly #byPath: ReadonlyMap<string, SourceFile | Message>;
  readonly #parsed = new Map<SourceFile, ParsedFile>();
  readonly #open = new Set<SourceFile>();

  constructor(files: readonly SourceFile[], parse: Parse, included: IncludedFiles) {
    this.#parse = parse;
    this.#byPath = new Map([...files.map((file) => [file.path, file] as const), ...included]);
  }

  /** Parses a file, or gives it as it was parsed. */
  read(file: SourceFile): ParsedFile {
    const known = this.#parsed.get(file);
    if (known !== undefined) return known;
    this.#open.add(file);
    const parsed = this.#read(file);
    this.#open.delete(file);
    this.#parsed.set(file, parsed);
    return parsed;
  }

  #read(file: SourceFile): ParsedFile {
    const problems: Problem[] = [];
    const report = (message: Message, span: Span, details?: FindingDetails) => {
      problems.push({ message, span, details });
    };
    const tree = this.#parse(file, report, this.includedHeaders(file));
    const included = new Map<IncludeStatement, SourceFile>();
    for (const statement of includesOf(tree)) {
      const found = this.#find(file, statement.path.text);
      if ("code" in found) report(found, statement.path);
      else included.set(statement, found);
    }
    return { file, tree, problems, included };
  }

  /**
   * Lists the SUBs and FUNCTIONs that a file includes. They must be known before it is parsed; only
   * INCLUDE itself needs no names.
   */
  includedHeaders(file: SourceFile): readonly Procedure[] {
    if (!mayInclude(file)) return [];
    const includes = includesOf(this.#parse(file, () => undefined));
    const found = new Set<SourceFile>();
    for (const { path } of includes) {
      const target = this.#find(file, path.text);
      if (!("code" in target)) this.#addIncluded(target, found);
    }
    return [...found].flatMap((one) => this.read(one).tree.procedures);
  }

  /** A file that is being parsed leads back to itself: a circle, which is reported elsewhere. */
  #addIncluded(file: SourceFile, found: Set<SourceFile>): void {
    if (this.#open.has(file) || found.has(file)) return;
    const { included } = this.read(file);
    found.add(file);
    for (const target of included.values()) this.#addIncluded(target, found);
  }

  #find(from: SourceFile, written: string): SourceFile | Message {
    if (!isScriptPath(written)) return includeMessages.notScript(written);
    const path = includedPath(from.path, written);
    const found = this.#byPath.get(path);
    if (found !== undefined) return found;
    return includeMessages.missing(written, suggest(path, this.#byPath.keys()));
  }
}

/** Tells whether a file is worth being read for INCLUDE; it may still hold none. */
export function mayInclude({ text }: SourceFile): boolean {
  return /\binclude\b/i.test(text);
}

/** Lists the INCLUDEs at the top level of a file, where alone they may stand. */
export function includesOf({ body }: ScriptTree): readonly IncludeStatement[] {
  return body.filter((statement) => statement.kind === "include");
}
