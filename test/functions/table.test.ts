import { expect, test } from "vitest";
import { tableFunctions } from "../../src/functions/table/index.ts";
import { join } from "../../src/functions/string/split-join.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { failure } from "../runtime/value/basic-error.ts";
import { call, type Surroundings } from "./evaluate.ts";

const byName = new Map([...tableFunctions, join].map((entry) => [entry.name, entry]));
const ORDERS: Value[] = [
  { id: 1, city: "Rio", status: "open", total: 5, tags: ["a"], at: "2026-01-05" },
  { id: 2, city: "São Paulo", status: "paid", total: "15", buyer: { name: "Ana" } },
  { id: 3, city: "Rio", status: "very late", total: 25, at: "2025-12-31" },
  { id: 4, city: "Recife", status: null },
];

function table(name: string, args: readonly Value[], around?: Surroundings): Value {
  const entry = byName.get(name);
  if (entry === undefined) throw new Error(`no function ${name}`);
  return call(entry, args, around);
}

function idsOf(value: Value): unknown[] {
  if (!Array.isArray(value)) throw new Error("no list");
  return value.map((item) => (item as { id: Value }).id);
}

test.each([
  ["total > 10", [2, 3]],
  ["total<=15", [1, 2]],
  ["item.total >= 15", [2, 3]],
  ["total < 100", [1, 2, 3]],
  ["status=open", [1]],
  ["status = very late", [3]],
  ["status = 'very late' OR id = 4", [3, 4]],
  ["city=São Paulo AND total > 1", [2]],
  ["city = Rio AND NOT status = open", [3]],
  ["(city = Rio OR city = Recife) AND id > 2", [3, 4]],
  ["status != open", [2, 3, 4]],
  ["status <> 'open' and status is not null", [2, 3]],
  ["status IS NULL", [4]],
  ["city LIKE R%", [1, 3, 4]],
  ["city NOT LIKE 'r*'", [2]],
  ["city CONTAINS Paulo", [2]],
  ["city STARTS WITH R", [1, 3, 4]],
  ["city ENDS WITH 'fe'", [4]],
  ["city IN ('Rio', Recife)", [1, 3, 4]],
  ["id NOT IN (1, 2, 3)", [4]],
  ["tags CONTAINS 'a'", [1]],
  ["tags[0] = 'a'", [1]],
  ["buyer.name = 'Ana'", [2]],
  ["item.buyer.name = Ana", [2]],
  ["at >= 2026-01-01", [1]],
  ["at < DATEADD('day', 1, '2025-12-31')", [3]],
  ["INSTR(city, 'Paulo') > 0", [2]],
  ["LEN(city) * 2 > 17 - -1", []],
  ["UCASE(city) = 'RIO'", [1, 3]],
  ["id MOD 2 = 0", [2, 4]],
  ["id + 1 = 3", [2]],
  ["city = 'O''Brien'", []],
  ["tags", [1]],
  ["true", [1, 2, 3, 4]],
  ["constructor = 'x' OR __proto__ IS NOT NULL", []],
])("FILTER by %s", (condition, ids) => {
  expect(idsOf(table("FILTER", [ORDERS, condition]))).toEqual(ids);
});

test("FILTER takes a field and a value that no quote in it can change", () => {
  expect(idsOf(table("FILTER", [ORDERS, "status", "open"]))).toEqual([1]);
  expect(idsOf(table("FILTER", [ORDERS, "total", ">", 5]))).toEqual([2, 3]);
  expect(table("FILTER", [ORDERS, "status", "open' OR '1' = '1"])).toEqual([]);
  expect(table("FILTER", [[85, 67, 95], "item >= 70"])).toEqual([85, 95]);
  expect(table("FILTER", [null, "item > 1"])).toEqual([]);
});

