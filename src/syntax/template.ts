import type { IToken } from "chevrotain";
import type { Span } from "../source/span.ts";
import { decodeQuoted, findInterpolationEnd, isInterpolation } from "./quotes.ts";
import { makeTokenAt } from "./token.ts";
import * as tokens from "./tokens.ts";

/** Reads the expression of one `${…}`, which stands at an offset of the script, into tokens. */
export type ReadInterpolation = (expression: string, offset: number) => IToken[];

/** A text with its place in the script, and how its pieces are read. */
interface Written {
  /** The text, in which offsets count. */
  readonly text: string;
  /** What to add to an offset in `text` for one of the script. */
  readonly shift: number;
  readonly read: ReadInterpolation;
  /** What the characters between two offsets say. */
  readonly decode: (from: number, to: number) => string;
}

/**
 * Spreads a text in quotes into what the parser reads: one text literal, or the parts of a template.
 * @param quoted the whole token, with its quotes
 * @param closed false where the closing quote is missing
 * @param tellUnknown told of each escape that means nothing, with its offset in the script
 */
export function spreadText(
  quoted: IToken,
  closed: boolean,
  read: ReadInterpolation,
  tellUnknown: (escape: string, offset: number) => void,
): IToken[] {
  const { startOffset: shift, image } = quoted;
  const inside = { start: 1, end: closed ? image.length - 1 : image.length };
  const decode = (from: number, to: number): string =>
    decodeQuoted(image.slice(from, to), image.charAt(0), (escape, at) => {
      tellUnknown(escape, shift + from + at);
    });
  const interpolations = findInterpolations(image, inside, true);
  const whole = { start: 0, end: image.length };
  return makeText({ text: image, shift, read, decode }, whole, inside, interpolations);
}

/**
 * Spreads the lines of a text block, each of them like a text, without the indentation that all of
 * them share. Nothing but `${…}` has a meaning in them.
 * @param block the lines, from the line end of BEGIN to the last of them
 * @param shift the offset of `block` in the script
 * @param read undefined where `${…}` has no meaning either
 */
export function spreadTextBlock(
  block: string,
  shift: number,
  read: ReadInterpolation | undefined,
): IToken[] {
  const lines = linesOf(block);
  const indents = lines
    .filter(({ start, end }) => block.slice(start, end).trim() !== "")
    .map(({ start, end }) => block.slice(start, end).search(/[^ \t]/));
  const shared = Math.min(...indents);
  return lines.flatMap((line) => {
    const indent = Math.min(shared, line.end - line.start);
    const inside = { start: line.start + indent, end: line.end };
    const decode = (from: number, to: number): string => block.slice(from, to);
    const interpolations = read === undefined ? [] : findInterpolations(block, inside, false);
    const written = { text: block, shift, read: read ?? (() => []), decode };
    return makeText(written, line, inside, interpolations);
  });
}

/** The lines after each line break, without their line ends. */
function linesOf(block: string): Span[] {
  return [...block.matchAll(/\n([^\r\n]*)/g)].map(({ index, 1: line = "" }) => ({
    start: index + 1,
    end: index + 1 + line.length,
  }));
}

/** @param escapes true where `\` takes the meaning from the character after it */
function findInterpolations(text: string, { start, end }: Span, escapes: boolean): Span[] {
  const found: Span[] = [];
  for (let at = start; at < end; at++) {
    if (escapes && text[at] === "\\") at++;
    else if (isInterpolation(text, at)) {
      const after = findInterpolationEnd(text, at);
      if (after === undefined || after > end) continue;
      found.push({ start: at, end: after });
      at = after - 1;
    }
  }
  return found;
}

function makeText(
  { text, shift, read, decode }: Written,
  whole: Span,
  inside: Span,
  interpolations: readonly Span[],
): IToken[] {
  const parts: IToken[] = [];
  let from = inside.start;
  for (const { start, end } of interpolations) {
    parts.push(textPart(decode(from, start), shift + from, shift + start));
    parts.push(makeTokenAt(tokens.InterpolationStart, shift + start, shift + start + 2, "${"));
    for (const token of read(text.slice(start + 2, end - 1), shift + start + 2)) parts.push(token);
    parts.push(makeTokenAt(tokens.InterpolationEnd, shift + end - 1, shift + end, "}"));
    from = end;
  }
  const rest = decode(from, inside.end);
  const [start, end] = [shift + whole.start, shift + whole.end];
  if (parts.length === 0) {
    const literal = makeTokenAt(tokens.TextLiteral, start, end, rest);
    literal.image = text.slice(whole.start, whole.end);
    return [literal];
  }
  return [
    makeTokenAt(tokens.TemplateStart, start, start + 1, '"'),
    ...parts,
    textPart(rest, shift + from, shift + inside.end),
    makeTokenAt(tokens.TemplateEnd, end - 1, end, '"'),
  ];
}

function textPart(text: string, start: number, end: number): IToken {
  return makeTokenAt(tokens.TemplateText, start, end, text);
}
