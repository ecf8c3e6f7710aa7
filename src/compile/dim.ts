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
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { gather } from "./gather.ts";
import { inSequence } from "./sequence.ts";

/** Compiles DIM: lists with one item more than the highest index, one inside another. */
export function compileDim({ variables }: DimStatement, context: BodyContext): StatementCode {
  return inSequence(
    variables.map((variable) => {
      const slot = variableSlot(variable.name, context);
      return assignVariable(slot, compileInitial(variable, context), context);
    }),
    context,
  );
}

/** Compiles what the variable holds at first: "" for `$`, 0 for the other sigils, else null. */
function compileInitial({ name, bounds }: DimVariable, context: BodyContext): ValueCode {
  const sigil = sigilOf(name.key);
  const item = sigil === undefined ? null : sigil === "$" ? "" : 0;
  const codes = bounds.map((bound) => context.expression(bound));
  const sites = bounds.map((bound) => context.site(bound));
  return gather(codes, context, (values, { run }) => {
    const sizes = sites.map((site, index) => sizeAt(site, values[index] ?? null));
    const [site] = sites;
    if (site !== undefined) checkSizes(site, sizes, run.context.limits);
    return makeList(sizes, item);
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

function makeList([size, ...inner]: readonly number[], item: Value): Value {
  if (size === undefined) return item;
  return Array.from({ length: size }, () => makeList(inner, item));
}
