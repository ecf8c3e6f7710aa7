import type { FunctionEntry, FunctionParameter } from "../functions/define.ts";
import { functionAreas, functions } from "../functions/index.ts";
import { commandLineMessages } from "../diagnostics/codes/command-line.ts";
import { explanationParts } from "../diagnostics/explanation-text.ts";
import type { Explanation } from "../diagnostics/explanation.ts";
import { findExplanation } from "../diagnostics/explanations/index.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { RegistryEntry } from "../statements/define.ts";
import { statementAreas, statements } from "../statements/index.ts";
import type { Slot } from "../syntax/pattern.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { type StructureHelp, structureHelp } from "./structure-help.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Explains a statement or function from its declaration; without words, lists what there is.
 * @param words as typed: `["send", "mail"]`
 * @param commands names of the commands, for the proposal when nothing fits
 * @throws UsageError where nothing has that name
 */
export function help(words: readonly string[], commands: readonly string[], io: CommandIo): number {
  const topic = words.join(" ").trim().replace(/\s+/g, " ").toUpperCase();
  io.stdout(`${topic === "" ? listEverything() : explain(topic, commands)}\n`);
  return EXIT.ok;
}

function listEverything(): string {
  const lines = ["", "Statements:"];
  const structure = structureHelp.map(({ titles }) => titles[0]).join(", ");
  lines.push(...wrap(`structure: ${structure}`));
  for (const [area, entries] of statementAreas) {
    lines.push(...wrap(`${area}: ${entries.map(({ title }) => title).join(", ")}`));
  }
  lines.push("", "Functions:");
  for (const [area, entries] of functionAreas) {
    lines.push(...wrap(`${area}: ${entries.map(({ displayName }) => displayName).join(", ")}`));
  }
  lines.push("", "gbasic help STATEMENT explains one of them,");
  lines.push("gbasic help CODE a message by its code, such as GB2101.");
  return lines.join("\n");
}

function explain(topic: string, commands: readonly string[]): string {
  const explanation = findExplanation(topic);
  if (explanation !== undefined) return explainCode(topic, explanation);
  const explained = [
    ...structureHelp.filter(({ titles }) => titles.includes(topic)).map(explainStructure),
    ...matchingStatements(topic).map(explainStatement),
    ...matchingFunctions(topic).map(explainFunction),
  ];
  if (explained.length > 0) return explained.join("\n\n");
  const known = [
    ...structureHelp.flatMap(({ titles }) => titles),
    ...statements.map(({ title }) => title),
    ...functionNames(),
    ...commands,
  ];
  throw new UsageError(commandLineMessages.unknownTopic(topic, suggest(topic, known)));
}

function explainCode(code: string, explanation: Explanation): string {
  const { title, severity = "error" } = explanation;
  const parts = explanationParts(explanation).map((part) =>
    part.kind === "paragraph"
      ? wrap(part.text)
      : part.text.split("\n").map((line) => `    ${line}`.trimEnd()),
  );
  return [`${code}: ${title} (${severity})`, ...parts.flatMap((lines) => ["", ...lines])].join(
    "\n",
  );
}

/** The statement of that title, else those of which a spelling begins with the words. */
function matchingStatements(topic: string): RegistryEntry[] {
  const exact = statements.filter(({ title }) => title === topic);
  if (exact.length > 0) return exact;
  return statements.filter(({ patterns }) =>
    patterns.some(({ text }) => `${text} `.startsWith(`${topic} `)),
  );
}

function matchingFunctions(topic: string): FunctionEntry[] {
  const name = topic.replace(/\$$/, "");
  return functions.filter((entry) => entry.name === name || entry.aliases.includes(name));
}

function functionNames(): string[] {
  return functions.flatMap(({ displayName, aliases }) => [displayName, ...aliases]);
}

function explainStructure({ forms, summary, example }: StructureHelp): string {
  return [...forms, "", ...wrap(summary), "", ...exampleLines(example)].join("\n");
}

function exampleLines(example: string): string[] {
  return ["Example:", ...example.split("\n").map((line) => `  ${line}`)];
}

function explainStatement(entry: RegistryEntry): string {
  // The first pattern has every slot; the others are only other ways to write them.
  const slots = (entry.patterns[0]?.slots ?? []).filter(({ words }) => words === undefined);
  return [
    ...entry.patterns.map(({ text }) => readable(text)),
    "",
    ...wrap(entry.summary),
    ...(slots.length === 0 ? [] : ["", ...slots.map(describeSlot)]),
    "",
    ...exampleLines(entry.example),
  ].join("\n");
}

/** Shows `<to?:any>` as `<to>` and `<raw?:word(RAW)>` as `RAW`. */
function readable(pattern: string): string {
  return pattern.replace(/<\w+\??:word\(([^)]*)\)>/g, "$1").replace(/<(\w+)\??:[^>]*>/g, "<$1>");
}

const SLOT_TYPES: Readonly<Record<Slot["type"], string>> = {
  any: "any value",
  text: "text",
  number: "a number",
  list: "a list",
  constant: "text in quotes",
  rest: "one or more values with commas between",
  word: "a word",
  lines: "the lines up to its END",
};

function describeSlot({ name, type, optional }: Slot): string {
  return `  <${name}>  ${SLOT_TYPES[type]}${optional ? ", may be left out" : ""}`;
}

function explainFunction(entry: FunctionEntry): string {
  const parameters = entry.parameters.map(describeParameter).join(", ");
  return [
    `${entry.displayName}(${parameters})`,
    ...(entry.aliases.length === 0 ? [] : [`also: ${entry.aliases.join(", ")}`]),
    "",
    ...wrap(entry.summary),
    "",
    `  gives ${RESULTS[entry.returns]}`,
    "",
    "Example:",
    `  ${entry.example}`,
  ].join("\n");
}

const RESULTS: Readonly<Record<FunctionEntry["returns"], string>> = {
  any: "any value",
  text: "text",
  number: "a number",
  list: "a list",
  boolean: "true or false",
};

function describeParameter({ name, mode }: FunctionParameter): string {
  if (mode === "required") return name;
  return mode === "optional" ? `[${name}]` : `${name}, …`;
}

/** Breaks a long line at blanks so that it fits a terminal. */
function wrap(text: string): string[] {
  return (text.match(/\S.{0,76}(?=\s|$)/g) ?? []).map((line) => `  ${line.trimEnd()}`);
}
