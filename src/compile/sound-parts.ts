import type { CheckedScript } from "../check/script.ts";
import { isAboutOneStatement, isAboutUnusedProcedure } from "../diagnostics/codes/lints.ts";
import { isAboutBlocks } from "../diagnostics/codes/syntax.ts";
import type { Diagnostic, Message } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { ABOUT_UNKNOWN_NAMES } from "./consequences.ts";

const NAME = /[\p{L}_][\p{L}\p{N}_]*[$%!#]?/gu;

/**
 * The parts of a script in which nothing is wrong: SUBs, FUNCTIONs, handlers, and the top level, which
 * is all that is around them. What a lint finds there holds whatever the other parts are meant to be.
 */
export class SoundParts {
  readonly #file: SourceFile;
  /** In the order of the source. */
  readonly #parts: readonly Span[];
  readonly #faulty = new Set<Span | undefined>();
  readonly #faultyLines = new Set<number>();
  /** Upper case: what the faulty parts may read, call or set. */
  readonly #mentioned = new Set<string>();
  /** Upper case: what the lines with errors may set. */
  readonly #unsure = new Set<string>();

  readonly #callsUnknown: boolean;

  constructor(script: CheckedScript, errors: readonly Diagnostic[]) {
    this.#file = script.file;
    const procedures = [...script.procedures.values()].map(({ procedure }) => procedure);
    const handlers = script.handlers.map(({ source }) => source);
    this.#parts = [...procedures, ...handlers].sort((one, other) => one.start - other.start);
    this.#callsUnknown = errors.some(({ code }) => ABOUT_UNKNOWN_NAMES.has(code));
    for (const error of errors) this.#note(error);
    if (errors.length > 0) this.#collectMentioned();
  }

  /** Tells whether what a lint found can be relied on. */
  includes(finding: Message, span: Span): boolean {
    if (this.#faulty.size === 0) return true;
    const { line } = this.#file.position(span.start);
    if (isAboutOneStatement(finding)) return !this.#faultyLines.has(line);
    // What nobody knows may be any of the SUBs and FUNCTIONs, misspelt.
    if (this.#callsUnknown && isAboutUnusedProcedure(finding)) return false;
    if (this.#faulty.has(this.#partAt(span.start))) return false;
    const names = namesIn(this.#file.text.slice(span.start, span.end));
    return !names.every((name) => this.#mentioned.has(name)) && !this.#touchesError(span);
  }

  #touchesError({ start }: Span): boolean {
    const line = this.#file.line(this.#file.position(start).line);
    return namesIn(line).some((name) => this.#unsure.has(name));
  }

  #note({ span, ...message }: Diagnostic): void {
    const part = this.#partAt(span.start);
    this.#faulty.add(part);
    if (isAboutBlocks(message)) this.#noteNeighbours(part?.start ?? span.start);
    const { line } = this.#file.position(span.start);
    this.#faultyLines.add(line);
    for (const name of settableIn(this.#file.line(line))) this.#unsure.add(name);
  }

  /** An end too much, or one that is missing, may be a mistake of the parts before or behind it. */
  #noteNeighbours(offset: number): void {
    this.#faulty.add(undefined);
    const before = this.#parts.findLast(({ start }) => start < offset);
    const behind = this.#parts.find(({ start }) => start > offset);
    for (const part of [before, behind]) if (part !== undefined) this.#faulty.add(part);
  }

  #partAt(offset: number): Span | undefined {
    return this.#parts.find(({ start, end }) => start <= offset && offset < end);
  }

  #collectMentioned(): void {
    let outside = "";
    let at = 0;
    for (const part of this.#parts) {
      outside += `${this.#file.text.slice(at, part.start)}\n`;
      at = part.end;
      if (this.#faulty.has(part)) this.#mention(this.#file.text.slice(part.start, part.end));
    }
    if (this.#faulty.has(undefined)) this.#mention(outside + this.#file.text.slice(at));
  }

  #mention(text: string): void {
    for (const name of namesIn(text)) this.#mentioned.add(name);
  }
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(NAME)].map(([name]) => name.toUpperCase());
}

/** A line that cannot be read may set what stands before its first `=`. */
function settableIn(line: string): readonly string[] {
  const at = line.indexOf("=");
  return at === -1 ? [] : namesIn(line.slice(0, at).trim().split(/\s/).at(-1) ?? "");
}
