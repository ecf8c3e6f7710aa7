import { signingMessages } from "../../diagnostics/codes/signing.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { LintedScript } from "./linted-script.ts";
import { expressionSlot } from "./outside.ts";

/** Warns of a handler's LIMIT that does not say PER SECOND, PER MINUTE or PER HOUR. */
export function findLimitsWithoutTime({ script }: LintedScript, report: Report): void {
  for (const { declaration, source } of script.handlers) {
    if (declaration.kind !== "webhook" || declaration.admission?.limit === undefined) continue;
    const { phrase } = source;
    const count = expressionSlot(phrase, "count");
    if (count === undefined || phrase.slots.has("unit")) continue;
    const written = String(declaration.admission.limit.count);
    const edits = [{ span: { start: count.end, end: count.end }, text: " PER MINUTE" }];
    const fix = { title: signingMessages.limitFix, edits };
    report(signingMessages.limitWithoutTime(written), count, { fix });
  }
}
