import type { ScriptSource } from "../check/script-source.ts";
import { hidesProcedures, includeMessages } from "../diagnostics/codes/includes.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { IncludeStatement } from "../syntax/ast.ts";
import type { Parse } from "../syntax/parser.ts";
import { FileParser, type IncludedFiles, type ParsedFile, type Problem } from "./parse-files.ts";

export type { IncludedFiles } from "./parse-files.ts";

/** A file with what it includes, ready to be checked. */
export interface LinkedFile {
  readonly source: ScriptSource;
  /** The file itself and all that it includes, round circles too. */
  readonly parts: ReadonlySet<SourceFile>;
  /** What is wrong with how it is written and with its INCLUDEs. */
  readonly problems: readonly Problem[];
  /** True where a file that cannot be had may hold SUBs and FUNCTIONs that it calls. */
  readonly hidesNames: boolean;
  /** False where it is only included by others. */
  readonly isServed: boolean;
  /** True where another of the files includes it. */
  readonly isIncluded: boolean;
}

/**
 * Parses files and finds out which includes which.
 * @returns the files, then those that are only included
 */
export function linkFiles(
  files: readonly SourceFile[],
  parse: Parse,
  included: IncludedFiles,
): readonly LinkedFile[] {
  return new Linker(files, new FileParser(files, parse, included)).link();
}

class Linker {
  readonly #files: readonly SourceFile[];
  readonly #parser: FileParser;
  readonly #sources = new Map<SourceFile, ScriptSource>();

  constructor(files: readonly SourceFile[], parser: FileParser) {
    this.#files = files;
    this.#parser = parser;
  }

  link(): LinkedFile[] {
    const all = new Set(this.#files);
    // The set grows while it is walked, so that what is included is reached in its turn.
    const included = new Set<SourceFile>();
    for (const file of all) {
      for (const target of this.#parser.read(file).included.values()) {
        all.add(target);
        included.add(target);
      }
    }
    return [...all].map((file) => this.#linked(file, included.has(file)));
  }

  #linked(file: SourceFile, isIncluded: boolean): LinkedFile {
    const parsed = this.#parser.read(file);
    const parts = this.#reachable(file);
    return {
      source: this.#source(parsed),
      parts,
      problems: [...parsed.problems, ...this.#problems(parsed)],
      hidesNames: [...parts].some((one) => this.#hidesNames(one)),
      isServed: this.#files.includes(file),
      isIncluded,
    };
  }

  #source({ file, tree, included }: ParsedFile): ScriptSource {
    const known = this.#sources.get(file);
    if (known !== undefined) return known;
    const sources = new Map<IncludeStatement, ScriptSource>();
    for (const [statement, target] of included) {
      if (this.#reachable(target).has(file)) continue;
      sources.set(statement, this.#source(this.#parser.read(target)));
    }
    const source = { file, tree, included: sources };
    this.#sources.set(file, source);
    return source;
  }

  #problems({ file, included }: ParsedFile): Problem[] {
    return [...included].flatMap(([{ path: span }, target]) => {
      const message = this.#circle(file, target) ?? this.#handlersLeft(target, span.text);
      return message === undefined ? [] : [{ message, span, details: undefined }];
    });
  }

  /** A circle is told of once, in the first of its files. */
  #circle(file: SourceFile, target: SourceFile): Message | undefined {
    const way = this.#wayBack(target, file);
    if (way === undefined || way.some(({ path }) => path < file.path)) return undefined;
    return includeMessages.circle([file, ...way].map(({ path }) => path));
  }

  #handlersLeft(target: SourceFile, path: string): Message | undefined {
    if (this.#files.includes(target)) return undefined;
    const { declarations } = this.#parser.read(target).tree;
    return declarations.length === 0 ? undefined : includeMessages.handlersLeft(path);
  }

  #hidesNames(file: SourceFile): boolean {
    const parsed = this.#parser.read(file);
    const problems = [...parsed.problems, ...this.#problems(parsed)];
    return problems.some(({ message }) => hidesProcedures(message));
  }

  /** The file itself and all that it includes. */
  #reachable(file: SourceFile): ReadonlySet<SourceFile> {
    const found = new Set([file]);
    for (const one of found) {
      for (const target of this.#parser.read(one).included.values()) found.add(target);
    }
    return found;
  }

  /** The files on the shortest way from one to another, both of them with it. */
  #wayBack(from: SourceFile, to: SourceFile): readonly SourceFile[] | undefined {
    const ways = new Map<SourceFile, readonly SourceFile[]>([[from, [from]]]);
    for (const [one, way] of ways) {
      if (one === to) return way;
      for (const target of this.#parser.read(one).included.values()) {
        if (!ways.has(target)) ways.set(target, [...way, target]);
      }
    }
    return undefined;
  }
}
