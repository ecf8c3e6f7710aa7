import type { OpenBlock } from "../open-block.ts";

/** A line that ends nothing as it is written, but may have been meant to. */
export interface EndCandidate {
  /** The tokens of its words, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Upper case: `END FI`, `WEND`. */
  readonly written: string;
  /** Tells a correct word that fits no block from a misspelt one, and END alone from both. */
  readonly kind: "other-block" | "misspelt" | "bare-end";
  readonly indent: number | undefined;
}

/** A block that is open while the lines of a script are gone through. */
export interface Nesting {
  readonly block: OpenBlock;
  /** The index of its first token. */
  readonly at: number;
  readonly indent: number | undefined;
  readonly candidates: EndCandidate[];
  /** A block of the same kind inside, and the end that is indented as if it were of this one. */
  overtaken: { readonly inner: Nesting; readonly before: number } | undefined;
}
