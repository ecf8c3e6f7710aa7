import type { TokenType } from "chevrotain";
import type { StructuralBlock } from "../open-block.ts";
import * as tokens from "../tokens.ts";
import * as words from "../words.ts";

/** What ends a block, at the start of a statement. */
export const ENDS: ReadonlySet<TokenType> = new Set([
  words.EndBlock,
  words.Next,
  words.Wend,
  words.Loop,
]);
/** The ends of the blocks of the language, as they are written. */
export const REAL_ENDS: ReadonlySet<string> = new Set(
  "IF FOR WHILE DO SELECT SWITCH WITH TRY SUB FUNCTION ON".split(" ").map((word) => `END ${word}`),
);
/** What begins a part of a block after its first. */
export const PARTS: ReadonlySet<TokenType> = new Set([
  words.Else,
  words.ElseIf,
  words.Case,
  words.Catch,
  words.Finally,
]);
/** What begins a block inside others; IF only where the lines below belong to it. */
export const OPENINGS = new Map<TokenType, StructuralBlock>([
  [words.For, "FOR"],
  [words.While, "WHILE"],
  [words.Do, "DO"],
  [words.Select, "SELECT"],
  [words.Switch, "SWITCH"],
  [words.With, "WITH"],
  [words.Try, "TRY"],
]);
/** What begins a block that stands in no other. */
export const PROCEDURES = new Map<TokenType, StructuralBlock>([
  [words.Sub, "SUB"],
  [words.Function, "FUNCTION"],
]);
/** After a word, these make it a variable that is set, or a part of one. */
export const FOLLOWS_NAME: ReadonlySet<TokenType | undefined> = new Set([
  tokens.Equal,
  tokens.CompoundEqual,
  tokens.StepSign,
  tokens.Dot,
  tokens.OptionalDot,
  tokens.LeftBracket,
]);
/** An IF with one of these holds no lines, unless it is the last on its line. */
export const INLINE: ReadonlySet<TokenType> = new Set([words.Then, words.Goto, words.Gosub]);
/** Parts that need no value behind them, and those that take none. */
export const MAY_STAND_ALONE: ReadonlySet<string> = new Set([
  "ELSE",
  "CATCH",
  "FINALLY",
  "DEFAULT",
]);
export const STAND_ALONE: ReadonlySet<string> = new Set(["ELSE", "FINALLY", "DEFAULT"]);
