import { createToken, type TokenType } from "chevrotain";

/** Any word; every reserved word is one too, so that it can still be a name. */
export const Word = createToken({ name: "Word", pattern: /(?!)/ });

/** Infix operators, words and symbols alike. */
export const InfixOperator = createToken({ name: "InfixOperator", pattern: /(?!)/ });

function reserved(name: string, isOperator = false): TokenType {
  return createToken({
    name,
    pattern: /(?!)/,
    categories: isOperator ? [Word, InfixOperator] : [Word],
  });
}

export const If = reserved("If");
export const Then = reserved("Then");
export const Else = reserved("Else");
export const ElseIf = reserved("ElseIf");
export const End = reserved("End");
/** `END` and the word of its block, joined: its payload is `END IF`. */
export const EndBlock = reserved("EndBlock");
export const For = reserved("For");
export const Next = reserved("Next");
export const While = reserved("While");
export const Wend = reserved("Wend");
export const Do = reserved("Do");
export const Loop = reserved("Loop");
export const Select = reserved("Select");
export const Switch = reserved("Switch");
export const Case = reserved("Case");
export const Default = reserved("Default");
export const With = reserved("With");
export const Try = reserved("Try");
export const Catch = reserved("Catch");
export const Finally = reserved("Finally");
export const Throw = reserved("Throw");
export const Label = reserved("Label");
export const Goto = reserved("Goto");
export const Gosub = reserved("Gosub");
export const Resume = reserved("Resume");
/** `ON ERROR`, joined. */
export const OnError = reserved("OnError");
/** `CLEAR ERROR`, joined. */
export const ClearError = reserved("ClearError");
export const Sub = reserved("Sub");
export const Function = reserved("Function");
export const Return = reserved("Return");
export const Exit = reserved("Exit");
export const Break = reserved("Break");
export const Continue = reserved("Continue");
export const Call = reserved("Call");
export const Spawn = reserved("Spawn");
export const Let = reserved("Let");
export const Dim = reserved("Dim");
export const Redim = reserved("Redim");
export const Not = reserved("Not");
export const True = reserved("True");
export const False = reserved("False");
export const Null = reserved("Null");
export const And = reserved("And", true);
export const Or = reserved("Or", true);
export const Xor = reserved("Xor", true);
export const Mod = reserved("Mod", true);
export const Like = reserved("Like", true);
export const In = reserved("In", true);
export const Contains = reserved("Contains", true);
export const Starts = reserved("Starts", true);
export const Ends = reserved("Ends", true);
export const Is = reserved("Is", true);

/** The structural words; every other word is a name wherever it stands. */
export const RESERVED_WORDS: ReadonlyMap<string, TokenType> = new Map(
  [
    If,
    Then,
    Else,
    ElseIf,
    End,
    For,
    Next,
    While,
    Wend,
    Do,
    Loop,
    Select,
    Switch,
    Case,
    Default,
    With,
    Try,
    Catch,
    Finally,
    Throw,
    Label,
    Goto,
    Gosub,
    Resume,
    Sub,
    Function,
    Return,
    Exit,
    Break,
    Continue,
    Call,
    Spawn,
    Let,
    Dim,
    Redim,
    Not,
    True,
    False,
    Null,
    And,
    Or,
    Xor,
    Mod,
    Like,
    In,
    Contains,
    Starts,
    Ends,
    Is,
  ].map((type) => [type.name.toUpperCase(), type]),
);

/** Reserved words that mean something else everywhere but at the start of a statement. */
export const STARTING_WORDS: ReadonlySet<TokenType> = new Set([
  With,
  Try,
  Catch,
  Finally,
  Throw,
  Label,
  Resume,
  ClearError,
  Redim,
]);

/** Reserved words that begin an operand, and so stay what they are in operand position. */
export const OPERAND_WORDS: ReadonlySet<TokenType> = new Set([Not, True, False, Null, Call]);

/** Reserved words that are library functions too, with their bracket right behind them. */
export const FUNCTION_WORDS: ReadonlySet<TokenType> = new Set([Switch, Contains, If]);

/** Words that never name a value, so that a missing value before them is found there. */
export const NEVER_OPERANDS: ReadonlySet<TokenType> = new Set([And, Or, Then]);

/** Words that end the block they stand in, at the start of a statement. */
export const BLOCK_ENDS: ReadonlySet<TokenType> = new Set([
  EndBlock,
  Else,
  ElseIf,
  Next,
  Wend,
  Loop,
  Case,
  Catch,
  Finally,
]);

/** Words that begin a line, which then cannot be inside a bracket of the line before. */
export const LINE_BEGINNINGS: ReadonlySet<string> = new Set(
  "END IF ELSE ELSEIF FOR NEXT WHILE WEND DO LOOP SELECT SWITCH CASE SUB FUNCTION RETURN EXIT LET ON PRINT SEND SET SPAWN DIM CONST".split(
    " ",
  ),
);

/** Words between arguments of the user's own procedures that count as commas. */
export const ARGUMENT_SEPARATORS: ReadonlySet<string> = new Set(["TO", "IN", "WITH", "FROM"]);

export const RESERVED_TOKENS: readonly TokenType[] = [
  Word,
  EndBlock,
  OnError,
  ClearError,
  ...new Set(RESERVED_WORDS.values()),
];

/** Words between the parts of many statements, which never fill a place that may stay empty. */
export const CONNECTIVES: ReadonlySet<string> = new Set([
  ...ARGUMENT_SEPARATORS,
  "STEP",
  "AS",
  "BY",
  "LAST",
  "WHERE",
]);

/** Words that may stand before a clause of a phrase. */
export const CLAUSE_JOINERS: ReadonlySet<string> = new Set(["WITH", "AND"]);
