import { calledProcedure } from "../check/resolve.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { convertArgument } from "../runtime/value/convert.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SpawnStatement } from "../syntax/ast.ts";
import { type Delay, unitMs } from "../syntax/delay.ts";
import { atSite } from "./at-site.ts";
import { compileArguments } from "./call-procedure.ts";
import type { StatementCode, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, type Conversion } from "./convert.ts";
import { compileDropped } from "./dropped.ts";
import { gather } from "./gather.ts";

/** What is stored for later may outlive a script, but not for ever. */
const MOST_DAYS = 366;

/** Compiles SPAWN, which notes the call with its arguments as they are now. */
export function compileSpawn(
  { call, delay, ...span }: SpawnStatement,
  context: BodyContext,
): StatementCode {
  const { names } = context.script.checked;
  const procedure = calledProcedure(names, context.body.scope, call);
  if (procedure === undefined) throw new Error("SPAWN without a SUB");
  const args = compileArguments(procedure, call.args, context);
  const codes = delay === undefined ? args : [...args, compileDelay(delay, context)];
  const site = context.site(span);
  const spawn = (values: readonly Value[], frame: Frame): Value => {
    // The delay stands last, as it does in the source.
    const delayMs = delay === undefined ? 0 : Number(values.at(-1));
    const request = { procedure: procedure.key, args: values.slice(0, args.length), delayMs };
    try {
      frame.run.context.spawn(request);
      return null;
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
  return compileDropped(gather(codes, context, spawn), context);
}

/** Compiles `AFTER 10 MINUTES` to milliseconds. */
function compileDelay({ amount, unit }: Delay, context: BodyContext): ValueCode {
  return compileConverted(amount, (site) => toMilliseconds(unit, site), context);
}

function toMilliseconds(unit: string, site: Site): Conversion {
  return (value) =>
    atSite(site, () => {
      const delayMs = convertArgument(value, "number") * unitMs(unit);
      if (delayMs >= 0 && delayMs <= MOST_DAYS * unitMs("DAYS")) return Math.round(delayMs);
      const found = `${toText(value)} ${unit}`;
      throw new BasicError(runMessages.badDelay(found, `${String(MOST_DAYS)} DAYS`));
    });
}
