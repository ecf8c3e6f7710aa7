import type { CustomPatternMatcherReturn } from "chevrotain";
import { suggest } from "../diagnostics/suggest.ts";

/**
 * `BEGIN TALK`, `BEGIN SYSTEM PROMPT`, `TABLE name`: what follows on the next lines is text, not BASIC.
 */
const HEADER =
  /[ \t]*(?:BEGIN[ \t]+([\p{L}_]\w*)(?:[ \t]+([\p{L}_]\w*))?|(TABLE)[ \t]+["\p{L}_])/iuy;
const END_LINE =
  /^[ \t]*END[ \t]+([\p{L}_]\w*)(?:[ \t]+([\p{L}_]\w*))?(?=[ \t]*(?:\r?$|'|REM\b))/gimu;

/** BEGIN lines of General Bots; one of these without its END line is a mistake. */
const KNOWN_HEADER =
  /BEGIN[ \t]+(?:(TALK|SYSTEM[ \t]+PROMPT)(?=\s*(?:$|'|REM\b))|(MAIL)(?=[ \t]+\S))/iy;

/** Words after END that close blocks of the language itself. */
const STRUCTURAL: ReadonlySet<string> = new Set(
  "IF FOR WHILE DO SELECT SWITCH SUB FUNCTION WITH TRY ON".split(" "),
);

/** A line that ends blocks. */
interface EndLine {
  /** The offset of the line break before it, so that the text ends there. */
  readonly start: number;
  /** The offset after its last word. */
  readonly end: number;
}

/** The lines that end blocks, by their upper-case words after END, in the order of the text. */
type EndLines = ReadonlyMap<string, readonly EndLine[]>;

/** Found once for each text that is read; the lexer's own list of tokens stands for the reading. */
const endLinesOf = new WeakMap<object, EndLines>();

/** What a text block's token knows beside its text. */
export interface TextBlockPayload {
  /** The words after BEGIN that END repeats: `SYSTEM PROMPT`. */
  readonly title: string;
  /** The offset after the last line of the text; the END line follows, where there is one. */
  readonly textEnd: number;
  readonly closed: boolean;
  /** What follows END, where that is the title misspelt. */
  readonly misspelt: string | undefined;
}

/** Tells whether General Bots has a block of text of this title. */
export function isKnownTextBlock(title: string): boolean {
  return ["TALK", "SYSTEM PROMPT", "MAIL"].includes(title);
}

/** Tells whether a payload is that of a text block's token. */
export function isTextBlockPayload(payload: unknown): payload is TextBlockPayload {
  return typeof payload === "object" && payload !== null && "textEnd" in payload;
}

/** The BEGIN line of a text block. */
export interface TextBlockHeader {
  /** The offset of BEGIN. */
  readonly start: number;
  /** The words after BEGIN that END may repeat, the longer reading first. */
  readonly titles: readonly string[];
  /** The title that END must repeat, where General Bots has such a block. */
  readonly known: string | undefined;
}

/** Reads the line that ends at `lineEnd` as the BEGIN line of a text block; undefined where it is none. */
export function readTextBlockHeader(text: string, lineEnd: number): TextBlockHeader | undefined {
  const lineStart = text.lastIndexOf("\n", lineEnd - 1) + 1;
  HEADER.lastIndex = lineStart;
  const match = HEADER.exec(text);
  if (match === null) return undefined;
  const [whole, first = match[3] ?? "", second = ""] = match;
  const indent = whole.search(/\S/);
  KNOWN_HEADER.lastIndex = indent;
  const known = KNOWN_HEADER.exec(text.slice(lineStart, lineEnd));
  return {
    start: lineStart + indent,
    titles: [titleOf(`${first} ${second}`), titleOf(first)],
    known: known === null ? undefined : titleOf(known[1] ?? known[2] ?? ""),
  };
}

function titleOf(words: string): string {
  return words.trim().toUpperCase().replace(/\s+/g, " ");
}

/**
 * Matches the lines of a text block: from the end of its BEGIN line to its END line, both included.
 * @param reading stands for the reading of this text, so that its END lines are searched for once
 * @returns null where these words begin no text block
 */
export function matchTextBlock(
  text: string,
  lineEnd: number,
  { titles, known }: TextBlockHeader,
  reading: object,
): CustomPatternMatcherReturn | null {
  const exact = findEnd(text, lineEnd, reading, titles);
  const wanted = known ?? exact?.title;
  const until = exact?.line.start ?? text.length;
  const again = wanted === undefined ? undefined : findNextBlock(text, lineEnd, until, wanted);
  const found =
    exact !== undefined && again === undefined
      ? exact
      : findMisspeltEnd(text, lineEnd, reading, titles, again);
  const title = wanted ?? found?.title;
  if (title === undefined) return null;
  const end = found?.line;
  const textEnd = end?.start ?? again ?? text.length;
  const misspelt = found?.title === title ? undefined : found?.title;
  const payload: TextBlockPayload = { title, textEnd, closed: end !== undefined, misspelt };
  const match: CustomPatternMatcherReturn = [text.slice(lineEnd, end?.end ?? textEnd)];
  return Object.assign(match, { payload });
}

function findEnd(
  text: string,
  offset: number,
  reading: object,
  titles: readonly string[],
): { readonly title: string; readonly line: EndLine } | undefined {
  let lines = endLinesOf.get(reading);
  if (lines === undefined) {
    lines = collectEndLines(text);
    endLinesOf.set(reading, lines);
  }
  let first: { title: string; line: EndLine } | undefined;
  for (const title of titles) {
    const line = firstAfter(lines.get(title) ?? [], offset);
    if (line !== undefined && (first === undefined || line.start < first.line.start)) {
      first = { title, line };
    }
  }
  return first;
}

/**
 * Finds the END line that repeats a title misspelt, or the right one where BEGIN has it misspelt.
 * Lines that end blocks of the language are none.
 */
function findMisspeltEnd(
  text: string,
  offset: number,
  reading: object,
  titles: readonly string[],
  until = text.length,
): { readonly title: string; readonly line: EndLine } | undefined {
  const lines = [...(endLinesOf.get(reading) ?? [])].filter(([title]) => !STRUCTURAL.has(title));
  const title = titles
    .map((written) =>
      suggest(
        written,
        lines.map(([written]) => written),
      ),
    )
    .find((found) => found !== undefined);
  const line = title === undefined ? undefined : findEnd(text, offset, reading, [title])?.line;
  if (title === undefined || line === undefined || line.start >= until) return undefined;
  const own = findNextBlock(text, offset, line.start, title);
  return own === undefined ? { title, line } : undefined;
}

function collectEndLines(text: string): EndLines {
  const lines = new Map<string, EndLine[]>();
  for (const match of text.matchAll(END_LINE)) {
    const title = titleOf(`${match[1] ?? ""} ${match[2] ?? ""}`);
    const same = lines.get(title) ?? [];
    const start = match.index === 0 ? 0 : match.index - (text[match.index - 2] === "\r" ? 2 : 1);
    same.push({ start, end: match.index + match[0].length });
    lines.set(title, same);
  }
  return lines;
}

function firstAfter(sorted: readonly EndLine[], offset: number): EndLine | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Finds where another block of the kind begins before `until`: then this one was never closed. */
function findNextBlock(
  text: string,
  from: number,
  until: number,
  title: string,
): number | undefined {
  const words = title.split(" ").join("[ \\t]+");
  const opening = title === "TABLE" ? "(?:BEGIN[ \\t]+)?" : "BEGIN[ \\t]+";
  const again = new RegExp(`\\r?\\n[ \\t]*${opening}${words}[ \\t\\r\\n]`, "iu");
  const found = again.exec(text.slice(from + 1, until));
  return found === null ? undefined : from + 1 + found.index;
}
