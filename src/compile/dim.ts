import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { checkListLength } from "../runtime/value/limits.ts";
import type { ValueLimits } from "../runtime/value/limits.ts";
import { toNumber } from "../runtime/value/number.ts";
import { describe } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { DimStatement, DimVariable } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { assignVariable, variableSlot } from "./assignment.ts";
import { atSite } from "./at-site.ts";
import type { StatementCode, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, sigilConversion } from "./convert.ts";
import { gather } from "./gather.ts";
import { inSequence } from "./sequence.ts";
import { readVariable } from "./variable.ts";

/** Compiles DIM and REDIM: lists with one item more than the highest index, one inside another. */
export function compileDim({ mode, variables }: DimStatement, context: BodyContext): StatementCode {
  return inSequence(
    variables.map((variable) => {
      const slot = variableSlot(variable.name, context);
      const { value, name } = variable;
      if (value !== undefined) {
        const converted = (at: Site) => sigilConversion(sigilOf(name.key), at);
        return assignVariable(slot, compileConverted(value, converted, context), context);
      }
      const kept = mode === "preserve" ? [readVariable(slot)] : [];
      return assignVariable(slot, compileInitial(variable, kept, context), context);
    }),
    context,
  );
}

/**
 * Compiles what the variable holds at first: "" for `$`, 0 for the other sigils, else null.
 * @param kept what it held before, where that stays
 */
function compileInitial(
  { name, isList, bounds }: DimVariable,
  kept: readonly SyncValue[],
  context: BodyContext,
): ValueCode {
  const sigil = sigilOf(name.key);
  const item = sigil === undefined ? null : sigil === "$" ? "" : 0;
  const codes = bounds.map((bound) => context.expression(bound));
  const sites = bounds.map((bound) => context.site(bound));
  if (isList && bounds.length === 0) return gather([], context, () => []);
  return gather([...codes, ...kept], context, (values, { run }) => {
    const sizes = sites.map((site, index) => sizeAt(site, values[index] ?? null));
    const [site] = sites;
    if (site !== undefined) checkSizes(site, sizes, run.context.limits);
    return makeList(sizes, item, values[sizes.length] ?? null);
  });
}

function sizeAt(site: Site, bound: Value): number {
  return atSite(site, () => {
    const highest = toNumber(bound);
    if (Number.isInteger(highest) && highest >= 0) return highest + 1;
    throw new BasicError(runMessages.badBound(describe(bound)));
  });
}

/** The limit holds for the items of all dimensions together. */
function checkSizes(site: Site, sizes: readonly number[], limits: ValueLimits): void {
  const items = sizes.reduce((product, size) => product * size, 1);
  atSite(site, () => checkListLength(items, limits));
}

/** @param kept what takes the places that it has, where it is a list */
function makeList([size, ...inner]: readonly number[], item: Value, kept: Value): Value {
  if (size === undefined) return kept ?? item;
  const old = Array.isArray(kept) ? kept : [];
  return Array.from({ length: size }, (_, at) => makeList(inner, item, old[at] ?? null));
}
