import type { DeclarationEntry } from "../../statements/define.ts";
import { defineDeclaration } from "../../statements/define.ts";

/** Tests are made SUBs of before anybody asks what they listen to. */
function declare(): never {
  throw new Error("a test listens to nothing");
}

function defineTest(words: string, summary: string): DeclarationEntry {
  return defineDeclaration({
    pattern: `${words} <name:constant>`,
    summary,
    example: `${words} "the sum is right"\n  EXPECT 1 + 1 = 2\nEND TEST`,
    block: "TEST",
    declare,
  });
}

/** `TEST "name" … END TEST`: one test. */
export const test = defineTest(
  "TEST",
  "Runs the block with a server of its own: its store is empty, nothing was sent, its clock stands at 2026-01-01 12:00.",
);

/** `SKIP TEST "name" … END TEST`: a test that is not run. */
export const skipTest = defineTest("SKIP TEST", "Is a test that is not run for now.");

/** `ONLY TEST "name" … END TEST`: a test beside which the others of its file are not run. */
export const onlyTest = defineTest(
  "ONLY TEST",
  "Is a test beside which the others of its file are not run for now.",
);

/** `TEST EACH row IN rows … END TEST`: one test for each item of a list. */
export const testEach = defineDeclaration({
  pattern: "TEST EACH <row:word> IN <rows:any> [NAMED <name:constant>]",
  summary: "Is a test for each item of a list, which the variable holds.",
  example: `TEST EACH row IN [[1, 1], [2, 4]]
  EXPECT row[0] ^ 2 = row[1]
END TEST`,
  block: "TEST",
  declare,
});

/** `BEFORE EACH … END BEFORE`: what each test of the file begins with. */
export const beforeEach = defineDeclaration({
  pattern: "BEFORE EACH",
  summary: "Is what each test of the file begins with; its variables are the test's own.",
  example: `BEFORE EACH
  SET CLOCK "2026-03-01 09:00"
END BEFORE`,
  block: "BEFORE",
  declare,
});
