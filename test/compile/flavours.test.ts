import { expect, test } from "vitest";
import type { CompiledScript } from "../../src/compile/script.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { allScripts } from "../scripts.ts";
import { outcomes } from "./outcomes.ts";
import { compile, parse } from "./run-script.ts";

/** The scripts that can run by themselves: the pages about messages show wrong ones too. */
const scripts = allScripts().filter(({ text }) => {
  if (/^\s*INCLUDE\b/imu.test(text)) return false;
  let errors = 0;
  parse(new SourceFile("test.bas", text), ({ severity }) => {
    if (severity === "error") errors += 1;
  });
  return errors === 0;
});

test("there are scripts of many kinds", () => {
  expect(scripts.length).toBeGreaterThan(100);
});

test.each(scripts.map(({ place, text }) => [place, text]))(
  "%s does the same where nothing waits and where everything does",
  async (_, text) => {
    const asNeeded = tryCompile(text, "as needed");
    const async = tryCompile(text, "async");
    if (asNeeded === undefined || async === undefined) {
      expect(asNeeded).toBe(async);
      return;
    }
    expect(await outcomes(async)).toEqual(await outcomes(asNeeded));
  },
);

/** Gives undefined for a script with errors, which only the checker finds. */
function tryCompile(text: string, colour: "as needed" | "async"): CompiledScript | undefined {
  try {
    return compile(text, colour);
  } catch (error) {
    if (error instanceof Error && /^GB\d{4} /u.test(error.message)) return undefined;
    throw error;
  }
}
