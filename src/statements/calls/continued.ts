import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Host } from "../../host/host.ts";
import { BasicError } from "../../runtime/error.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { GoesOnIn } from "../../host/handler-values.ts";

/** What a statement says of the block in which the call goes on. */
export interface Continued {
  readonly block: string | undefined;
  /** The variable that the block finds what was given in. */
  readonly variable: string | undefined;
  /** What the block is told beside. */
  readonly kept: Value | undefined;
}

/**
 * Gives the address of the block in which a call goes on.
 * @throws BasicError GB2667 where it is named by nothing, GB4686 for an address that is too long
 */
export function actionOf(
  statement: string,
  call: Host["call"],
  { block, variable, kept }: Continued,
): string {
  const name = blockName(block, variable);
  if (name === undefined) throw new BasicError(phoneCheckMessages.nowhere(statement));
  return call.blockAddress(name, kept ?? null);
}

/**
 * Says that a call goes on in a block behind a statement.
 * @param handler how the block begins
 * @param others how it may begin as well
 */
export function goesOn(
  handler: string,
  isRequired: boolean,
  ...others: readonly string[]
): GoesOnIn {
  return { handler, handlers: [handler, ...others], isRequired, nameOf: blockName };
}

/** Names a block as THEN says, else like the variable, without its sigil. */
export function blockName(
  block: string | undefined,
  variable: string | undefined,
): string | undefined {
  return block ?? variable?.replace(/[$%!#]$/, "").toLowerCase();
}
