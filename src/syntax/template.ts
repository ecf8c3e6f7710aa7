import type { IToken } from "chevrotain";
import { decodeDoubleQuoted, findInterpolationEnd, isInterpolation } from "./quotes.ts";
import { makeTokenAt } from "./token.ts";
import * as tokens from "./tokens.ts";

/**
 * Spreads a `"…"` into what the parser reads: one text literal, or the parts of a template.
 * @param quoted the whole token, with its quotes
 * @param closed false where the closing quote is missing
 * @param read reads the expression of one `${…}` into tokens
 * @param tellUnknown told of each escape that means nothing, with its offset in the script
 */
export function spreadText(
  quoted: IToken,
  closed: boolean,
  read: (expression: string, offset: number) => IToken[],
  tellUnknown: (escape: string, offset: number) => void,
): IToken[] {
  const { startOffset: start, image } = quoted;
  const insideEnd = closed ? image.length - 1 : image.length;
  const decode = (from: number, to: number): string =>
    decodeDoubleQuoted(image.slice(from, to), (escape, at) => {
      tellUnknown(escape, start + from + at);
    });
  const parts: IToken[] = [];
  let textFrom = 1;
  for (let at = 1; at < insideEnd; at++) {
    if (image[at] === "\\") at++;
    else if (isInterpolation(image, at)) {
      const end = findInterpolationEnd(image, at);
      if (end === undefined || end > insideEnd) continue;
      parts.push(textPart(decode(textFrom, at), start + textFrom, start + at));
      parts.push(makeTokenAt(tokens.InterpolationStart, start + at, start + at + 2, "${"));
      for (const token of read(image.slice(at + 2, end - 1), start + at + 2)) parts.push(token);
      parts.push(makeTokenAt(tokens.InterpolationEnd, start + end - 1, start + end, "}"));
      textFrom = end;
      at = end - 1;
    }
  }
  const whole = start + image.length;
  if (parts.length === 0) {
    const literal = makeTokenAt(tokens.TextLiteral, start, whole, decode(1, insideEnd));
    literal.image = image;
    return [literal];
  }
  return [
    makeTokenAt(tokens.TemplateStart, start, start + 1, '"'),
    ...parts,
    textPart(decode(textFrom, insideEnd), start + textFrom, start + insideEnd),
    makeTokenAt(tokens.TemplateEnd, whole - 1, whole, '"'),
  ];
}

function textPart(text: string, start: number, end: number): IToken {
  return makeTokenAt(tokens.TemplateText, start, end, text);
}
