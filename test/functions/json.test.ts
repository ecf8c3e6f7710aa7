import { expect, test } from "vitest";
import { toCsv } from "../../src/functions/json/csv.ts";
import { json, parseJsonFunction } from "../../src/functions/json/json.ts";
import { toXml } from "../../src/functions/json/xml.ts";
import { toYaml } from "../../src/functions/json/yaml.ts";
import type { FunctionEntry } from "../../src/functions/define.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { failure } from "../runtime/value/basic-error.ts";
import { call } from "./evaluate.ts";

test.each<[FunctionEntry, readonly Value[], Value]>([
  [
    toCsv,
    [
      [
        { a: 1, b: null },
        { b: "x", c: true },
      ],
    ],
    "a,b,c\n1,,\n,x,true",
  ],
  [
    toCsv,
    [
      [
        [1, 'say "hi"'],
        ["a\nb", "c;d"],
      ],
    ],
    '1,"say ""hi"""\n"a\nb",c;d',
  ],
  [toCsv, [[{ a: "1;2" }], ";"], 'a\n"1;2"'],
  [toCsv, [{ a: [1, 2] }], 'a\n"[1,2]"'],
  [toCsv, [[]], ""],
  [toXml, [[1, "a<b"]], "<data><item>1</item><item>a&lt;b</item></data>"],
  [
    toXml,
    [{ "1st name": null, ok: true }, "my row"],
    "<my_row><_1st_name></_1st_name><ok>true</ok></my_row>",
  ],
  [toXml, ["]]> & \u0000"], "<data>]]&gt; &amp; </data>"],
  [json, [{ a: [1, null] }], '{"a":[1,null]}'],
  [json, [[1], 2], "[\n  1\n]"],
  [parseJsonFunction, ['{"__proto__": 1}'], JSON.parse('{"__proto__": 1}') as Value],
])("%o of %j", (entry, args, expected) => {
  expect(call(entry, args)).toEqual(expected);
});

/** A list in a list and so on. */
function nested(levels: number): Value {
  let value: Value = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

test.each([toYaml, toXml, toCsv, json])(
  "a value nested too deeply is refused by $name",
  (entry) => {
    failure("GB3023", () => call(entry, [[nested(100_000)]], { textLength: 1_000_000 }));
    const circle: Value[] = [];
    circle.push(circle);
    failure("GB3023", () => call(entry, [[circle]], { textLength: 1_000_000 }));
  },
);

test("JSON of 100,000 levels is refused, closed or not", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  failure("GB3021", () => call(parseJsonFunction, [deep]));
  failure("GB3021", () => call(parseJsonFunction, [deep.slice(0, 100_000)]));
  failure("GB3021", () => call(parseJsonFunction, ['{"a":'.repeat(100_000)]));
});

test("JSON of ten megabytes is read and written, and its lists have the limit of all lists", () => {
  const around = { textLength: 20_000_000, listLength: 1_000_000 };
  const rows = Array.from({ length: 100_000 }, (_, id) => ({ id, text: "x".repeat(80) }));
  const text = JSON.stringify(rows);
  expect(text.length).toBeGreaterThan(10_000_000);
  expect(call(json, [call(parseJsonFunction, [text], around)], around)).toBe(text);
  const message = failure("GB3091", () =>
    call(parseJsonFunction, [text], { ...around, listLength: 99_999 }),
  );
  expect(message).toContain("99999");
  failure("GB3090", () => call(json, [rows], { textLength: 10_000_000 }));
});
