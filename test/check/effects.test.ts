import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

const HANDLER = '\nON WEBHOOK POST TO "/a" DO\nEND ON';
const SEND = 'SEND SMS TO "+15550001111" WITH "x"';

test("an effect at the top level of a file with handlers is an error", () => {
  expect(codes(`${SEND}${HANDLER}`)).toEqual(["GB2401 1:1"]);
  expect(codes(`SPAWN s()${HANDLER}\nSUB s()\nEND SUB`)).toEqual(["GB2401 1:1"]);
  expect(codes(`x = GENERATE RESPONSE "x"${HANDLER}`)).toEqual(["GB2401 1:5"]);
});

test("so is one in a SUB that the top level calls, however far away", () => {
  const subs = `\nSUB near()\nfar()\nEND SUB\nSUB far()\n${SEND}\nEND SUB`;
  expect(said(`near()${HANDLER}${subs}`)).toEqual([
    "GB2401 1:1 SEND SMS at the top level would happen once more for every request, before the handler (move it into a handler or a SUB) → 8:1",
  ]);
});

test("elsewhere effects are welcome", () => {
  expect(codes(SEND)).toEqual([]);
  expect(codes(`PRINT 1${HANDLER}`)).toEqual([]);
  expect(codes(`ON WEBHOOK POST TO "/a" DO\ns()\nEND ON\nSUB s()\n${SEND}\nEND SUB`)).toEqual([]);
});
