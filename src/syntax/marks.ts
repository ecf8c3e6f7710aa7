import { createToken } from "chevrotain";
import { InfixOperator } from "./words.ts";

/**
 * Makes a mark of a regular expression.
 * @param starts the characters that it may begin with, which Chevrotain would else find out at each
 *   start by reading the expression
 */
function mark(name: string, pattern: RegExp, starts: string) {
  return createToken({ name, pattern, start_chars_hint: Array.from(starts) });
}

export const LeftParenthesis = createToken({ name: "LeftParenthesis", pattern: "(" });
export const RightParenthesis = createToken({ name: "RightParenthesis", pattern: ")" });
export const LeftBracket = createToken({ name: "LeftBracket", pattern: "[" });
export const RightBracket = createToken({ name: "RightBracket", pattern: "]" });
export const LeftBrace = mark("LeftBrace", /#?\{/, "#{");
export const RightBrace = createToken({ name: "RightBrace", pattern: "}" });
export const Comma = createToken({ name: "Comma", pattern: "," });
export const Colon = createToken({ name: "Colon", pattern: ":" });
export const Semicolon = createToken({ name: "Semicolon", pattern: ";" });
export const OptionalDot = mark("OptionalDot", /\?\.(?!\d)/, "?");
/** `…` in ASCII, which stands for something left out. */
export const Ellipsis = createToken({ name: "Ellipsis", pattern: "..." });
/** `0..5`, of which 5 is no part, and `0..=5`, of which it is. */
export const Range = mark("Range", /\.\.=?/, ".");
export const Dot = createToken({ name: "Dot", pattern: "." });
export const Question = createToken({ name: "Question", pattern: "?" });
export const Exclamation = mark("Exclamation", /!(?!=)/, "!");

function operator(name: string, pattern: string) {
  return createToken({ name, pattern, categories: [InfixOperator] });
}
function operatorMark(name: string, pattern: RegExp, starts: string) {
  const start_chars_hint = Array.from(starts);
  return createToken({ name, pattern, categories: [InfixOperator], start_chars_hint });
}
/** `+=` and its kin: an operator and the `=` of an assignment. */
export const CompoundEqual = mark("CompoundEqual", /(?:\*\*|[-+*/\\^&])=(?!=)/, "-+*/\\^&");
/** `I++` and `I--`, where the statement ends. */
export const StepSign = mark(
  "StepSign",
  /(?:\+\+|--)(?=[ \t]*(?:[\r\n:;'}]|$|\/\/|(?:ELSE|END|ENDIF)\b))/i,
  "+-",
);
export const Coalesce = operator("Coalesce", "??");
export const Equal = operatorMark("Equal", /={1,3}/, "=");
export const NotEqual = operatorMark("NotEqual", /<>|!==?/, "<!");
export const LessOrEqual = operatorMark("LessOrEqual", /<=|=</, "<=");
export const GreaterOrEqual = operatorMark("GreaterOrEqual", />=|=>/, ">=");
export const Less = operator("Less", "<");
export const Greater = operator("Greater", ">");
export const Plus = operator("Plus", "+");
export const Minus = operator("Minus", "-");
export const Times = operator("Times", "*");
export const Divide = operator("Divide", "/");
export const WholeDivide = operator("WholeDivide", "\\");
export const Percent = operator("Percent", "%");
export const Power = operatorMark("Power", /\^|\*\*/, "^*");
export const DoubleAmpersand = operator("DoubleAmpersand", "&&");
export const Ampersand = operator("Ampersand", "&");
export const DoubleBar = operator("DoubleBar", "||");

/** All of them, in the order in which the lexer tries them. */
export const MARKS = [
  LeftBrace,
  LeftParenthesis,
  RightParenthesis,
  LeftBracket,
  RightBracket,
  RightBrace,
  Comma,
  Colon,
  Semicolon,
  OptionalDot,
  Ellipsis,
  Range,
  CompoundEqual,
  StepSign,
  Coalesce,
  Question,
  Dot,
  NotEqual,
  LessOrEqual,
  GreaterOrEqual,
  Equal,
  Less,
  Greater,
  Plus,
  Minus,
  Power,
  Times,
  Divide,
  WholeDivide,
  Percent,
  DoubleAmpersand,
  Ampersand,
  DoubleBar,
  Exclamation,
];

/** Operators that may stand before a value. */
export const SIGNS: ReadonlySet<unknown> = new Set([Minus, Plus, Exclamation]);
