import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";
import type { FunctionEntry, FunctionParameter } from "../functions/define.ts";
import { methodNames } from "../functions/methods.ts";
import type { ManualEntry, ManualSlot } from "./entry.ts";
import { objectIn } from "./object-members.ts";

const RESULTS: Readonly<Record<FunctionEntry["returns"], string>> = {
  any: "a value of any kind",
  text: "text",
  number: "a number",
  list: "a list",
  boolean: "true or false",
  date: "a date",
  object: "an object",
};

const PARAMETER_TYPES: Readonly<Record<FunctionParameter["type"], string>> = {
  any: "any value",
  text: "text",
  number: "a number",
  list: "a list; a single value is a list of one",
  changed: "a list, which is changed in place",
};

/** Says what the manual has of a library function. */
export function functionEntry(entry: FunctionEntry): ManualEntry {
  const { name, displayName, aliases, parameters, summary, returns, example } = entry;
  return {
    title: displayName,
    names: [displayName, name, ...aliases],
    forms: [`${displayName}(${parameters.map(describeParameter).join(", ")})`],
    aliases,
    methods: [...methodNames].flatMap(([method, of]) =>
      of === entry ? [methodForm(method, parameters)] : [],
    ),
    summary,
    slots: parameters.map(describeSlot),
    gives: RESULTS[returns],
    object: objectIn(entry.object),
    errors: errorsOf(entry),
    example: { script: `PRINT ${example}`, file: undefined, request: undefined, output: "" },
  };
}

function describeParameter({ name, mode }: FunctionParameter): string {
  if (mode === "required") return name;
  return mode === "optional" ? `[${name}]` : `${name}, …`;
}

/** The value itself takes the place of the first argument. */
function methodForm(method: string, [first, ...others]: readonly FunctionParameter[]): string {
  return `${first?.name ?? "value"}.${method}(${others.map(describeParameter).join(", ")})`;
}

const MODES: Readonly<Record<FunctionParameter["mode"], string>> = {
  required: "",
  optional: ", may be left out",
  rest: ", none or any number of them",
};

function describeSlot({ name, type, mode }: FunctionParameter): ManualSlot {
  return { name, takes: `${PARAMETER_TYPES[type]}${MODES[mode]}` };
}

/** Errors that come with the type of a parameter. */
const NUMBER: { readonly raises: readonly DiagnosticCode[] } = { raises: ["GB3001"] };

function errorsOf({ parameters, raises }: FunctionEntry): DiagnosticCode[] {
  const converting = parameters.some(({ type }) => type === "number");
  return [...new Set([...raises, ...(converting ? NUMBER.raises : [])])].toSorted();
}
