import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { plainOf } from "../runtime/value/answer.ts";
import { convertArgument, convertSigil } from "../runtime/value/convert.ts";
import type { ArgumentType } from "../runtime/value/convert.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Sigil } from "../syntax/sigil.ts";
import { atSite } from "./at-site.ts";
import { computed, waiting } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";

/** Changes a value on its way somewhere. @throws BasicError with a place */
export type Conversion = (value: Value) => Value;

/** Converts to what a variable with a sigil holds; undefined where nothing is to be done. */
export function sigilConversion(sigil: Sigil | undefined, site: Site): Conversion | undefined {
  if (sigil === undefined) return undefined;
  const already = sigil === "$" ? "string" : sigil === "%" ? undefined : "number";
  return function convertToSigil(value) {
    return typeof value === already ? value : atSite(site, () => convertSigil(value, sigil));
  };
}

/** Converts to what a parameter or slot takes; an answer without members is what it stands for. */
export function argumentConversion(type: ArgumentType, site: Site): Conversion {
  if (type === "any") return plainOf;
  if (type === "text") {
    return function convertToText(value) {
      // A number's text is wanted far more often than any other's, and nothing can go wrong.
      if (typeof value === "string" || typeof value === "number") return toText(value);
      return atSite(site, () => convertArgument(value, type));
    };
  }
  const already = type === "number" ? "number" : undefined;
  return function convertToArgument(value) {
    return typeof value === already ? value : atSite(site, () => convertArgument(value, type));
  };
}

/** Compiles an expression that is converted; errors of the conversion get its place. */
export function compileConverted(
  expression: Expression,
  makeConversion: (site: Site) => Conversion | undefined,
  context: BodyContext,
): ValueCode {
  return converted(
    context.expression(expression),
    makeConversion(context.site(expression)),
    context,
  );
}

/** Makes code that converts what other code gives; the code itself where nothing is to be done. */
export function converted(
  code: ValueCode,
  convert: Conversion | undefined,
  context: BodyContext,
): ValueCode {
  if (convert === undefined) return code;
  if (code.colour === "sync" && context.maySync) {
    const { run: read } = code;
    return computed(function convertValue(frame: Frame): Value {
      return convert(read(frame));
    });
  }
  return waiting(async function convertValueWaiting(frame: Frame): Promise<Value> {
    return convert(await code.run(frame));
  });
}
