import { chmod, lstat, readdir, readFile, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";

const read = (folder: string, path: string) => readFile(join(folder, path), "utf8");

test("formats the scripts of files and folders, tests too, and names those that it changed", async () => {
  const folder = await folderWith({
    "a.bas": "print 1\n",
    "scripts/b.bas": "PRINT 1\n",
    "scripts/c.test.bas": "print  2",
    "scripts/d.txt": "print 3\n",
  });
  expect(await gbasic(["fmt", "scripts", "a.bas"], folder)).toEqual({
    code: 0,
    stdout: "a.bas\nscripts/c.test.bas\n3 files, 2 changed\n",
    stderr: "",
  });
  expect(await read(folder, "a.bas")).toBe("PRINT 1\n");
  expect(await read(folder, "scripts/c.test.bas")).toBe("PRINT 2\n");
  expect(await read(folder, "scripts/d.txt")).toBe("print 3\n");
  expect((await gbasic(["fmt", "."], folder)).stdout).toBe("3 files, 0 changed\n");
});

test("--check names what is not in the style, changes nothing and ends with 1", async () => {
  const folder = await folderWith({ "a.bas": "print 1\n", "b.bas": "PRINT 1\n" });
  expect(await gbasic(["fmt", "--check", "."], folder)).toEqual({
    code: 1,
    stdout: "a.bas\n2 files, 1 would change\n",
    stderr: "",
  });
  expect(await read(folder, "a.bas")).toBe("print 1\n");
  expect((await gbasic(["fmt", "--check", "b.bas"], folder)).code).toBe(0);
});

test("leaves a script with errors as it is, tells them, and formats the others", async () => {
  const folder = await folderWith({ "a.bas": "print (1\n", "b.bas": "print 1\n" });
  const { code, stdout, stderr } = await gbasic(["fmt", "."], folder);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "b.bas\n2 files, 1 changed\n" });
  expect(stderr).toMatch(/^a\.bas:1:7 error GB1006: this \( is never closed\n {2}1 \| print \(1\n/);
  expect(await read(folder, "a.bas")).toBe("print (1\n");
});

test("what only the checker would say does not matter", async () => {
  const folder = await folderWith({ "a.bas": "prnt  1\nprint NEVER_SET" });
  expect((await gbasic(["fmt", "a.bas"], folder)).code).toBe(0);
  expect(await read(folder, "a.bas")).toBe("prnt 1\nPRINT NEVER_SET\n");
});

test("- formats standard input to standard output", async () => {
  const folder = await folderWith({});
  const fmt = (input: string | Uint8Array, ...args: string[]) =>
    gbasic(["fmt", "-", ...args], folder, {}, input);
  expect(await fmt("print 1")).toEqual({ code: 0, stdout: "PRINT 1\n", stderr: "" });
  expect(await fmt("print 1", "--check")).toEqual({ code: 1, stdout: "<stdin>\n", stderr: "" });
  expect(await fmt("PRINT 1\n", "--check")).toEqual({ code: 0, stdout: "", stderr: "" });
  const wrong = await fmt("print (1");
  expect(wrong).toMatchObject({ code: 1, stdout: "" });
  expect(wrong.stderr).toContain("<stdin>:1:7 error GB1006");
  expect(await fmt(new Uint8Array([0xff]))).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("GB3392: <stdin> is not UTF-8 text") as string,
  });
});

test("a byte-order mark and the line ends of Windows stay", async () => {
  const folder = await folderWith({ "a.bas": "\uFEFFprint 1\r\nprint 2" });
  await gbasic(["fmt", "a.bas"], folder);
  expect(await read(folder, "a.bas")).toBe("\uFEFFPRINT 1\r\nPRINT 2\r\n");
  const input = await gbasic(["fmt", "-"], folder, {}, "\uFEFFprint 1");
  expect(input.stdout).toBe("\uFEFFPRINT 1\n");
});

test("a file keeps its rights, a link stays a link, and nothing else is left in the folder", async () => {
  const folder = await folderWith({ "real/a.bas": "print 1\n" });
  await chmod(join(folder, "real/a.bas"), 0o640);
  await symlink("real/a.bas", join(folder, "link.bas"));
  await gbasic(["fmt", "link.bas"], folder);
  expect(await read(folder, "real/a.bas")).toBe("PRINT 1\n");
  expect((await stat(join(folder, "real/a.bas"))).mode & 0o777).toBe(0o640);
  expect((await lstat(join(folder, "link.bas"))).isSymbolicLink()).toBe(true);
  expect(await readdir(join(folder, "real"))).toEqual(["a.bas"]);
});

test("needs a path", async () => {
  const folder = await folderWith({});
  expect((await gbasic(["fmt"], folder)).code).toBe(2);
  expect((await gbasic(["fmt", "nowhere.bas"], folder)).code).toBe(2);
});
