import type { Span } from "../source/span.ts";
import type {
  CallExpression,
  Expression,
  Identifier,
  IndexExpression,
  MemberExpression,
  MethodExpression,
  NameExpression,
  Phrase,
  PhraseExpression,
  ProcedureCallExpression,
  WithSubject,
} from "./ast-expression.ts";
import type { ThrowStatement, TryStatement } from "./ast-error.ts";
import type { CommandStatement, UnservedHandler } from "./ast-command.ts";
import type { DeclaredStatement, WrittenText } from "./ast-declared.ts";
import type {
  ClearErrorStatement,
  JumpStatement,
  LabelStatement,
  OnErrorStatement,
  ResumeStatement,
} from "./ast-jump.ts";
import type { Delay } from "./delay.ts";
import type { Sigil } from "./sigil.ts";

export type * from "./ast-error.ts";
export type * from "./ast-expression.ts";
export type * from "./ast-command.ts";
export type * from "./ast-declared.ts";
export type * from "./ast-jump.ts";

export type AssignmentTarget =
  NameExpression | MemberExpression | IndexExpression | CallExpression | FieldTarget;

/** `name = value` in a WITH block that sets fields: a member of what the block is about. */
export interface FieldTarget extends Span {
  readonly kind: "field";
  readonly subject: WithSubject;
  readonly name: Identifier;
}

export type Block = readonly Statement[];

export type Statement = BlockStatement | SimpleStatement;

/** The statements that hold other statements. */
export type BlockStatement =
  | IfStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoStatement
  | SelectStatement
  | WithStatement
  | TryStatement
  | CommandStatement;

/** The statements that hold none. */
export type SimpleStatement =
  | AssignmentStatement
  | ParameterDefaultStatement
  | DimStatement
  | ConstStatement
  | IncludeStatement
  | ThrowStatement
  | LabelStatement
  | JumpStatement
  | OnErrorStatement
  | ResumeStatement
  | ClearErrorStatement
  | ValueStatement
  | ExitStatement
  | ContinueStatement
  | ReturnStatement
  | CallStatement
  | SpawnStatement
  | PhraseStatement
  | DeclaredStatement
  | BrokenStatement;

export interface AssignmentStatement extends Span {
  readonly kind: "assignment";
  /** A CallExpression here is an element of a DIMmed list: `a(0) = 1`. */
  readonly target: AssignmentTarget;
  readonly value: Expression;
}
/** `SUB pay(amount = 1)`: sets a parameter that the call left out, before the body begins. */
export interface ParameterDefaultStatement extends Span {
  readonly kind: "parameter-default";
  readonly name: Identifier;
  /** Which of the parameters it is, the first one being 0. */
  readonly index: number;
  readonly value: Expression;
}
export interface DimStatement extends Span {
  readonly kind: "dim";
  /** Whether items that are there already are kept: REDIM PRESERVE. */
  readonly mode: "dim" | "redim" | "preserve";
  readonly variables: readonly DimVariable[];
}
export interface DimVariable extends Span {
  readonly name: Identifier;
  /** True where it has a bracket, even an empty one. */
  readonly isList: boolean;
  /** The type behind AS NEW, of which Visual Basic makes an object. */
  readonly created?: Identifier;
  /** The highest index of each dimension; empty for `DIM x` and `DIM x()`. */
  readonly bounds: readonly Expression[];
  /** What it holds at first: `DIM x AS INTEGER = 5`. */
  readonly value: Expression | undefined;
}
/** `INCLUDE "lib.bas"`. */
export interface IncludeStatement extends Span {
  readonly kind: "include";
  /** The path as written, from the folder of the script. */
  readonly path: WrittenText;
}
/** `CONST a = 1, b = 2`. */
export interface ConstStatement extends Span {
  readonly kind: "const";
  readonly constants: readonly Constant[];
}
export interface Constant extends Span {
  readonly name: Identifier;
  readonly value: Expression;
}
export interface IfStatement extends Span {
  readonly kind: "if";
  readonly branches: readonly IfBranch[];
  readonly otherwise: Block | undefined;
}
export interface IfBranch extends Span {
  readonly condition: Expression;
  readonly body: Block;
}
export interface ForStatement extends Span {
  readonly kind: "for";
  readonly variable: Identifier;
  readonly from: Expression;
  readonly to: Expression;
  readonly step: Expression | undefined;
  readonly body: Block;
}
export interface ForEachStatement extends Span {
  readonly kind: "for-each";
  /** Set to the name of each member of an object, or the index of each item of a list. */
  readonly keyVariable: Identifier | undefined;
  readonly variable: Identifier;
  readonly list: Expression;
  /** `LAST n`: only the last n items. */
  readonly last: Expression | undefined;
  readonly body: Block;
}
export interface WhileStatement extends Span {
  readonly kind: "while";
  readonly condition: Expression;
  readonly body: Block;
}
/** `DO [WHILE|UNTIL c] … LOOP [WHILE|UNTIL c]`. */
export interface DoStatement extends Span {
  readonly kind: "do";
  readonly before: LoopTest | undefined;
  readonly after: LoopTest | undefined;
  readonly body: Block;
}
export interface LoopTest extends Span {
  readonly until: boolean;
  readonly condition: Expression;
}
export interface SelectStatement extends Span {
  readonly kind: "select";
  readonly subject: Expression;
  readonly cases: readonly SelectCase[];
  readonly otherwise: Block | undefined;
}
export interface SelectCase extends Span {
  readonly tests: readonly CaseTest[];
  readonly body: Block;
}
export type CaseTest =
  | (Span & { readonly kind: "equals"; readonly value: Expression })
  | (Span & { readonly kind: "range"; readonly from: Expression; readonly to: Expression })
  | (Span & {
      readonly kind: "compare";
      readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
      readonly value: Expression;
    });
