import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { test as testScripts } from "../../src/cli/test.ts";
import { readTestConfiguration } from "../../src/cli/test-configuration.ts";
import type { TestOptions } from "../../src/cli/test-options.ts";
import { createTestRecording } from "../../src/cli/test-recording.ts";
import { TestSession } from "../../src/cli/test-session.ts";
import { TestWatch } from "../../src/cli/test-watch.ts";
import type { InputIo } from "../../src/cli/io.ts";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/watch-tests.ts"), 60_000);

const answering = (path: string, text: string) =>
  `ON WEBHOOK POST TO "/${path}" DO\n  PRINT "${text}"\nEND ON\n`;
const expecting = (path: string, text: string) =>
  `TEST "${path} says ${text}"\n  RECEIVE POST "/${path}"\n  EXPECT BODY "${text}"\nEND TEST\n`;

const OPTIONS: TestOptions = {
  ...{ paths: ["."], bail: false, reporter: "text", timeout: 60, watch: true, record: false },
  ...{ coverage: false, coverageFolder: "coverage" },
};

/** What a command shows. How long something took is left out: only what is slow has it. */
class Screen {
  text = "";
  readonly #waiting = new Set<() => void>();

  readonly write = (text: string): void => {
    this.text += text.replaceAll(/ \(\d+(?:\.\d+)? m?s\)/g, "");
    for (const look of this.#waiting) look();
  };

  /** Does something, and gives what is shown from then on once that matches. */
  async after(act: () => unknown, expected: RegExp): Promise<string> {
    this.text = "";
    await act();
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!expected.test(this.text)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
    return this.text;
  }
}

function ioOf(folder: string, screen: Screen, keys: InputIo["keys"]): InputIo {
  return {
    ...{ folder, keys, environment: {}, stdout: screen.write, stderr: screen.write },
    stdin: () => Promise.resolve(Buffer.alloc(0)),
    stdinLines: async function* () {},
  };
}

const KEYS: NonNullable<InputIo["keys"]> = { listen: () => () => undefined };

/**
 * Watches without the system, which tells of one write once or twice, and when it likes: the test says what
 * changed, and has what was shown when the run is over.
 */
async function watching(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(files);
  const screen = new Screen();
  const configuration = readTestConfiguration({ environment: {} });
  const session = new TestSession(OPTIONS, configuration, { folder, closed: [] });
  const watch = new TestWatch(session, OPTIONS, ioOf(folder, screen, KEYS));
  onTestFinished(() => watch.end());
  await watch.runAll();
  const first = screen.text;
  const after = async (act: () => Promise<unknown>, ...changed: readonly string[]) => {
    screen.text = "";
    await act();
    await watch.runTouched(new Set(changed.map((path) => join(folder, path))));
    return screen.text;
  };
  return {
    ...{ folder, first, after, watch },
    write: (path: string, content: string | Uint8Array) =>
      after(() => writeFile(join(folder, path), content), path),
    press: (key: string) => screen.after(() => watch.pressed(key), /\nwaiting for a change.*\n$/),
  };
}

/** The command itself, with the changes that the system tells of. */
async function started(
  files: Readonly<Record<string, string>>,
  options: Partial<TestOptions> = {},
  hasKeys = true,
) {
  const folder = await folderWith(files);
  const screen = new Screen();
  let press: (key: string) => void = () => undefined;
  const listen = (pressed: (key: string) => void) => {
    press = pressed;
    return () => undefined;
  };
  const stop = Promise.withResolvers<string>();
  const io = ioOf(folder, screen, hasKeys ? { listen } : undefined);
  const ended = testScripts({ ...OPTIONS, ...options }, io, {
    first: stop.promise,
    release: () => undefined,
  });
  onTestFinished(async () => {
    stop.resolve("SIGTERM");
    await ended;
  });
  await screen.after(() => undefined, /\nwaiting for a change.*\n$/);
  return {
    ...{ folder, ended, first: screen.text },
    after: (act: () => unknown, expected: RegExp) => screen.after(act, expected),
    press: (key: string) => press(key),
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
  expect(script).toMatch(
    /✗ a says one\n[^]*0 passed, 1 failed[^]*change, 1 failing in all; a runs all/,
  );
  expect(script).not.toContain("b says");
  const own = await write("a.test.bas", expecting("a", "ONE"));
  expect(own).toMatch(/✓ a says ONE\n\n1 passed/);
  expect(own).not.toContain("b says");
  const included = await write("lib.bas", 'SUB GREET()\n  PRINT "three"\nEND SUB\n');
  expect(included).toMatch(/tests\/used\.test\.bas\n {2}✗ b says two\n/);
  expect(included).not.toContain("a says");
  const used = await write("b.bas", answering("b", "two"));
  expect(used).toMatch(/✓ b says two\n\n1 passed/);
  expect(used).not.toContain("a says");
  const unused = await write("unused.bas", "PRINT 2\n");
  expect(unused).toContain("no test is made of unused.bas\n");
  expect(unused).not.toContain("says");
});

test("a script that is broken, missing or no text is shown, and the command goes on", async () => {
  const files = { "a.bas": answering("a", "one"), "a.test.bas": expecting("a", "one") };
  const { folder, write, after } = await watching(files);
  expect(await write("a.bas", "PRINT 1 +\n")).toMatch(/a\.bas:1:\d+ error GB1\d{3}[^]*1 failed/);
  expect(await write("a.bas", answering("a", "one"))).toContain("1 passed");
  expect(await write("a.test.bas", "TEST 1 +\n")).toContain("a.test.bas:1:");
  expect(await write("a.test.bas", expecting("a", "one"))).toContain("1 passed");
  expect(await after(() => rm(join(folder, "a.bas")), "a.bas")).toContain(
    "GB2603: nothing is tested here: there is no a.bas",
  );
  const binary = await write("a.bas", Buffer.from([0xff, 0xfe, 0]));
  expect(binary).toContain("GB3392: a.bas is not UTF-8 text");
  expect(await write("a.bas", answering("a", "one"))).toContain("1 passed");
  expect(await after(() => rm(folder, { recursive: true }), "")).toMatch(/GB3390|GB3393/);
});

test("files of tests come and go", async () => {
  const { folder, first, write, after } = await watching({ "a.bas": answering("a", "one") });
  expect(first).toContain("GB5401");
  expect(await write("a.test.bas", expecting("a", "two"))).toContain("1 failing in all");
  const gone = await after(() => rm(join(folder, "a.test.bas")), "a.test.bas");
  expect(gone).toContain("waiting for a change;");
});

test("keys run all tests, and those that failed", async () => {
  const { first, press, write } = await watching({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one") + expecting("a", "two"),
    "b.bas": answering("b", "two"),
    "b.test.bas": expecting("b", "two"),
  });
  expect(first).toContain("2 passed, 1 failed");
  const failed = await press("f");
  expect(failed).toMatch(/✗ a says two\n[^]*\n0 passed, 1 failed/);
  expect(failed).not.toContain("✓");
  expect(await press("a")).toContain("2 passed, 1 failed");
  expect(await write("a.test.bas", expecting("a", "one"))).toMatch(
    /\n1 passed[^]*waiting for a change;/,
  );
  expect(await press("f")).toContain("no test fails\n");
});

test("the command sees what is written, and a key ends it", async () => {
  const { folder, first, after, press, ended } = await started({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one"),
  });
  expect(first).toContain("1 passed");
  await after(() => writeFile(join(folder, "a.bas"), answering("a", "two")), /✗ a says one\n/);
  const tests = expecting("a", "two");
  await after(() => writeFile(join(folder, "a.test.bas"), tests), /✓ a says two\n/);
  press("q");
  expect(await ended).toBe(0);
});

test("with --record the file of recorded calls is nothing that is watched", async () => {
  const folder = await folderWith({
    "a.bas": answering("a", "one"),
    "a.test.bas": expecting("a", "one"),
    "a.test.fixtures.json": '{ "version": 1, "tests": [{ "test": "gone", "calls": [] }] }',
  });
  const screen = new Screen();
  const recording = await createTestRecording({ environment: {}, folder });
  onTestFinished(() => recording.close());
  const configuration = readTestConfiguration({ environment: {} });
  const parts = { recording, tell: screen.write };
  const session = new TestSession(OPTIONS, configuration, { folder, closed: [] }, parts);
  const watch = new TestWatch(session, OPTIONS, ioOf(folder, screen, KEYS));
  const watched = await watch.runAll();
  expect(screen.text).toContain("removed a.test.fixtures.json");
  expect(watched).toEqual([join(folder, "a.test.bas"), join(folder, "a.bas")]);
});

test("without a terminal it runs, waits and ends with the signal", async () => {
  const files = { "a.bas": answering("a", "one"), "a.test.bas": expecting("a", "one") };
  const { first, stop, ended } = await started(files, { filter: "nothing" }, false);
  expect(first).toMatch(/GB5402[^]*\nwaiting for a change\n$/);
  stop();
  expect(await ended).toBe(0);
});

test("a path that is not there is told at once", async () => {
  const { code, stderr } = await gbasic(["test", "nowhere", "--watch"], await folderWith({}));
  expect(stderr).toContain("GB3390");
  expect(code).toBe(2);
});
