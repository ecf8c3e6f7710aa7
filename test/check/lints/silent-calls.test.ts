import { expect, test } from "vitest";
import { codes } from "../diagnostics.ts";

const TO = 'SEND CALL TO "+5511999999999"';
const found = (script: string) => codes(script).filter((line) => line.startsWith("GB2461"));

test.each([
  ["nothing at all", TO],
  ["clauses that say nothing", `${TO} TIMEOUT 20 DETECT MACHINE`],
  ["an empty text", `${TO} SAYING ""`],
  ["blanks", `${TO} WITH "  "`],
  ["a variable that is empty", `TEXT$ = ""\n${TO} SAYING TEXT$`],
])("a call with %s is told of", (_, script) => {
  expect(found(script)).toHaveLength(1);
});

test.each([
  ["a text", `${TO} SAYING "hello"`],
  ["a block", `${TO} THEN "a"\nON ANSWER "a" DO\nSAY "x"\nEND ON`],
  ["an empty text and a block", `${TO} SAYING "" THEN "a"\nON ANSWER "a" DO\nSAY "x"\nEND ON`],
  ["what is known when it runs", `INPUT TEXT$\n${TO} SAYING TEXT$`],
])("a call with %s is not", (_, script) => {
  expect(found(script)).toEqual([]);
});
