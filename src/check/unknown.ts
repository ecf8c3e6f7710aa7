import { nameMessages } from "../diagnostics/codes/names.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { joinSpans } from "../source/span.ts";
import type { UnknownStatement } from "../syntax/ast.ts";
import { findFunction } from "./registry.ts";
import type { Body, FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** Reports statements that no phrase of the registry and no SUB of the file begins. */
export function checkUnknown(names: FileNames, body: Body, report: Report): void {
  walkBlock(body.block, {
    statement(statement) {
      if (statement.kind === "unknown") reportUnknown(names, statement, report);
    },
  });
}

function reportUnknown(names: FileNames, statement: UnknownStatement, report: Report): void {
  const words = statement.words.map(({ text }) => text);
  const [first, last] = [statement.words.at(0), statement.words.at(-1)];
  const span = first && last ? joinSpans(first, last) : statement;
  const called = first && findFunction(names.registry, first.key);
  const detail =
    first === undefined || called === undefined
      ? nameMessages.unknownStatement(words.join(" "), nearestPhrase(names, words))
      : nameMessages.bareFunction(
          first.text,
          called.parameters.map(({ name }) => name),
        );
  report(detail, span);
}

/** The words may run on into what was meant as a slot, so shorter beginnings are tried too. */
function nearestPhrase(names: FileNames, words: readonly string[]): string | undefined {
  const titles = [
    ...names.registry.phrases.map(({ title }) => title),
    ...[...names.procedures.values()].map(({ displayName }) => displayName),
  ];
  for (let count = words.length; count > 0; count -= 1) {
    const ofLength = titles.filter((title) => title.split(" ").length === count);
    const found = suggest(words.slice(0, count).join(" "), ofLength);
    if (found !== undefined) return found;
  }
  return undefined;
}
