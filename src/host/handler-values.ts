import type { Value } from "../runtime/value/value.ts";
import type { Host } from "./host.ts";
import type { KnownObject } from "./known-object.ts";

/** A statement behind which a phone call goes on in a block of the script. */
export interface GoesOnIn {
  /** How the block begins, as messages propose it: `ON DIGITS`. */
  readonly handler: string;
  /** The titles of all blocks that it may go on in. */
  readonly handlers: readonly string[];
  /** True where the statement means nothing without a block. */
  readonly isRequired: boolean;
  /** Names the block by what THEN and INTO say; undefined where neither does. */
  readonly nameOf: (block: string | undefined, variable: string | undefined) => string | undefined;
}

/** What a handler finds in variables that its script does not set. */
export interface HandlerValues {
  /** The variable that is always there, and what it holds. */
  readonly object: KnownObject;
  readonly readObject: (host: Pick<Host, "request">) => Value;
  /** Gives the value of the variable that a statement names behind which a call goes on here. */
  readonly readGiven?: (host: Pick<Host, "request">) => Value;
}
