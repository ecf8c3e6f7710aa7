import { expect, test } from "vitest";
import { said } from "../check/diagnostics.ts";

const LOOPS = "FOR i = 1 TO 2\nFOR j = 1 TO 2\nPRINT i + j\n";

test("NEXT j, i ends both loops, and what follows stands outside", () => {
  expect(said(`${LOOPS}NEXT j, i\nPRINT 3`)).toEqual([]);
  expect(said(`FOR k = 1 TO 2\n${LOOPS}NEXT j, i, k\nPRINT k`)).toEqual([]);
});

test("NEXT i, j in the wrong order is told of", () => {
  expect(said(`${LOOPS}NEXT i, j`)).toEqual([
    "GB1103 4:6 NEXT i closes the loop over j (write NEXT j)",
    "GB1103 4:9 NEXT j closes the loop over i (write NEXT i)",
  ]);
});

test("a name too many has no loop to end", () => {
  expect(said(`${LOOPS}NEXT j, i, k`)).toHaveLength(1);
});
