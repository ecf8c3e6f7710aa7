import type { RunnableEntry } from "../statements/define.ts";
import { parsePattern } from "../syntax/pattern-parser.ts";
import { dateAdd, dateDiff } from "./date/arithmetic.ts";
import { invokeFunction } from "./define.ts";
import type { FunctionEntry } from "./define.ts";
import { format } from "./format/format.ts";
import { sort } from "./list/arrange.ts";
import { append } from "./list/change.ts";
import { first, last } from "./list/ends.ts";
import { max, min } from "./math/aggregate.ts";
import { join } from "./string/split-join.ts";
import { aggregate } from "./table/aggregate.ts";
import { fill } from "./table/fill.ts";
import { filter, map } from "./table/filter.ts";
import { groupBy } from "./table/group.ts";
import { pivot } from "./table/pivot.ts";
import { isDate, isEmpty, isNumeric } from "./test/kinds.ts";

/** A function as it is called without brackets. */
interface LooseCall {
  readonly calls: FunctionEntry;
  /** Patterns whose slots have the names of the parameters that they fill. */
  readonly forms: readonly [string, ...string[]];
  /** An expression, and what PRINT shows of it. */
  readonly example: readonly [string, string];
  /** What it gives, as it follows "It gives". */
  readonly returns: string;
}

const CALLS: readonly LooseCall[] = [
  {
    calls: format,
    forms: ["FORMAT <value:any> AS <pattern:text!>", "FORMAT <value:any>[, <pattern:text>]"],
    example: [`FORMAT 0.5 AS "0%"`, "50%"],
    returns: "text",
  },
  {
    calls: dateAdd,
    forms: ["DATEADD <date:any>, <amount:any>, <unit:any>"],
    example: [`DATEADD "2026-01-31", 1, "day"`, "2026-02-01"],
    returns: "a date",
  },
  {
    calls: dateDiff,
    forms: ["DATEDIFF <from:any>, <to:any>[, <unit:any>]"],
    example: [`DATEDIFF "2026-01-01", "2026-01-31", "day"`, "30"],
    returns: "a number",
  },
  {
    calls: first,
    forms: ["FIRST <listOrText:any>[, <count:number>]"],
    example: [`FIRST "search books"`, "search"],
    returns: "an item, a word, or a list or text of several",
  },
  {
    calls: last,
    forms: ["LAST <listOrText:any>[, <count:number>]"],
    example: [`LAST [1, 2, 3], 2`, "[2,3]"],
    returns: "an item, a word, or a list or text of several",
  },
  {
    calls: max,
    forms: ["MAX <listOrValue:any>, <fieldOrValues:rest>"],
    example: ["MAX 3, 8", "8"],
    returns: "one of the values",
  },
  {
    calls: min,
    forms: ["MIN <listOrValue:any>, <fieldOrValues:rest>"],
    example: ["MIN 3, 8", "3"],
    returns: "one of the values",
  },
  {
    calls: sort,
    forms: ["SORT <list:list> [BY <field:text> [<direction:word(ASC|DESC)>]]"],
    example: [`SORT [{ "n": 1 }, { "n": 2 }] BY "n" DESC`, `[{"n":2},{"n":1}]`],
    returns: "a new list",
  },
  {
    calls: append,
    forms: ["APPEND <list:list>, <items:rest>"],
    example: ["APPEND [1], 2", "[1,2]"],
    returns: "the list",
  },
  {
    calls: append,
    forms: ["PUSH <list:changed>, <items:rest>"],
    example: ["PUSH [1], 2", "[1,2]"],
    returns: "the list",
  },
  {
    calls: join,
    forms: ["JOIN <items:list>, <separatorOrList:any>[, <field:text>]"],
    example: [`JOIN [{ "id": 1, "a": 2 }], [{ "id": 1, "b": 3 }], "id"`, `[{"id":1,"b":3,"a":2}]`],
    returns: "text, or a list where two lists are joined",
  },
  {
    calls: filter,
    forms: ["FILTER <list:any>, <conditionOrField:text>"],
    example: [`FILTER [1, 5], "item > 2"`, "[5]"],
    returns: "a new list",
  },
  {
    calls: map,
    forms: ["MAP <list:any>, <expression:text>"],
    example: [`MAP [1, 5], "item * 2"`, "[2,10]"],
    returns: "a new list",
  },
  {
    calls: aggregate,
    forms: [
      "AGGREGATE <list:any> <operation:word(SUM|AVG|AVERAGE|COUNT|MIN|MAX)> [<field:word>]",
      "AGGREGATE <list:any>, <operation:any>[, <field:any>]",
    ],
    example: ["AGGREGATE [3, 8] MAX", "8"],
    returns: "a number or one of the values",
  },
  {
    calls: groupBy,
    forms: ["GROUP BY <list:any>, <field:text>[, <aggregates:any>]"],
    example: [`GROUP BY [{ "a": "x" }], "a"`, `[{"key":"x","items":[{"a":"x"}],"count":1}]`],
    returns: "a list of objects with key, items and count",
  },
  {
    calls: pivot,
    forms: [
      "PIVOT <list:any>, <rowField:text>, <columnField:text>[, <valueField:text>[, <aggregate:text>]]",
    ],
    example: [`PIVOT [{ "a": "x", "n": 1 }], "a", "n"`, `[{"a":"x","n":1}]`],
    returns: "a list of objects, one for each row",
  },
  {
    calls: fill,
    forms: ["FILL <template:any>, <data:any>"],
    example: [`FILL "Hello {{name}}", { "name": "Ana" }`, "Hello Ana"],
    returns: "the filled text or object, or a list of them",
  },
  {
    calls: isNumeric,
    forms: ["IS NUMERIC <value:any>"],
    example: [`IS NUMERIC("12.5")`, "true"],
    returns: "true or false",
  },
  {
    calls: isEmpty,
    forms: ["IS EMPTY <value:any>"],
    example: [`IS EMPTY("")`, "true"],
    returns: "true or false",
  },
  {
    calls: isDate,
    forms: ["IS DATE <value:any>"],
    example: [`IS DATE("2026-02-31")`, "false"],
    returns: "true or false",
  },
];

/** The functions that scripts also call without brackets, as statements are written. */
export const functionPhrases: readonly RunnableEntry[] = CALLS.map(phraseOf);

function phraseOf({ calls, forms, example, returns }: LooseCall): RunnableEntry {
  const { name, aliases, parameters, summary, raises, needs } = calls;
  const [title = name] = forms[0].split(" <");
  const names = parameters.map((parameter) => parameter.name);
  const [expression, output] = example;
  return {
    phraseKind: "function",
    title,
    patterns: forms.map(parsePattern),
    callable: [name, ...aliases].includes(title),
    summary,
    example: `PRINT ${expression}`,
    request: undefined,
    output,
    returns,
    raises,
    needs,
    needsFor: () => needs,
    checks: new Map(),
    conflicts: new Map(),
    suspends: false,
    comparison: undefined,
    invoke: (slots, { host, limits, texts }) =>
      invokeFunction(
        calls,
        names.map((each) => slots[each]),
        { host, limits, texts },
      ),
  };
}
