import type { IToken } from "chevrotain";
import { CLOSING_BRACKETS, OPENING_BRACKETS } from "./brackets.ts";
import type { Span } from "../source/span.ts";
import type { Identifier, Parameter } from "./ast.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** A parameter as a header has it, before the value that it may have by default is read. */
export interface HeaderParameter extends Parameter {
  /** The offset of the `=` before that value. */
  readonly equalStart?: number | undefined;
}

/** Makes of a parameter of a header one of the tree. */
export function withoutPlace({ name, optional, start, end }: HeaderParameter): Parameter {
  return { name, optional, start, end };
}

/** Words of Visual Basic before a parameter: every argument is passed by its value here. */
const PASSING: ReadonlySet<string> = new Set(["BYVAL", "BYREF", "OPTIONAL", "PARAMARRAY"]);

/**
 * Reads the parameters of a header; a type after AS is passed over, as sigils alone convert.
 * @param list the tokens behind the name, with their bracket where they have one
 */
export function readParameters(list: readonly IToken[]): HeaderParameter[] {
  const inBracket = list[0]?.tokenType === tokens.LeftParenthesis;
  return separate(inBracket ? list.slice(1) : list, inBracket).flatMap(readParameter);
}

/** Cuts a list at what separates parameters: commas and, without a bracket, words such as TO. */
function separate(list: readonly IToken[], inBracket: boolean): IToken[][] {
  const parts: IToken[][] = [[]];
  let depth = 0;
  for (const token of list) {
    if (OPENING_BRACKETS.has(token.tokenType)) depth++;
    else if (CLOSING_BRACKETS.has(token.tokenType) && --depth < 0) return parts;
    const isWord = !inBracket && words.ARGUMENT_SEPARATORS.has(wordOf(token));
    if (depth === 0 && (token.tokenType === tokens.Comma || isWord)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Without commas, as in `SUB PAY NAME$ AMOUNT`, each word names a parameter. */
function readParameter(part: readonly IToken[]): HeaderParameter[] {
  const equal = part.findIndex(({ tokenType }) => tokenType === tokens.Equal);
  const named = equal === -1 ? part : part.slice(0, equal);
  const equalStart = part[equal]?.startOffset;
  const found: HeaderParameter[] = [];
  let optional = equalStart !== undefined;
  for (let at = 0; at < named.length; at++) {
    const token = named[at];
    const word = token === undefined ? "" : wordOf(token);
    if (token === undefined || word === "" || words.ARGUMENT_SEPARATORS.has(word)) continue;
    const next = named[at + 1];
    if (PASSING.has(word) && next !== undefined && wordOf(next) !== "") {
      optional ||= word === "OPTIONAL" || word === "PARAMARRAY";
    } else if (word === "AS") at++;
    else {
      const name = identifierOf(token);
      found.push({ ...spanOf(token), name, optional, equalStart });
    }
  }
  return found;
}

/** Makes the identifier that a word token writes. */
export function identifierOf(token: IToken): Identifier {
  const span: Span = spanOf(token);
  return { ...span, text: token.image, key: token.image.toUpperCase() };
}
