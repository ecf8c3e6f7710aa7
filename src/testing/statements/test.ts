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
    example: `${words} "a greeting is answered"
  RECEIVE WHATSAPP TEXT "hello"
  EXPECT SENT WHATSAPP CONTAINING "hello"
END TEST`,
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

function defineTestEach(words: string, summary: string): DeclarationEntry {
  return defineDeclaration({
    pattern: `${words} <row:word> IN <rows:any> [NAMED <name:constant>]`,
    summary,
    example: `${words} ROW IN [[1, 1], [2, 4]] NAMED "squares"
  EXPECT ROW[0] ^ 2 = ROW[1]
END TEST`,
    block: "TEST",
    declare,
  });
}

/** `TEST EACH row IN rows … END TEST`: one test for each item of a list. */
export const testEach = defineTestEach(
  "TEST EACH",
  "Is a test for each item of a list, which the variable holds. The reports number the items and show them; of an object that has a name, the name.",
);

/** `SKIP TEST EACH row IN rows … END TEST`: tests that are not run. */
export const skipTestEach = defineTestEach(
  "SKIP TEST EACH",
  "Is a test for each item of a list that is not run for now.",
);

/** `ONLY TEST EACH row IN rows … END TEST`: tests beside which the others of the file are not run. */
export const onlyTestEach = defineTestEach(
  "ONLY TEST EACH",
  "Is a test for each item of a list, beside which the others of its file are not run for now.",
);

/** `BEFORE EACH … END BEFORE`: what each test of the file begins with. */
export const beforeEach = defineDeclaration({
  pattern: "BEFORE EACH",
  summary: "Is what each test of the file begins with; its variables are the test's own.",
  example: `BEFORE EACH
  SET CLOCK "2026-03-01 09:00"
END BEFORE

TEST "it is nine o'clock"
  EXPECT HOUR(NOW()) = 9
END TEST`,
  block: "BEFORE",
  declare,
});