test.each<[string, readonly Value[], Value]>([
  ["MAP", [ORDERS, "buyer.name"], [null, "Ana", null, null]],
  ["MAP", [[1, 2], "item * 1.5"], [1.5, 3]],
  ["MAP", [[{ n: 1 }], "'No. ' + n + '!'"], ["No. 1!"]],
  ["MAP", [["a", null], "UPPER(item)"], ["A", ""]],
  ["MAP", [[1, 0, "x"], "10 / item"], [10, null, null]],
  ["MAP", [[{ first: "A", x: 1 }, 5], "first->name, last -> surname"], [{ name: "A", x: 1 }, 5]],
  ["AGGREGATE", ["SUM", ORDERS, "total"], 45],
  ["AGGREGATE", [ORDERS, "avg", "total"], 15],
  ["AGGREGATE", ["COUNT", ORDERS, "at"], 2],
  ["AGGREGATE", [[3, 8, 5], "MAX"], 8],
  ["AGGREGATE", ["SUM", []], 0],
  ["AGGREGATE", ["MIN", null, "total"], null],
  ["AGGREGATE", ["AVERAGE", []], null],
  [
    "GROUP_BY",
    [
      [
        { a: "x", n: 1 },
        { a: "y", n: 2 },
        { a: "x", n: 3 },
      ],
      "a",
      { sum: "SUM(n)", all: "COUNT(*)" },
    ],
    [
      {
        key: "x",
        items: [
          { a: "x", n: 1 },
          { a: "x", n: 3 },
        ],
        count: 2,
        sum: 4,
        all: 2,
      },
      { key: "y", items: [{ a: "y", n: 2 }], count: 1, sum: 2, all: 1 },
    ],
  ],
  [
    "GROUP_BY",
    [[{ a: 1 }, {}], "a"],
    [
      { key: 1, items: [{ a: 1 }], count: 1 },
      { key: null, items: [{}], count: 1 },
    ],
  ],
  [
    "PIVOT",
    [
      [
        { r: "N", v: 1 },
        { r: "N", v: 2 },
      ],
      "r",
      "v",
    ],
    [{ r: "N", v: 3 }],
  ],
  [
    "PIVOT",
    [
      [
        { r: "N", q: "Q1", v: 1 },
        { r: "S", q: "Q2", v: 2 },
        { r: "N", q: "Q1", v: 4 },
      ],
      "r",
      "q",
      "v",
    ],
    [
      { row_header: "N", r: "N", Q1: 5, Q2: 0 },
      { row_header: "S", r: "S", Q1: 0, Q2: 2 },
    ],
  ],
  [
    "PIVOT",
    [
      [
        { r: "N", q: "Q1", v: 4 },
        { r: "N", q: "Q1", v: 2 },
      ],
      "r",
      "q",
      "v",
      "avg",
    ],
    [{ row_header: "N", r: "N", Q1: 3 }],
  ],
  [
    "JOIN",
    [[{ id: 1, a: 1 }, { id: 2, a: 2 }, {}], [{ id: "1", a: 9, b: 3 }, 5], "id"],
    [{ id: 1, a: 1, b: 3 }],
  ],
  ["JOIN", [["a", "b"], null], "ab"],
  ["FILL", ["{{a}}-{{ b.c }}-{{d}}", { a: 1, b: { c: "x" } }], "1-x-"],
  [
    "FILL",
    [[{ n: 1 }, { n: 2 }], { text: "No. {{n}}", k: 5 }],
    [
      { text: "No. 1", k: 5 },
      { text: "No. 2", k: 5 },
    ],
  ],
  ["FILL", ["none", { a: 1 }], "none"],
  ["FILL", ["{{a}}", { a: "$& {{a}}" }], "$& {{a}}"],
])("%s of %j", (name, args, expected) => {
  expect(table(name, args)).toEqual(expected);
});

test.each<[string, string, readonly Value[]]>([
  ["GB3220", "FILTER", [[1], ""]],
  ["GB3220", "FILTER", [[1], "item >"]],
  ["GB3220", "FILTER", [[1], "item > 1 2"]],
  ["GB3220", "FILTER", [[1], "(item > 1"]],
  ["GB3220", "FILTER", [[1], "item NOT 5"]],
  ["GB3220", "FILTER", [[1], "item IS 5"]],
  ["GB3220", "FILTER", [[1], "item.5 = 1"]],
  ["GB3220", "FILTER", [[1], "item ; DROP"]],
  ["GB3220", "FILTER", [[1], "item STARTS 'a'"]],
  ["GB3220", "MAP", [[1], "item[1"]],
  ["GB3221", "FILTER", [[1], "a".repeat(1001)]],
  ["GB3222", "FILTER", [[1], "REPEAT('x', 5) = 'x'"]],
  ["GB3223", "FILTER", [[1], "LEFT(item)"]],
  ["GB3001", "FILTER", [["a"], "item * 2 > 1"]],
  ["GB3225", "AGGREGATE", ["MEDIAN", [1]]],
  ["GB3225", "PIVOT", [[{}], "a", "b", "c", "d"]],
  ["GB3226", "FILTER", [[1], "a", "above", 1]],
  ["GB3227", "GROUP_BY", [[{}], "a", "SUM(n)"]],
  ["GB3227", "GROUP_BY", [[{}], "a", { x: "n" }]],
])("%s: %s of %j", (code, name, args) => {
  failure(code, () => table(name, args));
});

test("what would grow beyond the limits is refused", () => {
  const same: Value[] = Array.from({ length: 20 }, () => ({ k: 1 }));
  failure("GB3091", () => table("JOIN", [same, same, "k"], { listLength: 100 }));
  const spread: Value[] = Array.from({ length: 20 }, (_, n) => ({ r: n, c: n, v: 1 }));
  failure("GB3091", () => table("PIVOT", [spread, "r", "c", "v"], { listLength: 100 }));
  failure("GB3090", () =>
    table("FILL", ["{{a}}{{a}}", { a: "x".repeat(60) }], { textLength: 100 }),
  );
});
