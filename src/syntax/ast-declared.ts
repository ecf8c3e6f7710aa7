import type { Span } from "../source/span.ts";
import type { Expression, Identifier } from "./ast-expression.ts";

/** A piece of the script that is kept as it is written. */
export interface WrittenText extends Span {
  readonly text: string;
}

/** `PARAM name AS STRING LIKE "Ana" DESCRIPTION "…"`: what a tool is given. */
export interface ParamStatement extends Span {
  readonly kind: "param";
  readonly names: readonly Identifier[];
  /** What follows AS: `STRING`. */
  readonly type: WrittenText | undefined;
  /** The values to choose from: those of ENUM, or texts after AS. */
  readonly options: readonly WrittenText[];
  readonly example: WrittenText | undefined;
  readonly description: WrittenText | undefined;
  readonly required: boolean;
  /** What it is where nothing is given; the only part that means something to a run. */
  readonly value: Expression | undefined;
}
/** `DESCRIPTION "…"`: what a tool is for. */
export interface DescriptionStatement extends Span {
  readonly kind: "description";
  readonly text: WrittenText;
}
/** `TABLE name … END TABLE`: the columns of a table. */
export interface TableStatement extends Span {
  readonly kind: "table";
  readonly name: WrittenText;
  /** What follows the name: `ON sales`. */
  readonly where: WrittenText | undefined;
  readonly lines: readonly TableLine[];
}
/** A line of a table as it is written: a column, a rule such as `UNIQUE (a, b)`, or a comment. */
export interface TableLine extends WrittenText {
  readonly column: TableColumn | undefined;
}
export interface TableColumn {
  readonly name: string;
  /** Type and constraints as written: `string(150) key`. */
  readonly definition: string;
}
/** Statements that only say something of the script; a run passes over them. */
export type DeclaredStatement = ParamStatement | DescriptionStatement | TableStatement;
