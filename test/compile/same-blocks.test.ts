import { expect, test } from "vitest";
import { load } from "../check/diagnostics.ts";

const BLOCK = 'ON DIGITS "a" DO\n  SAY "hi"\nEND ON\n';

function found(first: string, second: string, block = BLOCK) {
  return load([first, BLOCK], [second, block]).diagnostics.filter(
    ({ severity }) => severity === "error",
  );
}

test("blocks of one name in files of one name are told to rename", () => {
  const [same, ...others] = found("x/bot.bas", "y/bot.bas");
  expect(others).toEqual([]);
  expect(same?.code).toBe("GB2282");
  expect(same?.file.path).toBe("y/bot.bas");
  expect(same?.message).toBe(
    'there are two blocks ON DIGITS "a" in files that are both called bot.bas',
  );
  expect(same?.hint).toBe(
    "rename one of the files, or the block and what names it: a block is asked for by the name of its file and its own, /bot/a below TWILIO_CALL_PATH",
  );
  expect(same?.related?.map(({ file }) => file.path)).toEqual(["x/bot.bas"]);
});

test("other names come in no way of each other", () => {
  expect(found("x/bot.bas", "y/shop.bas")).toEqual([]);
  expect(found("x/bot.bas", "y/bot.bas", BLOCK.replace('"a"', '"b"'))).toEqual([]);
});

test("two blocks of one file are one too many", () => {
  const [same] = load(["x/bot.bas", BLOCK + BLOCK]).diagnostics;
  expect(same?.hint).toContain("put what both do into one of them");
});
