import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";
import type { Capability } from "../host/host.ts";
import type { KnownObject } from "../host/known-object.ts";
import type { RegistryEntry } from "../statements/define.ts";
import type { Slot } from "../syntax/pattern.ts";
import type { ManualEntry, ManualSlot } from "./entry.ts";
import { objectIn } from "./object-members.ts";

const SLOT_TYPES: Readonly<Record<Slot["type"], string>> = {
  any: "any value",
  text: "text",
  number: "a number",
  list: "a list",
  changed: "a list, which is changed in place",
  constant: "text in quotes",
  rest: "one or more values with commas between",
  shown: "one or more values with commas between",
  named: "names with values, name = value, or an object",
  word: "a word",
  lines: "the lines up to its END",
  callee: "the name of a SUB or FUNCTION, with arguments in brackets or without",
};

interface Raising {
  readonly raises: readonly DiagnosticCode[];
}

/** Errors that come with what a statement needs. */
const WITH_NEED: ReadonlyMap<Capability, Raising> = new Map<Capability, Raising>([
  ["request", { raises: ["GB3207"] }],
  ["response", { raises: ["GB3206"] }],
  ["files", { raises: ["GB2476", "GB2477", "GB4231", "GB4232", "GB4233", "GB4234", "GB4860"] }],
  ["mail", { raises: ["GB2401"] }],
  ["whatsapp", { raises: ["GB2401"] }],
  ["sms", { raises: ["GB2401"] }],
  ["phone", { raises: ["GB2401"] }],
  [
    "http",
    {
      raises: ["GB2401", "GB4601", "GB4602", "GB4603", "GB4604", "GB4605", "GB4606", "GB4607"],
    },
  ],
  ["model", { raises: ["GB2401", "GB4009", "GB4010", "GB4011"] }],
]);

/** Errors that come with what stands in a slot. */
const WITH_SLOT: ReadonlyMap<Slot["type"], Raising> = new Map<Slot["type"], Raising>([
  ["number", { raises: ["GB3001"] }],
  ["constant", { raises: ["GB2243"] }],
  ["lines", { raises: ["GB1140", "GB1141"] }],
]);

/** Says what the manual has of a statement, a phrase function or a handler. */
export function statementEntry(entry: RegistryEntry): ManualEntry {
  const { title, patterns, summary, example, output, request } = entry;
  // The first pattern has every slot; the others are only other ways to write them.
  const slots = (patterns[0]?.slots ?? []).filter(({ words }) => words === undefined);
  return {
    title,
    names: [title],
    forms: patterns.map(({ text }) => readable(text)),
    aliases: [],
    methods: [],
    summary,
    slots: slots.map(describeSlot),
    gives: entry.phraseKind === "function" ? entry.returns : undefined,
    object: objectIn(objectOf(entry)),
    errors: errorsOf(entry, slots),
    example: { script: example, file: undefined, request, output },
  };
}

function objectOf(entry: RegistryEntry): KnownObject | undefined {
  if (entry.phraseKind === "declaration") return entry.values?.object;
  return entry.phraseKind === "function" ? entry.object : undefined;
}

/** Shows `<to?:any>` as `<to>` and `<raw?:word(RAW)>` as `RAW`. */
function readable(pattern: string): string {
  return pattern.replace(/<\w+\??:word\(([^)]*)\)>/g, "$1").replace(/<(\w+)\??:[^>]*>/g, "<$1>");
}

function describeSlot({ name, type, optional }: Slot): ManualSlot {
  return { name, takes: `${SLOT_TYPES[type]}${optional ? ", may be left out" : ""}` };
}

function errorsOf({ raises, needs }: RegistryEntry, slots: readonly Slot[]): DiagnosticCode[] {
  const brought = [
    ...needs.map((capability) => WITH_NEED.get(capability)),
    ...slots.map(({ type }) => WITH_SLOT.get(type)),
  ];
  return [...new Set([...raises, ...brought.flatMap((each) => each?.raises ?? [])])].toSorted();
}
