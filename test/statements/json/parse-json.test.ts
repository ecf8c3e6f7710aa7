import { describe, expect, test } from "vitest";
import { getMember } from "../../../src/runtime/value/member.ts";
import { invoke, messageOf } from "../invoke.ts";

const parse = (text: string) => invoke("PARSE JSON", { text });

describe("PARSE JSON", () => {
  test.each([
    ['{"a": [1, 2.5, true, null, "x"]}', { a: [1, 2.5, true, null, "x"] }],
    ["  42 ", 42],
    ["null", null],
  ])("reads %j", async (text, expected) => {
    expect(await parse(text)).toEqual(expected);
  });

  test("keeps __proto__ and constructor as plain members", async () => {
    const value = await parse('{"__proto__": {"admin": true}, "constructor": 1}');
    expect(getMember(value, "admin")).toBeNull();
    expect(getMember(value, "__proto__")).toEqual({ admin: true });
    expect(getMember(value, "constructor")).toBe(1);
    expect({}).not.toHaveProperty("admin");
  });

  test("names line and column of a mistake", async () => {
    expect(await messageOf(() => parse('{\n  "a": 1,\n  b: 2\n}'))).toMatch(
      /^GB3020 .*line 3, column 3: expected .*, found "b: 2/,
    );
  });

  test.each(["", "  \n"])("refuses the empty text %j", async (text) => {
    expect(await messageOf(() => parse(text))).toMatch(/^GB3020 .* found the end/);
  });

  test("refuses nesting that would exhaust the stack", async () => {
    expect(await messageOf(() => parse("[".repeat(5000) + "]".repeat(5000)))).toMatch(/^GB3021 /);
  });
});
