import type { IToken } from "chevrotain";
import type { Procedure } from "./ast.ts";
import { type HeaderParameter, readParameters } from "./parameters.ts";
import { sigilOf, withoutSigil } from "./sigil.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

export { identifierOf } from "./parameters.ts";

/** What the header of a SUB or FUNCTION says: everything of a Procedure but its body. */
export interface ProcedureHeader extends Omit<Procedure, "body" | "start" | "end" | "parameters"> {
  readonly parameters: readonly HeaderParameter[];
}

/** How many words of a header are its name, where the usual rule is not to decide; by its offset. */
export type HeaderSplits = ReadonlyMap<number, number>;

/** Tells whether a token ends a header: the rest of the line is the body already. */
export function endsHeader(token: IToken | undefined): boolean {
  const type = token?.tokenType;
  return type === tokens.Newline || type === tokens.Colon || type === tokens.Semicolon;
}

/**
 * Collects the headers of a file before it is parsed, so that calls may stand above them.
 * @param splits where the names of headers end that are not read by the rule
 */
export function collectHeaders(all: readonly IToken[], splits?: HeaderSplits): ProcedureHeader[] {
  return headersIn(all).flatMap(({ keyword, rest }) => readHeader(keyword, rest, splits) ?? []);
}

/** Collects the headers of a file that hold nothing but the words of a name. */
export function collectLooseHeaders(all: readonly IToken[]): ProcedureHeader[] {
  return headersIn(all).flatMap(({ keyword, rest }) => {
    if (rest.some(({ tokenType }) => tokenType === tokens.LeftParenthesis)) return [];
    const header = readHeader(keyword, rest);
    return header === undefined || header.parameters.length > 0 ? [] : [header];
  });
}

/** Lists the SUB and FUNCTION tokens that begin headers, with the tokens after them. */
function headersIn(all: readonly IToken[]): { keyword: IToken; rest: IToken[] }[] {
  return all.flatMap((keyword, at) =>
    isHeaderStart(keyword, all[at - 1]) ? [{ keyword, rest: headerTokens(all, at + 1) }] : [],
  );
}

function isHeaderStart(token: IToken, before: IToken | undefined): boolean {
  if (token.tokenType !== words.Sub && token.tokenType !== words.Function) return false;
  return before === undefined || before.tokenType === tokens.Newline;
}

function headerTokens(all: readonly IToken[], from: number): IToken[] {
  let end = from;
  while (end < all.length && !endsHeader(all[end])) end++;
  return all.slice(from, end);
}

/**
 * Reads a header: with parentheses the list in them is the parameters. Without, a FUNCTION with
 * two words that carry sigils before the first comma keeps the first as the end of its name; else
 * the first word with a sigil begins the parameters; else, given a comma, the last word before it
 * does; else there are none.
 * @param keyword the SUB or FUNCTION token
 * @param rest the tokens after it up to the end of the line
 * @param splits where the names of headers end that are not read so
 * @returns undefined where no name is there
 */
export function readHeader(
  keyword: IToken,
  rest: readonly IToken[],
  splits: HeaderSplits = new Map(),
): ProcedureHeader | undefined {
  const kind = keyword.tokenType === words.Sub ? "sub" : "function";
  const opening = rest.findIndex((token) => token.tokenType === tokens.LeftParenthesis);
  const split = splits.get(rest[0]?.startOffset ?? -1);
  const nameEnd = split ?? (opening === -1 ? splitBeforeParameters(rest, kind) : opening);
  const nameTokens = rest.slice(0, nameEnd);
  while (opening === -1 && nameTokens.length > 1 && nameEnd < rest.length) {
    const last = nameTokens.at(-1);
    if (last === undefined || !words.ARGUMENT_SEPARATORS.has(wordOf(last))) break;
    nameTokens.pop();
  }
  const first = nameTokens[0];
  const last = nameTokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (nameTokens.some((token) => wordOf(token) === "")) return undefined;
  return {
    kind,
    key: nameTokens.map((token) => withoutSigil(wordOf(token))).join(" "),
    nameSpan: { start: spanOf(first).start, end: spanOf(last).end },
    displayName: nameTokens.map((token) => token.image).join(" "),
    sigil: sigilOf(last.image),
    parameters: readParameters(rest.slice(nameEnd)),
  };
}

function splitBeforeParameters(rest: readonly IToken[], kind: "sub" | "function"): number {
  const comma = rest.findIndex((token) => token.tokenType === tokens.Comma);
  const end = comma === -1 ? rest.length : comma;
  const withSigil: number[] = [];
  for (let at = 0; at < end; at++) {
    if (sigilOf(rest[at]?.image ?? "") !== undefined) withSigil.push(at);
  }
  const [first, second] = withSigil;
  if (kind === "function" && first !== undefined && second !== undefined) return first + 1;
  if (first !== undefined) return first === 0 ? 1 : first;
  return comma === -1 ? rest.length : Math.max(1, comma - 1);
}
