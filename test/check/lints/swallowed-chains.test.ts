import { expect, test } from "vitest";
import { load } from "../diagnostics.ts";

const FUNCTION = "FUNCTION GROSS PRICE(X)\nRETURN X\nEND FUNCTION\n";

function found(expression: string) {
  const text = `${FUNCTION}LET I = 2\nPRINT GROSS PRICE(I)\nLET R$ = ${expression}\nPRINT R$`;
  return load(["a.bas", text]).diagnostics.filter(({ code }) => code === "GB2277");
}

test.each([
  '"a" + GET FORM VALUE "x" + "!"',
  '"a" & GET QUERY VALUE "x" & I',
  '1 + (2 * 3) + GET PATH VALUE "x" + I + "!"',
  '"a" + LLM "say " + I',
  '"a" + GROSS PRICE I + " EUR"',
])("what a phrase behind an operator takes too: %s", (expression) => {
  expect(found(expression).map(({ severity }) => severity)).toEqual(["warning"]);
});

test.each([
  '"a" + (GET FORM VALUE "x") + "!"',
  '"a" + GET FORM VALUE ("x" + I)',
  '"a" + GET FORM VALUE("x") + "!"',
  'GET FORM VALUE "x" + I',
  '"a" + UCASE$(GET FORM VALUE "x" + I)',
  '"a" + GET FORM VALUE "x"',
  '"a" + GROSS PRICE(I) + " EUR"',
  "I = 1 + GROSS PRICE 2 * 3",
])("what is clear: %s", (expression) => {
  expect(found(expression)).toEqual([]);
});

test.each([
  ['"a" + GET FORM VALUE "x" + "!"', true],
  ['"a" + GET REQUEST HEADER "x" + " " + I', true],
  ['"a" + GET FORM VALUE "item" + I', false],
  ['"a" + GET FORM VALUE "item" + "_2"', false],
  ['"a" + LLM "say: " + "hello there"', false],
  ['"a" + GET FORM VALUE R$ + "!"', false],
])("brackets are only put where nothing else can be meant: %s", (expression, isFixed) => {
  expect(found(expression).map(({ fix }) => fix !== undefined)).toEqual([isFixed]);
});
