import type { TokenType } from "chevrotain";
import * as words from "./words.ts";

/**
 * Finds the type of the one token that two words make: `END IF`, `ELSE IF`, `ON ERROR`.
 * @param word upper case, as is the next one
 * @returns undefined where each word stands for itself
 */
export function joinedType(
  word: string,
  next: string,
  atStatementStart: boolean,
): TokenType | undefined {
  switch (word) {
    case "END":
      return atStatementStart || next === "IF" ? words.EndBlock : undefined;
    case "ELSE":
      return next === "IF" ? words.ElseIf : undefined;
    case "ON":
      return atStatementStart && next === "ERROR" ? words.OnError : undefined;
    case "CLEAR":
      return atStatementStart && next === "ERROR" ? words.ClearError : undefined;
    default:
      return undefined;
  }
}
