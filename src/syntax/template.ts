import type { IToken } from "chevrotain";
import { decodeDoubleQuoted, findInterpolationEnd, isInterpolation } from "./quotes.ts";
import { makeTokenAt } from "./token.ts";
import * as tokens from "./tokens.ts";

/**
 * Spreads a `"…"` into what the parser reads: one text literal, or the parts of a template.
 * @param quoted the whole token, with its quotes
 * @param closed false where the closing quote is missing
 * @param read reads the expression of one `${…}` into tokens
 */
export function spreadText(
  quoted: IToken,
  closed: boolean,
  read: (expression: string, offset: number) => IToken[],
): IToken[] {
  const start = quoted.startOffset;
  const image = quoted.image;
  const insideEnd = closed ? image.length - 1 : image.length;
  const parts: IToken[] = [];
  let textFrom = 1;
  for (let at = 1; at < insideEnd; at++) {
    if (image[at] === "\\") at++;
    else if (isInterpolation(image, at)) {
      const end = findInterpolationEnd(image, at);
      if (end === undefined || end > insideEnd) continue;
      parts.push(textPart(image, textFrom, at, start));
      parts.push(makeTokenAt(tokens.InterpolationStart, start + at, start + at + 2, "${"));
      for (const token of read(image.slice(at + 2, end - 1), start + at + 2)) parts.push(token);
      parts.push(makeTokenAt(tokens.InterpolationEnd, start + end - 1, start + end, "}"));
      textFrom = end;
      at = end - 1;
    }
  }
  const whole = start + image.length;
  if (parts.length === 0) {
    const literal = makeTokenAt(tokens.TextLiteral, start, whole, "");
    literal.payload = decodeDoubleQuoted(image.slice(1, insideEnd));
    literal.image = image;
    return [literal];
  }
  return [
    makeTokenAt(tokens.TemplateStart, start, start + 1, '"'),
    ...parts,
    textPart(image, textFrom, insideEnd, start),
    makeTokenAt(tokens.TemplateEnd, whole - 1, whole, '"'),
  ];
}

function textPart(image: string, from: number, to: number, shift: number): IToken {
  const text = decodeDoubleQuoted(image.slice(from, to));
  return makeTokenAt(tokens.TemplateText, shift + from, shift + to, text);
}
