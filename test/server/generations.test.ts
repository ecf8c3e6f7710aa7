import { expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";

/** Serves a SUB that spawns itself, lets it go on until it ends, and gives what was written. */
async function spawning(body: string, environment: Readonly<Record<string, string>>) {
  const script = `ON WEBHOOK GET TO "/start" OPEN DO
  SPAWN WORK 1
  RETURN "OK"
END ON
SUB WORK(N)
  PRINT "generation \${N}"
  ${body}
END SUB
`;
  const served = await serveScript(await makeFolder(), script, environment);
  await (await fetch(`${served.url}/start`)).text();
  return served;
}

const countOf = (text: string, part: string) => text.split(part).length - 1;

test("a SUB that spawns two of itself ends after some generations", async () => {
  const body = "SPAWN WORK N + 1\n  SPAWN WORK N + 1";
  const { printed, said } = await spawning(body, { GBASIC_MAX_GENERATIONS: "4" });
  await expect.poll(() => countOf(said(), "GB4217"), { timeout: 30_000 }).toBeGreaterThanOrEqual(8);
  const counts = [1, 2, 3, 4, 5].map((n) => countOf(printed(), `generation ${n}\n`));
  expect(counts).toEqual([1, 2, 4, 8, 0]);
  expect(said()).toContain("GBASIC_MAX_GENERATIONS");
});

test("a SUB may spawn itself fifteen times in a row", async () => {
  const { printed, said } = await spawning("SPAWN WORK N + 1", {});
  await expect.poll(() => said(), { timeout: 30_000 }).toContain("GB4217");
  expect(printed()).toContain("generation 15\n");
  expect(printed()).not.toContain("generation 16\n");
});
