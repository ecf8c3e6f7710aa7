import { BasicError } from "../runtime/error.ts";
import { ThrownError } from "../runtime/value/error-value.ts";
import type { Value } from "../runtime/value/value.ts";
import type { TestBed } from "../testing/test-bed.ts";
import { bedError } from "./bed-error.ts";

/** A value as scripts have it: null, true or false, a number, a text, a list, an object, a date. */
export type DoubleValue = Value;

/** Which calls are replaced. */
export interface DoubleOptions {
  /** All arguments of the calls that are meant; any calls unless given. */
  readonly args?: readonly DoubleValue[];
  /** True for one call and no more, before what stays. */
  readonly once?: boolean;
}

/** A call of a SUB or FUNCTION that a test replaces. */
export interface DoubledCall {
  /** In capitals, words with one blank between them: `PROCESS ORDER`. */
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Replaces a SUB or FUNCTION of the script. @throws BedError GB5521 to GB5524 where none fits */
export function replaceProcedure(
  { doubles }: TestBed,
  kind: "sub" | "function",
  name: string,
  gives: DoubleValue | ((...args: readonly DoubleValue[]) => DoubleValue),
  { args, once = false }: DoubleOptions,
): void {
  const statement = kind === "sub" ? "MOCK SUB" : "MOCK FUNCTION";
  const outcome = (given: readonly Value[]): Value => {
    try {
      return typeof gives === "function" ? gives(...given) : gives;
    } catch (error) {
      if (error instanceof BasicError) throw error;
      const text = error instanceof Error ? error.message : String(error);
      throw new ThrownError(text, text);
    }
  };
  try {
    const callee = { name, args };
    doubles.replace(doubles.replaceables.find(statement, kind, callee), {
      ...callee,
      once,
      outcome,
    });
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    throw bedError(error.detail, { cause: error });
  }
}
