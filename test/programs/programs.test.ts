import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompiledScript } from "../../src/compile/script.ts";
import { printScript } from "../../src/syntax/print/print-script.ts";
import { sameTree } from "../../src/syntax/same-tree.ts";
import { outcomes } from "../compile/outcomes.ts";
import { compile } from "../compile/run-script.ts";
import { format } from "../format/format.ts";
import { read } from "../syntax/print/read-statements.ts";
import { program } from "./arbitrary-program.ts";
import { missingKinds } from "./tree-kinds.ts";

/** Gives undefined for a script that sends at the top level although it has handlers. */
function tryCompile(text: string): CompiledScript | undefined {
  try {
    return compile(text, "as needed");
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("GB2401 ")) return undefined;
    throw error;
  }
}

test("the programs have every kind of node but lines that cannot be read", () => {
  const trees = fc.sample(program, { seed: 1, numRuns: 150 }).map(read);
  expect(missingKinds(trees)).toEqual(["broken"]);
});

describe("any program", () => {
  test("is printed as a script of the same tree", () => {
    fc.assert(
      fc.property(program, (text) => {
        const tree = read(text);
        const printed = printScript(tree);
        if (!sameTree(read(printed), tree)) throw new Error(printed);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test("is formatted once and for all, and stays the same tree", () => {
    fc.assert(
      fc.property(program, (text) => {
        const formatted = format(text);
        expect(format(formatted)).toBe(formatted);
        if (!sameTree(read(formatted), read(text))) throw new Error(formatted);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test("gives and does the same where nothing waits and where everything does", async () => {
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(program, async (text) => {
        const asNeeded = text.startsWith("INCLUDE") ? undefined : tryCompile(text);
        if (asNeeded === undefined) return;
        ran++;
        expect(await outcomes(compile(text, "async"))).toEqual(await outcomes(asNeeded));
      }),
      { seed: 4, numRuns: 100 },
    );
    expect(ran).toBeGreaterThan(60);
  });
});
