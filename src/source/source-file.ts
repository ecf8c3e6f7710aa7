import type { Span } from "./span.ts";

/** A place in a source file, 1-based as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One script as text, with its table of lines. */
export class SourceFile {
  readonly path: string;
  /** The whole text, in which each line end is one, or two characters where it was two. */
  readonly text: string;
  /** The name of the folder that holds it; undefined where it stands in none. */
  readonly folder: string | undefined;
  readonly #lineStarts: readonly number[];

  /**
   * @param path the path shown in messages; used as it is
   * @param text the whole text, decoded, without a byte-order mark
   * @param folder the name of the folder that holds it, where the path may not tell
   */
  constructor(path: string, text: string, folder = folderOf(path)) {
    this.path = path;
    this.folder = folder;
    // Old Macs end lines with a carriage return alone; nothing else has to know.
    this.text = text.replace(/\r(?!\r?\n)/g, "\n");
    this.#lineStarts = findLineStarts(this.text);
  }

  /** Returns the 1-based line and column of a 0-based offset; offsets past the end give the end. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const index = lastAtMost(this.#lineStarts, inside);
    return { line: index + 1, column: inside - (this.#lineStarts[index] ?? 0) + 1 };
  }

  /** Returns where the text of a 1-based line stands, without the white space around it. */
  lineSpan(number: number): Span {
    const text = this.line(number);
    const start = (this.#lineStarts[number - 1] ?? 0) + text.length - text.trimStart().length;
    return { start, end: start + text.trim().length };
  }

  /** Returns the text of a 1-based line without its line end. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return "";
    const end = this.#lineStarts[number] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, "");
  }
}

function folderOf(path: string): string | undefined {
  const name = path.split("/").at(-2);
  return name === undefined || /^\.*$/.test(name) ? undefined : name;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
