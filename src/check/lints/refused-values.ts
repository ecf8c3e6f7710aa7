import type { Message, Report } from "../../diagnostics/diagnostic.ts";
import type { FilledCheck, SlotCheck, WrittenStatement } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import type { Phrase } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { constantValue } from "./constant-value.ts";
import type { LintedScript } from "./linted-script.ts";
import { Origins } from "./origins.ts";
import { expressionSlot } from "./outside.ts";

/**
 * Reports values that a statement will refuse whenever it runs, such as the title of a button that is
 * too long: with what it would say then, at the place where the value stands. A check of one slot sees
 * what is known of the whole statement. So are clauses told of that leave no room for each other.
 */
export function findRefusedValues(linted: LintedScript, report: Report): void {
  const phrases = linted.bodies.flatMap((body) => checkedPhrases(linted, body));
  if (phrases.length === 0) return;
  const origins = new Origins(linted);
  for (const { phrase, checks, conflicts, body } of phrases) {
    const written = writtenStatement(phrase, body, origins, linted);
    const refused = conflictsOf(phrase, conflicts, written);
    for (const [slot, problem] of refused) report(problem, expressionSlot(phrase, slot) ?? phrase);
    for (const [slot, check] of checks) {
      if (refused.has(slot)) continue;
      const place = expressionSlot(phrase, slot);
      const value = written.known(slot);
      const problem = value === undefined ? undefined : problemOf(() => check(value, written));
      if (place !== undefined && problem !== undefined) report(problem, place);
    }
  }
}

function conflictsOf(
  phrase: Phrase,
  conflicts: ReadonlyMap<string, FilledCheck>,
  written: WrittenStatement,
): ReadonlyMap<string, Message> {
  const found = new Map<string, Message>();
  for (const [slot, check] of conflicts) {
    const problem = phrase.slots.has(slot) ? check(written) : undefined;
    if (problem !== undefined) found.set(slot, problem);
  }
  return found;
}

interface CheckedPhrase {
  readonly phrase: Phrase;
  readonly checks: ReadonlyMap<string, SlotCheck>;
  readonly conflicts: ReadonlyMap<string, FilledCheck>;
  readonly body: CheckedBody;
}

const NOTHING: Pick<CheckedPhrase, "checks" | "conflicts"> = {
  checks: new Map(),
  conflicts: new Map(),
};

function checkedPhrases({ script }: LintedScript, body: CheckedBody): readonly CheckedPhrase[] {
  const found: CheckedPhrase[] = [];
  const collect = (phrase: Phrase) => {
    const { checks, conflicts } = script.names.runnable.get(phrase.entry) ?? NOTHING;
    if (checks.size + conflicts.size > 0) found.push({ phrase, checks, conflicts, body });
  };
  walkBlock(body.block, {
    statement: (statement) => {
      if (statement.kind === "phrase-statement") collect(statement.phrase);
    },
    expression: (expression) => {
      if (expression.kind === "phrase") collect(expression.phrase);
    },
  });
  return found;
}

function writtenStatement(
  phrase: Phrase,
  body: CheckedBody,
  origins: Origins,
  { look }: LintedScript,
): WrittenStatement {
  const known = (slot: string) => {
    const found = phrase.slots.get(slot);
    if (found?.kind === "word") return found.word;
    const written = expressionSlot(phrase, slot);
    return written && constantValue(written, body, origins);
  };
  return { known, isFilled: (slot) => phrase.slots.has(slot), look };
}

/** What reads a value may raise what it would raise when it runs. */
function problemOf(check: () => Message | undefined): Message | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof BasicError) return error.detail;
    throw error;
  }
}
