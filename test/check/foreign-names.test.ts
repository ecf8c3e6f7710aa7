import { expect, test } from "vitest";
import { said } from "./diagnostics.ts";

test.each([
  ['MsgBox "hello"', "GB2202 1:1", "PRINT answers the request, LOG writes to the log"],
  ['X = MsgBox("a")\nPRINT X', "GB2203 1:5", "PRINT answers the request"],
  ['Console.WriteLine("a")', "GB2204 1:9", "PRINT answers the request"],
  ['Debug.Print "a"', "GB2204 1:7", "PRINT answers the request"],
  ['LINE INPUT "name", A', "GB2202 1:1", "GET FORM VALUE"],
  ['Err.Raise 5, "a"', "GB2204 1:5", 'write THROW "what is wrong"'],
  ["DIM C AS NEW COLLECTION", "GB2201 1:14", "C = []"],
  ["DIM C AS NEW THING", "GB2201 1:14", "an object holds such fields"],
  ["D = NEW DICTIONARY\nPRINT D", "GB2201 1:5", 'D["a"] = 1'],
  ["STATIC COUNT AS INTEGER", "GB2202 1:1", "set at the top level"],
  ["TYPE PERSON", "GB2202 1:1", "an object holds such fields"],
  ['LET A = { "b": 1 }\nA.b', "GB2204 2:3", "PRINT ORDER.price shows a member"],
])("%j tells how it is written here", (script, place, hint) => {
  const [first, ...others] = said(script);
  expect(first).toContain(place);
  expect(first).toContain(hint);
  expect(others).toEqual([]);
});
