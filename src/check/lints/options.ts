import { phraseMessages } from "../../diagnostics/codes/phrases.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Phrase } from "../../syntax/ast.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** Warns of an OPTION that asks for something else than gbasic does anyway. */
export function findDisregardedOptions({ bodies }: LintedScript, report: Report): void {
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        const { phrase } = statement;
        if (phrase.entry.title !== "OPTION") return;
        if (setsBase(phrase)) report(phraseMessages.disregardedBase(), phrase);
        if (ignoresCase(phrase)) report(phraseMessages.disregardedCase(), phrase);
      },
    });
  }
}

function setsBase({ slots }: Phrase): boolean {
  const base = slots.get("base");
  return base?.kind === "expression" && base.value.kind === "literal" && base.value.value !== 0;
}

function ignoresCase({ slots }: Phrase): boolean {
  const [what, how] = [slots.get("what"), slots.get("how")];
  return (
    what?.kind === "word" && what.word === "COMPARE" && how?.kind === "word" && how.word === "TEXT"
  );
}
