import { webhookMessages } from "../../diagnostics/codes/webhooks.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { LintedScript } from "./linted-script.ts";
import type { Statement } from "../../syntax/ast.ts";

/** What may stand anywhere in a file, as it says something of all of it. */
const ANYWHERE: ReadonlySet<Statement["kind"]> = new Set([
  "include",
  "const",
  "dim",
  "param",
  "description",
  "table",
]);

/** Warns of the first line that stands behind a WEBHOOK block and looks as if it came after it. */
export function findLinesBehindWebhooks({ script, tree }: LintedScript, report: Report): void {
  const [first] = script.handlers.flatMap(({ declaration, source }) =>
    declaration.kind === "webhook" && declaration.name !== undefined && source.wholeFile !== true
      ? [{ name: declaration.name, source }]
      : [],
  );
  if (first === undefined) return;
  const { name, source } = first;
  const behind = tree.body.find(({ kind, start }) => start > source.end && !ANYWHERE.has(kind));
  if (behind === undefined) return;
  report(webhookMessages.behindWebhook(`${source.phrase.entry.title} "${name}"`), behind);
}
