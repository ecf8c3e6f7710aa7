import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson, toJson } from "../../../src/runtime/value/json.ts";
import { toText } from "../../../src/runtime/value/text.ts";
import type { Value } from "../../../src/runtime/value/value.ts";
import { anyValue } from "./any-value.ts";
import { failure } from "./basic-error.ts";

test("what is written is read back", () => {
  fc.assert(
    fc.property(anyValue, fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = toJson(value, indent);
      expect(toJson(parseJson(text), indent)).toBe(text);
    }),
  );
});

test.each([
  ["", 1, 1, "a value", "the end"],
  ["  ", 1, 3, "a value", "the end"],
  ['{"a":x}', 1, 6, "a value", '"x}"'],
  ['{"a":1,}', 1, 8, "a name in double quotes", '"}"'],
  ["{a:1}", 1, 2, "a name in double quotes", '"a:1}"'],
  ["{'a':1}", 1, 2, "a name in double quotes", `"'a':1}"`],
  ['{"a" 1}', 1, 6, ":", '"1}"'],
  ["[1 2]", 1, 4, ", or ]", '"2]"'],
  ["[1,]", 1, 4, "a value", '"]"'],
  ["[1", 1, 3, ", or ]", "the end"],
  ['{"a":1', 1, 7, ", or }", "the end"],
  ['"abc', 1, 5, 'a closing "', "the end"],
  ['"a\tb"', 1, 3, "an escape such as \\n instead of a control character", String.raw`"\tb\""`],
  [String.raw`"\x41"`, 1, 2, "an escape that JSON knows", String.raw`"\\x41\""`],
  [String.raw`"\u12"`, 1, 2, "an escape that JSON knows", String.raw`"\\u12\""`],
  ["[\n  1,\n  tru\n]", 3, 3, "a value", String.raw`"tru\n]"`],
  ["01", 1, 2, "nothing more", '"1"'],
  ["1.", 1, 2, "nothing more", '"."'],
  ["{} {}", 1, 4, "nothing more", '"{}"'],
  ["+1", 1, 1, "a value", '"+1"'],
  ["NaN", 1, 1, "a value", '"NaN"'],
  ["\uFEFF{}", 1, 1, "a value", '"\uFEFF{}"'],
])("%j fails at line %d, column %d", (text, line, column, expected, found) => {
  expect(failure("GB3020", () => parseJson(text))).toBe(
    `the text is not JSON: line ${String(line)}, column ${String(column)}: expected ${expected}, found ${found}`,
  );
});

test("any damage is found where JSON.parse finds one, and never elsewhere", () => {
  fc.assert(
    fc.property(anyValue, fc.nat(), fc.string({ maxLength: 2 }), (value, at, damage) => {
      const text = toJson(value);
      const cut = at % (text.length + 1);
      const damaged = text.slice(0, cut) + damage + text.slice(cut + 1);
      fc.pre(!/e\+?\d{3}/.test(damaged));
      let isJson = true;
      try {
        JSON.parse(damaged);
      } catch {
        isJson = false;
      }
      if (isJson) expect(toJson(parseJson(damaged))).toBe(JSON.stringify(JSON.parse(damaged)));
      else expect(failure("GB3020", () => parseJson(damaged))).toContain("expected");
    }),
    { numRuns: 500 },
  );
});

test("levels are limited, however hostile the text", () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  expect(parseJson(nested(500))).toHaveLength(1);
  failure("GB3021", () => parseJson(nested(501)));
  failure("GB3021", () => parseJson("[".repeat(1_000_000)));
  failure("GB3021", () => parseJson('{"a":'.repeat(600)));
  expect(parseJson(JSON.stringify("[".repeat(1000)))).toHaveLength(1000);
  expect(parseJson(JSON.stringify('"\\'.repeat(1000)))).toHaveLength(2000);
});

test("numbers that no double holds are refused", () => {
  failure("GB3022", () => parseJson("1e999"));
  failure("GB3022", () => parseJson('{"a":[-1e400]}'));
  failure("GB3022", () => parseJson("9".repeat(400)));
  expect(parseJson("1e-999")).toBe(0);
  expect(parseJson('"1e999"')).toBe("1e999");
});

test("a value that contains itself has no JSON", () => {
  const circle: Value[] = [];
  circle.push(circle);
  failure("GB3023", () => toJson(circle));
  failure("GB3023", () => toText(circle));
  let deep: Value = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  failure("GB3023", () => toJson(deep));
});

test("a result that would be too long is refused before it is made", () => {
  let shared: Value = ["x".repeat(1000)];
  for (let level = 0; level < 60; level += 1) shared = [shared, shared];
  const huge = shared;
  failure("GB3090", () => toText(huge));
  failure("GB3090", () => toJson(["x".repeat(100)], 0, 100));
  failure("GB3090", () => toJson({ ["x".repeat(100)]: 1 }, 0, 100));
  expect(toJson(["x".repeat(90)], 0, 100)).toHaveLength(94);
});

test("an indent spreads over lines", () => {
  expect(toJson({ a: [1] }, 2)).toBe('{\n  "a": [\n    1\n  ]\n}');
});
