import { expect, test } from "vitest";
import { type ScriptBed, testBed } from "../../src/test-library/index.ts";

/** Lets a SUB begin that spawns itself, and waits until it ends. */
async function spawning(body: string, settings: Readonly<Record<string, string>>) {
  const text = `ON WEBHOOK GET TO "/start" OPEN DO
  SPAWN WORK 1
  RETURN "OK"
END ON
SUB WORK(N)
  PRINT "generation \${N}"
  ${body}
END SUB
`;
  const bed = await testBed({ text, settings });
  await bed.request("GET", "/start");
  return bed;
}

const generations = ({ printed }: ScriptBed) =>
  printed.map((line) => Number(line.replace("generation ", "")));

test("a SUB that spawns two of itself ends after some generations", async () => {
  const body = "SPAWN WORK N + 1\n  SPAWN WORK N + 1";
  const bed = await spawning(body, { GBASIC_MAX_GENERATIONS: "4" });
  const errors = bed.takeErrors();
  expect(errors.filter(({ code }) => code === "GB4217")).toHaveLength(8);
  expect(errors[0]?.message).toContain("GBASIC_MAX_GENERATIONS");
  expect(generations(bed).toSorted()).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
  await bed.close();
});

test("a SUB may spawn itself fifteen times in a row", async () => {
  const bed = await spawning("SPAWN WORK N + 1", {});
  expect(bed.takeErrors().map(({ code }) => code)).toEqual(["GB4217"]);
  expect(generations(bed)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  await bed.close();
});
