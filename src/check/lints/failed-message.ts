import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** Finds GET FAILED MESSAGE in handlers whose runs follow no failure, where it always fails. */
export function findMisplacedFailures({ script }: LintedScript, report: Report): void {
  if (!script.needs.has("failure")) return;
  const { runnable } = script.names;
  for (const { declaration, source, body } of script.handlers) {
    if (declaration.kind === "send-failed") continue;
    walkBlock(body.block, {
      expression(expression) {
        if (expression.kind !== "phrase") return;
        const { phrase } = expression;
        if (runnable.get(phrase.entry)?.needs.includes("failure") !== true) return;
        report(lintMessages.misplacedFailure(source.phrase.entry.title), phrase);
      },
    });
  }
}
