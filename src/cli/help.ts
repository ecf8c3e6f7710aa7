import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { explanationParts } from "../diagnostics/explanation-text.ts";
import type { Explanation } from "../diagnostics/explanation.ts";
import { findExplanation } from "../diagnostics/explanations/index.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { functionManual, statementManual, structureEntries } from "../manual/areas.ts";
import type { ManualEntry } from "../manual/entry.ts";
import { clauseEntries } from "../manual/clauses.ts";
import { objectNames, objectParts } from "../manual/objects.ts";
import { findEntries, longerNames, manualNames } from "../manual/find.ts";
import { testManual } from "../manual/test-areas.ts";
import { TESTED_SCRIPT } from "../manual/tested-script.ts";
import { findNotProvided, type NotProvided, notProvidedNames } from "../manual/not-provided.ts";
import { entryParts } from "../manual/parts.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { partsText, wrap } from "./parts-text.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Prints what the manual says of a statement, a function, a word of the structure or the code of a
 * message; without words, lists what there is.
 * @param words as typed: `["send", "mail"]`
 * @param commands names of the commands, for the proposal when nothing fits
 * @throws UsageError where nothing has that name
 */
export function help(words: readonly string[], commands: readonly string[], io: CommandIo): number {
  const topic = topicOf(words);
  io.stdout(`${topic === "" ? listEverything() : explain(topic, commands)}\n`);
  return EXIT.ok;
}

/** Tells whether the manual has statements or functions of that name. @param words as typed */
export function explains(words: readonly string[]): boolean {
  return findEntries(topicOf(words)).length > 0;
}

function topicOf(words: readonly string[]): string {
  return words.join(" ").trim().replace(/\s+/g, " ").toUpperCase();
}

function listEverything(): string {
  const lists = (areas: typeof statementManual) =>
    areas.flatMap(({ title, entries }) => wrap(`${title}: ${titlesOf(entries)}`));
  return [
    "",
    "Statements:",
    ...wrap(`structure: ${titlesOf(structureEntries)}`),
    ...lists(statementManual),
    ...wrap(`on the first line of a webhook: ${titlesOf(clauseEntries)}`),
    ...wrap(`objects of handlers: ${objectNames().join(", ")}`),
    "",
    "Functions:",
    ...lists(functionManual),
    "",
    "In files of tests:",
    ...lists(testManual),
    "",
    "gbasic help STATEMENT explains one of them,",
    "gbasic help CODE a message by its code, such as GB2101.",
  ].join("\n");
}

function titlesOf(entries: readonly ManualEntry[]): string {
  return entries.map(({ title }) => title).join(", ");
}

function explain(topic: string, commands: readonly string[]): string {
  const explanation = findExplanation(topic);
  if (explanation !== undefined) return explainCode(topic, explanation);
  const found = findEntries(topic);
  const object = found.some((entry) => entry.object?.name === topic)
    ? undefined
    : objectParts(topic);
  const about = object === undefined ? [] : [`${topic}\n\n${partsText(object)}`];
  const lacking = findNotProvided(topic);
  if (found.length + about.length > 0) {
    const longer = longerNames(topic).filter((name) => !found.some(({ title }) => title === name));
    const others = longer.length === 0 ? [] : [wrap(`Also: ${longer.join(", ")}.`).join("\n")];
    const script = found.some(({ example }) => example.isTest) ? [exampleScript()] : [];
    const shadowed = lacking.filter(({ titles }) => titles.includes(topic)).map(explainLacking);
    return [...about, ...found.map(explainEntry), ...others, ...shadowed, ...script].join("\n\n");
  }
  if (lacking.length > 0) return lacking.map(explainLacking).join("\n\n");
  const names = [...manualNames(), ...objectNames(), ...notProvidedNames()];
  // The first word of a statement finds all that begin so.
  const firstWords = names.map((name) => name.split(" ")[0] ?? name);
  const proposed = suggest(topic, [...names, ...firstWords, ...commands]);
  throw new UsageError(commandLineMessages.unknownTopic(topic, proposed));
}

function explainCode(code: string, explanation: Explanation): string {
  const { title, severity = "error" } = explanation;
  return [`${code}: ${title} (${severity})`, partsText(explanationParts(explanation))].join("\n\n");
}

function explainEntry(entry: ManualEntry): string {
  return [entry.title, partsText(entryParts(entry, ""))].join("\n\n");
}

/** The examples of tests are about one script, which is told once. */
function exampleScript(): string {
  return `The script of the examples (\`bot.bas\`):\n\n${TESTED_SCRIPT.replaceAll(/^(?=.)/gm, "  ").trimEnd()}`;
}

function explainLacking({ kind, titles, does, instead, planned, here }: NotProvided): string {
  const what = titles.length === 1 ? `A ${kind}` : kind === "function" ? "Functions" : "Statements";
  const lacking = `${what} of General Bots that gbasic does not provide${planned ? " yet" : ""}.`;
  const advice = instead === undefined ? [] : [`In gbasic, write ${instead}.`];
  return [
    titles.join(", "),
    "",
    ...wrap(`${lacking} ${does} ${here}`),
    ...advice.flatMap(wrap),
  ].join("\n");
}
