import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { LintedScript } from "./linted-script.ts";
import { type NamedText, namedTextsOf } from "./named-texts.ts";
import { verifyTokensOf } from "./verify-tokens.ts";
import {
  findSecrets,
  type FoundSecret,
  withoutOverlaps,
} from "../../diagnostics/secrets/secret-forms.ts";
import { secretOfName } from "../../diagnostics/secrets/secret-names.ts";

/**
 * Warns of secrets that are written in a script, comments included: everybody who reads the script
 * has them. They are known by their form, or by the name that they go by.
 */
export function findWrittenSecrets(linted: LintedScript, report: Report): void {
  const { text } = linted.script.file;
  const texts = linted.bodies.flatMap((body) => namedTextsOf(linted, body));
  const named = [...texts, ...verifyTokensOf(linted)].flatMap(secretsOf);
  for (const { title, setting, start, end } of withoutOverlaps([...findSecrets(text), ...named])) {
    report(lintMessages.writtenSecret(title, setting), { start, end }, { conceals: true });
  }
}

function secretsOf({ name, value, start, end }: NamedText): readonly FoundSecret[] {
  const kind = secretOfName(name, value);
  return kind === undefined ? [] : [{ ...kind, start, end }];
}
