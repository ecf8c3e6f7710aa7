import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { LintedScript } from "./linted-script.ts";
import { namedTextsOf } from "./named-texts.ts";
import { findSecrets } from "./secret-forms.ts";
import { secretOfName } from "./secret-names.ts";

/**
 * Warns of secrets that are written in a script, comments included: everybody who reads the script
 * has them. They are known by their form, or by the name that they go by.
 */
export function findWrittenSecrets(linted: LintedScript, report: Report): void {
  const { text } = linted.script.file;
  const found = [...findSecrets(text)];
  for (const named of linted.bodies.flatMap((body) => namedTextsOf(linted, body))) {
    const { start, end } = named;
    const kind = secretOfName(named.name, named.value);
    const isKnown = found.some((other) => other.start < end && start < other.end);
    if (kind !== undefined && !isKnown) found.push({ ...kind, start, end });
  }
  for (const { title, setting, start, end } of found) {
    report(lintMessages.writtenSecret(title, setting), { start, end }, { conceals: true });
  }
}
