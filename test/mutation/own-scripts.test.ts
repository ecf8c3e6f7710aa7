import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { folderWith } from "../cli/command.ts";
import { EQUIVALENT } from "./equivalent.ts";
import { mutantsOf } from "./mutants.ts";
import { mutate } from "./survivors.ts";

const scripts = globSync("scripts/*.bas").filter((path) => !path.endsWith(".test.bas"));

test.each(scripts)(
  "a mistake in any line of %s makes one of its tests fail",
  async (script) => {
    const { killed, survivors } = await mutate(script, await folderWith({}));
    expect(killed).toBeGreaterThan(20);
    const known = EQUIVALENT.filter((one) => one.script === script);
    expect(survivors.map(({ line, change }) => ({ line, change }))).toEqual(
      known.map(({ line, change }) => ({ line, change })),
    );
  },
  60_000,
);

test("mutants are made of every part of a script", () => {
  const made = mutantsOf("a.bas", 'IF A = 1 AND B < 2 THEN\n  LET C$ = "x" + D$\nEND IF\n');
  expect(made.map(({ line, change }) => `${String(line)} ${change}`)).toEqual([
    '1 deleted: IF A = 1 AND B < 2 THEN LET C$ = "x" + D$ END IF',
    "1 A = 1 AND B < 2 became TRUE",
    "1 A = 1 AND B < 2 became FALSE",
    "1 AND became OR",
    "1 = became <>",
    "1 1 became 2",
    "1 < became >=",
    "1 2 became 3",
    '2 deleted: LET C$ = "x" + D$',
    '2 "x" + D$ became "x"',
    '2 "x" + D$ became D$',
    '2 "x" became ""',
    '2 "x" became "x~"',
  ]);
});

test("tests that see nothing let mutants survive", async () => {
  const folder = await folderWith({
    "a/bot.bas": 'ON WEBHOOK POST TO "/a" DO\n  PRINT "one"\nEND ON\n',
    "a/bot.test.bas": 'TEST "a"\n  RECEIVE POST "/a"\n  EXPECT STATUS 200\nEND TEST\n',
    "b/x": "",
  });
  const { survivors } = await mutate(`${folder}/a/bot.bas`, `${folder}/b`);
  expect(survivors.map(({ change }) => change)).toEqual([
    'deleted: PRINT "one"',
    '"one" became ""',
    '"one" became "one~"',
  ]);
});
