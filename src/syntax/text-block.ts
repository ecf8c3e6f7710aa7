import type { CustomPatternMatcherReturn } from "chevrotain";

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
  const found = findEnd(text, lineEnd, reading, titles);
  const title = found?.title ?? known;
  if (title === undefined) return null;
  const again = findNextBlock(text, lineEnd, found?.line.start ?? text.length, title);
  const end = again === undefined ? found?.line : undefined;
  const textEnd = again ?? end?.start ?? text.length;
  const payload: TextBlockPayload = { title, textEnd, closed: end !== undefined };
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
