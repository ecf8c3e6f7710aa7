import { doubleMessages } from "../../diagnostics/codes/doubles.ts";
import type { Place } from "../../host/host.ts";
import { BasicError } from "../../runtime/error.ts";
import { ThrownError } from "../../runtime/value/error-value.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { type Callee, calleeOf } from "../doubles/callee.ts";
import type { Replaceable } from "../doubles/replaceables.ts";
import { show } from "../expectation.ts";

/** `MOCK FUNCTION PRICE("tea") WITH 12`: what a FUNCTION gives instead of running. */
export const mockFunction = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "MOCK FUNCTION <callee:callee> (WITH <value?:any> | ERROR <error?:text>) [<once?:word(ONCE)>]",
    summary:
      "Makes a FUNCTION of the script give a value from now on, or end with an error, instead of running: for the arguments in brackets, or for any. Of several that fit, the last one counts. ONCE stands in for one call only, before those that stay. What looks outside, such as NOW and RND, can be replaced too.",
    example: `MOCK FUNCTION PRICE("tea") WITH 12
RECEIVE POST "/price" WITH JSON { "item": "tea" }
EXPECT BODY "it costs 12"`,
    raises: ["GB5520", "GB5521", "GB5522", "GB5523", "GB5524"],
    run: ({ callee, value, error, once }, { place }) => {
      replace(bed, "MOCK FUNCTION", callee, { value: value ?? null, error, once, place });
    },
  });

/** `MOCK SUB NOTIFY`: a SUB that does nothing. */
export const mockSub = (bed: CurrentBed) =>
  defineStatement({
    pattern: "MOCK SUB <callee:callee> [ERROR <error?:text>] [<once?:word(ONCE)>]",
    summary:
      "Makes a SUB of the script do nothing from now on, or end with an error: for the arguments in brackets, or for any; where SPAWN runs it, too. Of several that fit, the last one counts. ONCE stands in for one call only, before those that stay.",
    example: `MOCK SUB ANSWER
RECEIVE WHATSAPP TEXT "hello"
EXPECT NOTHING SENT`,
    raises: ["GB5520", "GB5521", "GB5522", "GB5523", "GB5524"],
    run: ({ callee, error, once }, { place }) => {
      replace(bed, "MOCK SUB", callee, { value: null, error, once, place });
    },
  });

/** Finds what a statement names. @throws BasicError GB5520 to GB5524 */
export function replaceableIn(
  bed: CurrentBed,
  statement: string,
  kind: Replaceable["kind"],
  written: Value,
): { readonly callee: Callee; readonly target: Replaceable } {
  const callee = calleeOf(written);
  if (callee === undefined) {
    throw new BasicError(doubleMessages.noCallee(statement, show(written)));
  }
  return { callee, target: bed.get().doubles.replaceables.find(statement, kind, callee) };
}

interface Outcome {
  readonly value: Value;
  readonly error: string | undefined;
  readonly once: string | undefined;
  readonly place: Place;
}

function replace(
  bed: CurrentBed,
  statement: "MOCK FUNCTION" | "MOCK SUB",
  written: Value,
  { value, error, once, place }: Outcome,
): void {
  const kind = statement === "MOCK SUB" ? "sub" : "function";
  const { callee, target } = replaceableIn(bed, statement, kind, written);
  bed.get().doubles.replace(target, {
    ...callee,
    once: once !== undefined,
    place,
    outcome: () => {
      if (error !== undefined) throw new ThrownError(error, error);
      return value;
    },
  });
}
