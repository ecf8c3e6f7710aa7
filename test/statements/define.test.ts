import { expect, test } from "vitest";
import { defineStatement } from "../../src/statements/define.ts";

function define(pattern: string, also: string) {
  return defineStatement({ pattern, also: [also], summary: "", example: "", run: () => undefined });
}

test.each([
  ["a slot that the first spelling has not", "A <b:any>", "A TO <b:any>, <c:any>", "c"],
  ["no slot where the first spelling needs one", "A <b:any>, <c:any>", "A TO <b:any>", "c"],
])("another spelling with %s throws", (_, pattern, also, slot) => {
  expect(() => define(pattern, also)).toThrow(`differ in the slot ${slot}`);
});

test("another spelling may leave out what is optional", () => {
  const { title, patterns } = define("SEND IT TO <b:any>[, <c?:any>]", "IT <b:any>");
  expect(title).toBe("SEND IT");
  expect(patterns.map(({ text }) => text)).toEqual([
    "SEND IT TO <b:any>[, <c?:any>]",
    "IT <b:any>",
  ]);
});
