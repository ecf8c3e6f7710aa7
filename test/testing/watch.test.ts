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
  /** Does something, and gives what is shown until the command waits again. */
  readonly after: (act: () => void | Promise<void>) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<string>;
  readonly press: (key: string) => void;
  readonly stop: () => void;
  readonly ended: Promise<number>;
  /** What was shown first. */
  readonly first: string;
}

async function watching(
  files: Readonly<Record<string, string>>,
  options: Partial<TestOptions> = {},
  hasKeys = true,
): Promise<Watched> {
  const folder = await folderWith(files);
  let shown = "";
  const show = (text: string) => void (shown += text);
  let press: (key: string) => void = () => undefined;
  const listen = (pressed: (key: string) => void) => {
    press = pressed;
    return () => void (shown += "[keys released]");
  };
  const stop = Promise.withResolvers<string>();
  const ended = testScripts(
    { paths: ["."], bail: false, reporter: "text", timeout: 10, watch: true, ...options },
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
  const after = async (act: () => void | Promise<void>) => {
    shown = "";
    await act();
    await vi.waitFor(() => expect(shown).toMatch(/waiting for a change.*\n$/), {
      timeout: 10_000,
      interval: 5,
    });
    return shown;
  };
  const first = await after(() => undefined);
  const write = (path: string, text: string) => after(() => writeFile(join(folder, path), text));
  return {
    ...{ folder, after, write, first, ended },
    press: (key) => press(key),
    stop: () => stop.resolve("SIGINT"),
  };
}

test("a change runs the tests that it touches, and no others", async () => {
  const { first, write } = await watching({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one"),
    "tests/used.test.bas": `USE "../b.bas"\n${expecting("b", "two")}`,
    "b.bas": `INCLUDE "lib.bas"\nON WEBHOOK POST TO "/b" DO\n  GREET\nEND ON\n`,
    "lib.bas": 'SUB GREET()\n  PRINT "two"\nEND SUB\n',
    "unused.bas": "PRINT 1\n",
  });
  expect(first).toContain("2 passed");
  const script = await write("a.bas", answering("a", "ONE"));
  expect(script).toMatch(/^a\.test\.bas\n {2}✗ a says one\n[^]*0 passed, 1 failed/);
  expect(script).toContain("waiting for a change, 1 failing in all; a runs all");
  const own = await write("a.test.bas", expecting("a", "ONE"));
  expect(own).toMatch(/^a\.test\.bas\n {2}✓ a says ONE\n\n1 passed/);
  const included = await write("lib.bas", 'SUB GREET()\n  PRINT "three"\nEND SUB\n');
  expect(included).toMatch(/^tests\/used\.test\.bas\n {2}✗ b says two\n/);
  const used = await write("b.bas", answering("b", "two"));
  expect(used).toMatch(/^tests\/used\.test\.bas\n {2}✓ b says two\n/);
  expect(await write("unused.bas", "PRINT 2\n")).toMatch(/^no test is made of unused\.bas\n/);
});

test("a script that is broken, missing or no text is shown, and the command goes on", async () => {
  const { folder, write, after } = await watching({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one"),
  });
  expect(await write("a.bas", "PRINT 1 +\n")).toMatch(/a\.bas:1:\d+ error GB1\d{3}[^]*1 failed/);
  expect(await write("a.bas", answering("a", "one"))).toContain("1 passed");
  expect(await write("a.test.bas", "TEST 1 +\n")).toContain("a.test.bas:1:");
  expect(await write("a.test.bas", expecting("a", "one"))).toContain("1 passed");
  const gone = await after(() => rm(join(folder, "a.bas")));
  expect(gone).toContain("GB2603: nothing is tested here: there is no a.bas");
  const binary = await after(() => writeFile(join(folder, "a.bas"), Buffer.from([0xff, 0xfe, 0])));
  expect(binary).toContain("GB3392: a.bas is not UTF-8 text");
  expect(await write("a.bas", answering("a", "one"))).toContain("1 passed");
  const none = await after(() => rm(folder, { recursive: true }));
  expect(none).toMatch(/GB3390|GB3393/);
});

test("files of tests come and go", async () => {
  const { folder, first, write, after } = await watching({ "a.bas": answering("a", "one") });
  expect(first).toContain("GB5401");
  expect(await write("a.test.bas", expecting("a", "two"))).toContain("1 failing in all");
  expect(await after(() => rm(join(folder, "a.test.bas")))).not.toContain("failing");
});

test("keys run all tests, run those that failed, and end the command", async () => {
  const { first, after, press, ended, write } = await watching({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one") + expecting("a", "two"),
    "b.bas": answering("b", "two"),
    "b.test.bas": expecting("b", "two"),
  });
  expect(first).toContain("2 passed, 1 failed");
  const failed = await after(() => press("f"));
  expect(failed).toMatch(/^a\.test\.bas\n {2}✗ a says two\n[^]*\n0 passed, 1 failed/);
  expect(await after(() => press("a"))).toContain("2 passed, 1 failed");
  await write("a.test.bas", expecting("a", "one"));
  expect(await after(() => press("f"))).toMatch(/^no test fails\n/);
  press("q");
  expect(await ended).toBe(0);
});

test("without a terminal it runs, waits and ends with the signal", async () => {
  const files = { "a.bas": answering("a", "one"), "a.test.bas": expecting("a", "one") };
  const { first, stop, ended } = await watching(files, { filter: "nothing" }, false);
  expect(first).toMatch(/GB5402[^]*\nwaiting for a change\n$/);
  stop();
  expect(await ended).toBe(0);
});

test("a path that is not there is told at once", async () => {
  const { code, stderr } = await gbasic(["test", "nowhere", "--watch"], await folderWith({}));
  expect(stderr).toContain("GB3390");
  expect(code).toBe(2);
});
