import type { ProcedureCallExpression } from "../ast-expression.ts";
import type { Procedure } from "../ast.ts";
import { ADDITIVE } from "../operators.ts";
import { ARGUMENT_SEPARATORS } from "../words.ts";
import {
  atLeast,
  beginsInBrackets,
  bracketed,
  closed,
  commaSeparated,
  PHRASE,
  type Print,
  type Printed,
} from "./printed.ts";

/**
 * Writes a call of the script's own FUNCTION inside an expression: with brackets where its name
 * has several words, without where it has one, since `NAME(…)` could be an element too.
 * @param procedure what is called; undefined where it is of another file
 */
export function printProcedureCall(
  call: ProcedureCallExpression,
  procedure: Procedure | undefined,
  print: Print,
): Printed {
  const name = procedure?.displayName ?? call.procedure;
  const count = procedure?.parameters.length ?? call.args.length;
  const args = call.args.map(print);
  if (!call.procedure.includes(" ")) return printOneWord(name, args, count, procedure?.kind);
  const words = call.procedure.split(" ");
  const written = closed(args.length === 0 ? name : `${name}(${commaSeparated(args)})`, words);
  // With fewer values than parameters, what follows could be taken for the rest of them.
  return args.length < count && args.length < 2 ? bracketed(written) : asPhrase(written);
}

function printOneWord(
  name: string,
  args: readonly Printed[],
  count: number,
  kind: Procedure["kind"] | undefined,
): Printed {
  const values = printLooseArguments(args, ADDITIVE);
  const readable = args.length === count && !/^[-+(]/.test(values) && kind !== "sub";
  if (!readable) return bracketed(closed(`CALL ${name}(${commaSeparated(args)})`));
  const words = [name.toUpperCase(), ...args.flatMap((printed) => printed.words)];
  const written = closed(args.length === 0 ? name : `${name} ${values}`, words);
  // Commas outside brackets could be those of what is around.
  if (args.length > 1) return bracketed(written);
  return { ...asPhrase(written), takesOperators: args.length > 0 };
}

function asPhrase(printed: Printed): Printed {
  return { ...printed, precedence: PHRASE };
}

/** Writes the arguments of a call without brackets. @param minimum how loosely they may bind */
export function printLooseArguments(args: readonly Printed[], minimum: number): string {
  const shown = args.map((printed, at) => {
    const separates = printed.words.some((word) => ARGUMENT_SEPARATORS.has(word));
    const misread = at === 0 && (beginsInBrackets(printed.text) || printed.text.startsWith("+"));
    return separates || misread ? bracketed(printed) : atLeast(printed, minimum);
  });
  return commaSeparated(shown);
}
