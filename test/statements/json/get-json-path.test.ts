import { describe, expect, test } from "vitest";
import type { Value } from "../../../src/runtime/value/value.ts";
import { invoke, messageOf } from "../invoke.ts";

const at = (object: Value, path: string) => invoke("GET JSON PATH", { object, path });

const order: Value = {
  id: 42,
  "first name": "Ana",
  "a.b": "dotted",
  "it's": "quoted",
  "soap:Body": "x",
  items: [
    { name: "tea", price: 2 },
    { name: "milk", price: 3 },
  ],
  text: { Body: "hello" },
  empty: "",
  zero: 0,
  none: null,
};

describe("GET JSON PATH to one place", () => {
  test.each<[string, Value]>([
    ["id", 42],
    ["$.id", 42],
    ["$['id']", 42],
    ['["id"]', 42],
    ["items[1].name", "milk"],
    ["$.items[1].name", "milk"],
    ["items[-1].name", "milk"],
    ["items.0.name", "tea"],
    ["first name", "Ana"],
    ["['a.b']", "dotted"],
    ["['it\\'s']", "quoted"],
    ["soap:Body", "x"],
    ["empty", ""],
    ["zero", 0],
    ["items[2].name", null],
    ["items[-3]", null],
    ["none.deeper[0].still", null],
    ["id.deeper", null],
    ["missing", null],
  ])("%s gives %j", async (path, expected) => {
    expect(await at(order, path)).toEqual(expected);
  });

  test.each(["$", ""])("the path %j is the value itself", async (path) => {
    expect(await at(order, path)).toBe(order);
  });

  test("ignores case where exactly one member fits", async () => {
    expect(await at(order, "TEXT.body")).toBe("hello");
    expect(await at({ a: 1, A: 2 }, "a")).toBe(1);
    expect(await at({ ab: 1, AB: 2 }, "Ab")).toBeNull();
  });

  test.each(["__proto__", "constructor", "toString", "items.push", "$['__proto__'].polluted"])(
    "%s reaches nothing of the runtime",
    async (path) => {
      expect(await at(order, path)).toBeNull();
    },
  );

  test("gives null for a null object", async () => {
    expect(await at(null, "messages[0].from")).toBeNull();
  });
});

describe("GET JSON PATH to several places", () => {
  test.each<[string, Value]>([
    ["items[*].name", ["tea", "milk"]],
    ["$.items[*].name", ["tea", "milk"]],
    ["$..name", ["tea", "milk"]],
    ["items[0:1].name", ["tea"]],
    ["items[0,1].price", [2, 3]],
    ["['id','zero']", [42, 0]],
    ["items[*].missing", []],
    ["missing[*]", []],
    ["$..constructor", []],
    ["$..__proto__", []],
    ["items[*].none", []],
  ])("%s gives %j", async (path, expected) => {
    expect(await at(order, path)).toEqual(expected);
  });

  test("gives an empty list for a null object", async () => {
    expect(await at(null, "messages[*].from")).toEqual([]);
  });

  test.each([
    "items[?(@.price > 2)].name",
    "items[?@.price > 2].name",
    "items[(@.length-1)]",
    "$..[?(process.exit(1))]",
    "missing[?(@.constructor.constructor('return process')())]",
  ])("never runs the expression in %s", async (path) => {
    expect(await messageOf(() => at(order, path))).toMatch(
      /^GB3323 .*expressions in paths are never run/,
    );
  });

  test("stops a path that multiplies a payload", async () => {
    const wide: Value = Array.from({ length: 400 }, () => Array.from({ length: 400 }, () => 1));
    expect(await messageOf(() => at(wide, "$[*][*]"))).toMatch(/^GB3324 /);
    expect(await messageOf(() => at(order, "$..a..b..c"))).toMatch(/^GB3325 /);
  });
});

describe("GET JSON PATH refuses", () => {
  test("text, and points to PARSE JSON", async () => {
    expect(await messageOf(() => at('{"a": 1}', "a"))).toBe(
      "GB3320 GET JSON PATH looks into an object or a list, found text\nturn the text into an object first: PARSE JSON text",
    );
  });

  test("what has no members", async () => {
    expect(await messageOf(() => at(5, "a"))).toMatch(/^GB3321 .* found 5/);
  });

  test.each(["items[0", "items]", "a..", ".a.", "items[0]name", "a['b", "items[*"])(
    "the path %s",
    async (path) => {
      expect(await messageOf(() => at(order, path))).toMatch(/^GB3322 /);
    },
  );
});
