import type { IToken } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import { textBlockMessages } from "../diagnostics/codes/text-blocks.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { type ReadInterpolation, spreadText, spreadTextBlock } from "./template.ts";
import { isKnownTextBlock, isTextBlockPayload } from "./text-block.ts";
import { makeTokenAt, spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";

/** Makes of a `"…"` what the parser reads. @param read reads its `${…}` */
export function textParts(token: IToken, read: ReadInterpolation, report: Report): IToken[] {
  const closed = token.payload === true;
  if (!closed) report(syntaxMessages.unclosedText(), spanOf(token));
  return spreadText(token, closed, read, (escape, start) => {
    const edits = [{ span: { start, end: start }, text: "\\" }];
    const fix = { title: "doubles the backslash", edits };
    report(syntaxMessages.unknownEscape(escape), { start, end: start + escape.length }, { fix });
  });
}

/** Makes a word and a text of a DESCRIPTION without quotes. */
export function descriptionParts({ image, startOffset: start }: IToken): IToken[] {
  const { length } = "DESCRIPTION";
  const word = makeTokenAt(tokens.PlainWord, start, start + length, "DESCRIPTION");
  word.image = image.slice(0, length);
  const text = image.slice(length);
  const begin = start + length + text.search(/\S/);
  const rest = makeTokenAt(tokens.TextLiteral, begin, start + image.length, text.trim());
  return [word, rest];
}

/**
 * Makes of the lines of a text block texts between two marks, on the line of their BEGIN.
 * @param header the BEGIN of the block
 */
export function blockParts(
  token: IToken,
  header: IToken | undefined,
  read: ReadInterpolation,
  report: Report,
): IToken[] {
  const payload: unknown = token.payload;
  if (!isTextBlockPayload(payload)) return [];
  const { startOffset: start, image } = token;
  const { title, textEnd, closed, misspelt } = payload;
  if (!closed) report(textBlockMessages.unclosedTextBlock(title), spanOf(header ?? token));
  if (misspelt !== undefined && isKnownTextBlock(title)) {
    const last = { start: start + image.length - misspelt.length, end: start + image.length };
    report(textBlockMessages.misspeltTextEnd(misspelt, title), last);
  }
  const block = image.slice(0, textEnd - start);
  const end = start + image.length;
  return [
    makeTokenAt(tokens.TextBlockStart, start, start + 1, title),
    // The columns of a table hold no values.
    ...spreadTextBlock(block, start, title === "TABLE" ? undefined : read),
    makeTokenAt(tokens.TextBlockEnd, Math.max(textEnd, end - 1), end, `END ${title}`),
  ];
}
