import { expect, test } from "vitest";
import { folderWith, gbasicProcess, gbasicUntilRead } from "./command.ts";

/** Runs a module before the command. */
const preload = (source: string) => `--import=data:text/javascript,${encodeURIComponent(source)}`;

const pretendNode = (version: string) =>
  preload(`const versions = { ...process.versions, node: "${version}" };
Object.defineProperty(process, "versions", { value: versions });`);

/** Writes the address of every module that is loaded to standard error. */
const TRACE_MODULES = preload(`import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    process.stderr.write(url + "\\n");
    return next(url, context);
  },
});`);

test.each(["20.20.2", "22.17.1"])("says in one line that Node %s is too old", async (version) => {
  const folder = await folderWith({});
  const outcome = await gbasicProcess(["check", "."], folder, {
    NODE_OPTIONS: pretendNode(version),
  });
  expect(outcome).toEqual({
    code: 2,
    stdout: "",
    stderr: `gbasic needs Node.js 22.18 or newer, found ${version}\n`,
  });
});

test.each(["22.18.0", "24.0.0", "26.1.0"])("runs on Node %s", async (version) => {
  const folder = await folderWith({});
  const outcome = await gbasicProcess(["--version"], folder, {
    NODE_OPTIONS: pretendNode(version),
  });
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
});

test("check loads nothing of the server, and no channel", async () => {
  const folder = await folderWith({ "a.bas": 'SEND SMS "+55", "hi"\n' });
  const { code, stderr } = await gbasicProcess(["check", "a.bas"], folder, {
    NODE_OPTIONS: TRACE_MODULES,
  });
  const loaded = stderr.split("\n");
  expect(code).toBe(0);
  expect(loaded.some((url) => url.endsWith("/src/syntax/parser.ts"))).toBe(true);
  const unwanted =
    /\/src\/(channels|server|engine|delivery)\/|node_modules\/(express|twilio|nodemailer|pino)\//;
  expect(loaded.filter((url) => unwanted.test(url))).toEqual([]);
});

test("check and run write to the streams of the process and end with its exit code", async () => {
  const folder = await folderWith({ "a.bas": 'PRINT "olá"\nLOG 1\n', "b.bas": "IF THEN\n" });
  expect(await gbasicProcess(["run", "a.bas"], folder)).toEqual({
    code: 0,
    stdout: "olá\n",
    stderr: "a.bas:2 1\n",
  });
  expect(await gbasicProcess(["check", "b.bas"], folder)).toMatchObject({ code: 1, stderr: "" });
});

test.each([
  ["run", 'WHILE TRUE\nPRINT "line"\nWEND\n'],
  ["run", 'WHILE TRUE\nSPEAK\nWEND\nSUB SPEAK\nPRINT "line"\nEND SUB\n'],
  ["check", "PRNIT 1\n".repeat(3000)],
  // More than the pipe takes comes before anything is read.
  [
    "run",
    'FOR I = 1 TO 2000\nPRINT STRING(1000, "x")\nNEXT\nPRINT "end"\nWHILE TRUE\nPRINT 1\nWEND\n',
  ],
])("%s ends quietly when the reader of its output goes away", async (command, script) => {
  const folder = await folderWith({ "a.bas": script });
  expect(await gbasicUntilRead([command, "a.bas"], folder)).toEqual({ code: 141, stderr: "" });
});
