import { conversionFunctions } from "./conversion/index.ts";
import { dateFunctions } from "./date/index.ts";
import type { FunctionEntry } from "./define.ts";
import { formatFunctions } from "./format/index.ts";
import { jsonFunctions } from "./json/index.ts";
import { listFunctions } from "./list/index.ts";
import { mathFunctions } from "./math/index.ts";
import { messageFunctions } from "./messages/index.ts";
import { regexFunctions } from "./regex/index.ts";
import { encodingFunctions, stringFunctions } from "./string/index.ts";
import { tableFunctions } from "./table/index.ts";
import { testFunctions } from "./test/index.ts";

/** Every library function, by area; each area lists its own. */
export const functionAreas: ReadonlyMap<string, readonly FunctionEntry[]> = new Map([
  ["texts", stringFunctions],
  ["numbers", mathFunctions],
  ["dates and times", dateFunctions],
  ["formats", formatFunctions],
  ["lists and objects", listFunctions],
  ["lists of objects", tableFunctions],
  ["JSON and other data", jsonFunctions],
  ["regular expressions", regexFunctions],
  ["encoding and signatures", encodingFunctions],
  ["conversion", conversionFunctions],
  ["tests and choices", testFunctions],
  ["messages", messageFunctions],
]);

/** Every library function. */
export const functions: readonly FunctionEntry[] = [...functionAreas.values()].flat();

/** How many values each library function takes at most, for what is said of calls without brackets. */
export const functionNames: ReadonlyMap<string, number> = new Map(
  functions.flatMap(({ name, aliases, parameters }) => {
    const most = parameters.at(-1)?.mode === "rest" ? Infinity : parameters.length;
    return [name, ...aliases].map((each) => [each, most] as const);
  }),
);
