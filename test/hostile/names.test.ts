import { describe, expect, test } from "vitest";
import { printedBy } from "./hostile-script.ts";

/** What every object of JavaScript has, and what leads from there to everything else. */
const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
];

/** Nothing that a script did to one object may be seen in another, nor in texts, lists, numbers. */
const NOTHING_LEAKED = `
LET FRESH = {}
PRINT FRESH, FRESH.polluted, [].polluted, "".polluted, JSON(NEW OBJECT), UBOUND([])`;
const LEAK_FREE = "{}    {} 0\n";

describe.each(NAMES)("%s is a name like any other", (name) => {
  test.each([
    [
      "in JSON",
      `O = PARSE JSON "{""${name}"": {""polluted"": 1}}"\nPRINT O, O.${name}.polluted`,
      `{"${name}":{"polluted":1}} 1`,
    ],
    [
      "as a member",
      `O = {}\nO.${name} = {"polluted": 1}\nPRINT O.${name}.polluted, O`,
      `1 {"${name}":{"polluted":1}}`,
    ],
    [
      "as a member of a member",
      `O = {}\nPRINT O.${name}, O.${name}.${name}, O.${name}.${name}.polluted`,
      "  ",
    ],
    ["as an index", `O = {}\nO["${name}"] = 5\nPRINT O["${name}"], O`, `5 {"${name}":5}`],
    [
      "of a list and a text",
      `L = [1]\nT = "a"\nPRINT L["${name}"], L.${name}, T["${name}"], T.${name}`,
      "   ",
    ],
    [
      "in an object literal",
      `O = { "${name}": 1, ${name}: 2 }\nP = #{ ${name}: 3 }\nPRINT O, P`,
      `{"${name}":2} {"${name}":3}`,
    ],
    ["in WITH", `WITH O\n${name} = 1\nEND WITH\nPRINT O`, `{"${name}":1}`],
    ["in NEW OBJECT", `WITH O = NEW OBJECT\n.${name} = 1\nEND WITH\nPRINT O`, `{"${name}":1}`],
    ["of a variable", `${name} = 1\nPRINT ${name}`, "1"],
    ["of a SUB", `CALL ${name}(1)\nSUB ${name}(N)\nPRINT N\nEND SUB`, "1"],
    [
      "in a path",
      `O = PARSE JSON "{""a"": [{}], ""${name}"": 7}"\nPRINT GET JSON PATH O, "${name}"\nPRINT (GET JSON PATH O, "a[0].${name}") IS NULL\nPRINT GET JSON PATH O, "$..${name}"`,
      "7\ntrue\n[7]",
    ],
    [
      "of a field that rows are grouped by",
      `L = [PARSE JSON "{""${name}"": 1, ""v"": 2}"]\nPRINT GROUP BY L, "${name}"`,
      `[{"key":1,"items":[{"${name}":1,"v":2}],"count":1}]`,
    ],
    [
      "of a field that is renamed",
      `PRINT MAP([{"v": 2}], "v->${name}"), MAP([{}], "${name}")`,
      `[{"${name}":2}] [null]`,
    ],
    [
      "in a criterion",
      `PRINT FILTER([{}], "${name} IS NOT NULL"), FILTER([{"${name}": 1}], "${name} = 1")`,
      `[] [{"${name}":1}]`,
    ],
    [
      "of a group of a pattern",
      `PRINT REGEX_GROUPS("a", "(?<${name.replace(/^__|__$/gu, "x")}>a)") IS NULL`,
      "false",
    ],
  ])("%s", async (_, script, expected) => {
    expect(await printedBy(script + NOTHING_LEAKED)).toBe(`${expected}\n${LEAK_FREE}`);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

test("functions and globals of JavaScript cannot be reached by a name", async () => {
  const names = ["process", "globalThis", "require", "evaluate", "this", "self", "module"];
  for (const name of names) {
    expect(await printedBy(`PRINT ${name} IS NULL, ${name}.env IS NULL`)).toBe("true true\n");
  }
});
