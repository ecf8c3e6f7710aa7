import { nameMessages } from "../diagnostics/codes/names.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { callersOf } from "./call-graph.ts";
import type { Calls } from "./call-graph.ts";
import type { BodyFacts } from "./facts.ts";

/**
 * Reports effects at the top level of a file with handlers, where every request would repeat
 * them: those that stand there, and those in SUBs and FUNCTIONs that are called from there.
 */
export function checkTopLevelEffects(
  main: BodyFacts,
  procedures: ReadonlyMap<string, BodyFacts>,
  calls: Calls,
  report: Report,
): void {
  for (const { title, span } of main.effects) report(nameMessages.topLevelEffect(title), span);
  for (const [key, span] of main.calls) {
    for (const [effectful, { effects }] of procedures) {
      const [effect] = effects;
      if (effect === undefined || !callersOf([effectful], calls).has(key)) continue;
      const { title, file } = effect;
      const place = { file, span: effect.span, message: nameMessages.effectIsHere(title) };
      report(nameMessages.topLevelEffect(title), span, { related: [place] });
      break;
    }
  }
}