/** `WITH target … END WITH`. */
export interface WithStatement extends Span {
  readonly kind: "with";
  /** An AssignmentTarget where the block sets fields or has a value, else anything. */
  readonly target: Expression | FieldTarget;
  /** `WITH target = value`: what the target is set to before the block. */
  readonly value: Expression | undefined;
  /** True where lines are `name = value`, which set members; false where they are `.name = value`. */
  readonly setsFields: boolean;
  readonly subject: WithSubject;
  readonly body: Block;
}
/** `EXIT` alone ends the run; `BREAK` is `loop`, the innermost loop of any kind. */
export interface ExitStatement extends Span {
  readonly kind: "exit";
  readonly what: "run" | "for" | "while" | "do" | "loop" | "sub" | "function" | "select";
}
export interface ContinueStatement extends Span {
  readonly kind: "continue";
}
export interface ReturnStatement extends Span {
  readonly kind: "return";
  readonly value: Expression | undefined;
}
/** A call for its effect: `CALL f(a)`, `f(a)`, `SEND HELP MENU TO x`, `list.push(x)`. */
export interface CallStatement extends Span {
  readonly kind: "call-statement";
  readonly call: CallExpression | ProcedureCallExpression | MethodExpression | PhraseExpression;
}
/** `SPAWN name args AFTER 10 MINUTES`: the SUB is run later, in a run of its own. */
export interface SpawnStatement extends Span {
  readonly kind: "spawn";
  readonly call: CallExpression | ProcedureCallExpression;
  /** Undefined where it is run as soon as it can be. */
  readonly delay: Delay | undefined;
}
/** A value on a line of its own, which is read and dropped. */
export interface ValueStatement extends Span {
  readonly kind: "value";
  readonly value: Expression;
}
export interface PhraseStatement extends Span {
  readonly kind: "phrase-statement";
  readonly phrase: Phrase;
}
/** A line that the parser gave up on, after reporting it. */
export interface BrokenStatement extends Span {
  readonly kind: "broken";
}

export interface Parameter extends Span {
  readonly name: Identifier;
  /** True where calls may leave it out: it has a value by default, or is null then. */
  readonly optional: boolean;
}
/** A SUB or FUNCTION. */
export interface Procedure extends Span {
  readonly kind: "sub" | "function";
  /** Upper-case words joined by one blank, without sigils: `GET TEXT`. */
  readonly key: string;
  readonly nameSpan: Span;
  /** The name as written, for messages and call stacks. */
  readonly displayName: string;
  /** The sigil at the end of a FUNCTION's name; converts what it returns. */
  readonly sigil: Sigil | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}
/** A handler such as `ON WEBHOOK … END ON`: a declaration phrase and the block it runs. */
export interface Declaration extends Span {
  readonly phrase: Phrase;
  /** True where nothing ends the block: the rest of the file is its body, as of `WEBHOOK "orders"`. */
  readonly wholeFile?: boolean;
  readonly body: Block;
}
/** A handler whose first line could not be read. */
export interface HeadlessHandler extends Span {
  readonly body: Block;
}
/** A comment with the mark that begins it, up to the end of its line. */
export interface Comment extends Span {
  readonly text: string;
}
/** One parsed script. Broken parts are in it as broken nodes, so the rest can be checked. */
export interface ScriptTree {
  /** Top-level statements: run once per run, before the handler. */
  readonly body: Block;
  readonly procedures: readonly Procedure[];
  readonly declarations: readonly Declaration[];
  readonly unserved: readonly UnservedHandler[];
  /** Handlers whose first line could not be read, which is reported; their lines are checked only. */
  readonly headless: readonly HeadlessHandler[];
  /** Every comment, in the order of the source. */
  readonly comments: readonly Comment[];
}
