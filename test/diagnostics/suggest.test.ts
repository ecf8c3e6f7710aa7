import { expect, test } from "vitest";
import { suggest } from "../../src/diagnostics/suggest.ts";

test.each([
  ["MIAL", ["MAIL", "SMS"], "MAIL"],
  ["subjct", ["SUBJECT", "BODY"], "SUBJECT"],
  ["SEND MIAL", ["SEND MAIL", "SEND SMS"], "SEND MAIL"],
  ["GO", ["TO"], undefined],
  ["FRO", ["TRY", "FOR"], "FOR"],
  ["OFR", ["TRY", "FOR"], "FOR"],
  ["RFO", ["FOR"], undefined],
  ["CAT", ["CAR", "DOG"], "CAR"],
  ["CAT", ["DOG"], undefined],
  ["MAIL", ["MAIL"], undefined],
  ["", ["A"], undefined],
])("%s among %j is %s", (word, candidates, expected) => {
  expect(suggest(word, candidates)).toBe(expected);
});
