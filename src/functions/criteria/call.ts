import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { convertArgument } from "../../runtime/value/convert.ts";
import type { Value } from "../../runtime/value/value.ts";
import { cint, cdbl, val } from "../conversion/number.ts";
import { str } from "../conversion/text.ts";
import { dateAdd, dateDiff } from "../date/arithmetic.ts";
import { date, now, today } from "../date/now.ts";
import { partFunctions, weekday } from "../date/parts.ts";
import { invokeFunction } from "../define.ts";
import type { FunctionContext, FunctionEntry } from "../define.ts";
import { format } from "../format/format.ts";
import { abs, ceiling, floor, int, round, sgn } from "../math/rounding.ts";
import { capitalize, lower, proper, upper } from "../string/case.ts";
import { len } from "../string/length.ts";
import { left, mid, right } from "../string/parts.ts";
import { replace } from "../string/replace.ts";
import { containsFunction, endsWithFunction, instr, startsWithFunction } from "../string/search.ts";
import { ltrim, rtrim, trim } from "../string/trim.ts";
import { iif, nvl } from "../test/choice.ts";
import { isDate, isEmpty, isNull, isNumeric } from "../test/kinds.ts";

/** What a criterion may call: functions that neither wait nor build large values. */
const CALLABLE: readonly FunctionEntry<"clock">[] = [
  ...[len, left, right, mid, trim, ltrim, rtrim, upper, lower, capitalize, proper, replace],
  ...[instr, containsFunction, startsWithFunction, endsWithFunction, str, format],
  ...[abs, round, int, ceiling, floor, sgn, val, cint, cdbl],
  ...[now, today, date, dateAdd, dateDiff, weekday, ...partFunctions],
  ...[isNull, isEmpty, isNumeric, isDate, nvl, iif],
];
const BY_NAME: ReadonlyMap<string, FunctionEntry<"clock">> = new Map(
  CALLABLE.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [name, entry] as const)),
);

/**
 * Finds a function for a criterion.
 * @param name upper case
 * @param count how many arguments it is called with
 * @throws BasicError GB3222 where a criterion may not call it, GB3223 for a wrong count
 */
export function callByName(
  name: string,
  written: string,
  count: number,
  context: FunctionContext<"clock">,
): (args: readonly Value[]) => Value {
  const entry = BY_NAME.get(name);
  if (entry === undefined) throw new BasicError(functionMessages.notInCriterion(written));
  const { parameters } = entry;
  const least = parameters.filter(({ mode }) => mode === "required").length;
  if (count < least || count > parameters.length) {
    throw new BasicError(functionMessages.criterionArguments(written, count));
  }
  return (args) => {
    const converted = args.map((value, index) =>
      convertArgument(value, parameters[index]?.type ?? "any"),
    );
    return invokeFunction(entry, converted, context);
  };
}
