import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { test as testScripts } from "../../src/cli/test.ts";
import type { TestOptions } from "../../src/cli/test-options.ts";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/watch-tests.ts"), 60_000);

const answering = (path: string, text: string) =>
  `ON WEBHOOK POST TO "/${path}" DO\n  PRINT "${text}"\nEND ON\n`;
const expecting = (path: string, text: string) =>
  `TEST "${path} says ${text}"\n  RECEIVE POST "/${path}"\n  EXPECT BODY "${text}"\nEND TEST\n`;

/** A command that watches until the test ends. */
interface Watched {
  readonly folder: string;
  /**
   * Does something, and waits until what is shown from then on matches. A slow machine may see a write
   * as two changes, so what comes in between does not matter.
   */
  readonly after: (act: () => void | Promise<void>, shows: RegExp) => Promise<string>;
  readonly write: (path: string, text: string, shows: RegExp) => Promise<string>;
  readonly press: (key: string) => void;
  readonly stop: () => void;
  readonly ended: Promise<number>;
}

async function watching(
  files: Readonly<Record<string, string>>,
  shows: RegExp,
  options: Partial<TestOptions> = {},
  hasKeys = true,
): Promise<Watched> {
  const folder = await folderWith(files);
  let shown = "";
  const show = (text: string) => void (shown += text);
  let press: (key: string) => void = () => undefined;
  const listen = (pressed: (key: string) => void) => {
    press = pressed;
    return () => undefined;
  };
  const stop = Promise.withResolvers<string>();
  const ended = testScripts(
    {
      ...{ paths: ["."], bail: false, reporter: "text", timeout: 10, watch: true, record: false },
      ...{ coverage: false, coverageFolder: "coverage" },
      ...options,
    },
    {
      folder,
      environment: {},
      stdout: show,
      stderr: show,
      stdin: () => Promise.resolve(Buffer.alloc(0)),
      stdinLines: async function* () {},
      keys: hasKeys ? { listen } : undefined,
    },
    { first: stop.promise, release: () => undefined },
  );
  onTestFinished(async () => {
    stop.resolve("SIGTERM");
    await ended;
  });
  const after = async (act: () => void | Promise<void>, expected: RegExp) => {
    shown = "";
    await act();
    await vi.waitFor(() => expect(shown).toMatch(expected), { timeout: 10_000, interval: 5 });
    return shown;
  };
  await after(() => undefined, shows);
  return {
    ...{ folder, after, ended },
    write: (path, text, expected) => after(() => writeFile(join(folder, path), text), expected),
    press: (key) => press(key),
    stop: () => stop.resolve("SIGINT"),
  };
}

test("a change runs the tests that it touches, and no others", async () => {
  const { write } = await watching(
    {
      "a.bas": answering("a", "one"),
      "a.test.bas": expecting("a", "one"),
      "tests/used.test.bas": `USE "../b.bas"\n${expecting("b", "two")}`,
      "b.bas": `INCLUDE "lib.bas"\nON WEBHOOK POST TO "/b" DO\n  GREET\nEND ON\n`,
      "lib.bas": 'SUB GREET()\n  PRINT "two"\nEND SUB\n',
      "unused.bas": "PRINT 1\n",
    },
    /2 passed/,
  );
  const failed = /✗ a says one\n[^]*0 passed, 1 failed[^]*change, 1 failing in all; a runs all/;
  const script = await write("a.bas", answering("a", "ONE"), failed);
  expect(script).not.toContain("b says");
  const own = await write("a.test.bas", expecting("a", "ONE"), /✓ a says ONE\n\n1 passed/);
  expect(own).not.toContain("b says");
  const lib = 'SUB GREET()\n  PRINT "three"\nEND SUB\n';
  const included = await write("lib.bas", lib, /tests\/used\.test\.bas\n {2}✗ b says two\n/);
  expect(included).not.toContain("a says");
  const used = await write("b.bas", answering("b", "two"), /✓ b says two\n\n1 passed/);
  expect(used).not.toContain("a says");
  const unused = await write("unused.bas", "PRINT 2\n", /no test is made of unused\.bas\n/);
  expect(unused).not.toContain("says");
});

test("a script that is broken, missing or no text is shown, and the command goes on", async () => {
  const files = { "a.bas": answering("a", "one"), "a.test.bas": expecting("a", "one") };
  const { folder, write, after } = await watching(files, /1 passed/);
  await write("a.bas", "PRINT 1 +\n", /a\.bas:1:\d+ error GB1\d{3}[^]*1 failed/);
  await write("a.bas", answering("a", "one"), /1 passed/);
  await write("a.test.bas", "TEST 1 +\n", /a\.test\.bas:1:/);
  await write("a.test.bas", expecting("a", "one"), /1 passed/);
  await after(
    () => rm(join(folder, "a.bas")),
    /GB2603: nothing is tested here: there is no a\.bas/,
  );
  const binary = Buffer.from([0xff, 0xfe, 0]);
  await after(() => writeFile(join(folder, "a.bas"), binary), /GB3392: a\.bas is not UTF-8 text/);
  await write("a.bas", answering("a", "one"), /1 passed/);
  await after(() => rm(folder, { recursive: true }), /GB3390|GB3393/);
});

test("files of tests come and go", async () => {
  const { folder, write, after } = await watching({ "a.bas": answering("a", "one") }, /GB5401/);
  await write("a.test.bas", expecting("a", "two"), /1 failing in all/);
  await after(() => rm(join(folder, "a.test.bas")), /waiting for a change;/);
});

test("keys run all tests, run those that failed, and end the command", async () => {
  const { after, press, ended, write } = await watching(
    {
      "a.bas": answering("a", "one"),
      "a.test.bas": expecting("a", "one") + expecting("a", "two"),
      "b.bas": answering("b", "two"),
      "b.test.bas": expecting("b", "two"),
    },
    /2 passed, 1 failed/,
  );
  const failed = await after(() => press("f"), /✗ a says two\n[^]*\n0 passed, 1 failed/);
  expect(failed).not.toContain("✓");
  await after(() => press("a"), /2 passed, 1 failed/);
  await write("a.test.bas", expecting("a", "one"), /\n1 passed[^]*waiting for a change;/);
  await after(() => press("f"), /no test fails\n/);
  press("q");
  expect(await ended).toBe(0);
});

test("without a terminal it runs, waits and ends with the signal", async () => {
  const files = { "a.bas": answering("a", "one"), "a.test.bas": expecting("a", "one") };
  const shows = /GB5402[^]*\nwaiting for a change\n$/;
  const { stop, ended } = await watching(files, shows, { filter: "nothing" }, false);
  stop();
  expect(await ended).toBe(0);
});

test("a path that is not there is told at once", async () => {
  const { code, stderr } = await gbasic(["test", "nowhere", "--watch"], await folderWith({}));
  expect(stderr).toContain("GB3390");
  expect(code).toBe(2);
});
