import type { IToken } from "chevrotain";
import type { CommandBlocks } from "../command-blocks.ts";

/** A script whose blocks do not fit together. */
export interface BrokenScript {
  readonly text: string;
  readonly tokens: readonly IToken[];
  /** The blocks of statements that the grammar does not know. */
  readonly commandBlocks: CommandBlocks;
  /** Gives the 1-based line of an offset. */
  readonly lineOf: (offset: number) => number;
  /** Tells whether a statement, a phrase or a procedure of the file begins with an upper-case word. */
  readonly isKnown: (word: string) => boolean;
  /** Tells whether a handler begins with two upper-case words. */
  readonly isHandler: (first: string, second: string) => boolean;
}
