import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";

const LIB = 'FUNCTION GREETING FOR NAME$\n  RETURN "Hi " + NAME$\nEND FUNCTION\n';

test("run reads what a script includes, from the folder of the script", async () => {
  const folder = await folderWith({
    "scripts/a.bas": 'INCLUDE "lib/greet.bas"\nPRINT GREETING FOR "Ana"\n',
    "scripts/lib/greet.bas": 'INCLUDE "../name.bas"\n' + LIB,
    "scripts/name.bas": 'PRINT "once"\n',
  });
  expect(await gbasic(["run", "scripts/a.bas"], folder)).toEqual({
    code: 0,
    stdout: "once\nHi Ana\n",
    stderr: "",
  });
});

test("check tells of each file once, whether it is named or only included", async () => {
  const folder = await folderWith({
    "s/a.bas": 'INCLUDE "lib.bas"\nPRINT GREETING FOR "Ana"\n',
    "s/b.bas": 'INCLUDE "lib.bas"\nPRINT GREETING FOR "Bo"\n',
    "s/lib.bas": `${LIB}PRINT WHO$\n`,
  });
  for (const path of ["s", "s/a.bas"]) {
    const { stdout } = await gbasic(["check", path, "--format", "json"], folder);
    expect(JSON.parse(stdout)).toMatchObject([{ code: "GB2101", file: "s/lib.bas", line: 4 }]);
  }
});

test("a file that is not there gets the name that is near", async () => {
  const folder = await folderWith({
    "a.bas": 'INCLUDE "lib/gret.bas"\nPRINT GREETING FOR "Ana"\n',
    "lib/greet.bas": LIB,
  });
  const { code, stdout } = await gbasic(["check", "a.bas"], folder);
  expect([code, stdout]).toEqual([
    1,
    `a.bas:1:9 error GB2270: there is no file lib/gret.bas
  1 | INCLUDE "lib/gret.bas"
    |         ^^^^^^^^^^^^^^
  hint: did you mean lib/greet.bas?

1 file, 1 error, 0 warnings
`,
  ]);
});

test("nothing outside the folder is read, by links neither", async () => {
  const folder = await folderWith({
    "x.bas": "PRINT 1\n",
    "s/a.bas": 'INCLUDE "../x.bas"\nINCLUDE "link.bas"\nINCLUDE "/etc/x.bas"\nPRINT 1\n',
    "s/deep/b.bas": 'INCLUDE "../../x.bas"\n',
  });
  await symlink(join(folder, "x.bas"), join(folder, "s/link.bas"));
  const found = async (...paths: string[]) => {
    const { stdout } = await gbasic(["check", ...paths, "--format", "json"], folder);
    return (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
  };
  expect(await found("s")).toEqual(["GB2272", "GB2272", "GB2272", "GB2272"]);
  // A script that is named by itself may include what is in the working folder.
  expect(await found("s/deep/b.bas")).toEqual([]);
  expect(await found(".")).toEqual(["GB2272"]);
});

test("what cannot be read is said where it is included", async () => {
  const folder = await folderWith({
    "a.bas": 'INCLUDE "latin.bas"\nINCLUDE "folder.bas"\nPRINT 1\n',
    "latin.bas": new Uint8Array([0x27, 0xe1]),
    "folder.bas/x": "",
  });
  const { stdout } = await gbasic(["check", "a.bas"], folder);
  expect(stdout).toContain("GB2274: latin.bas cannot be read: it is not UTF-8 text");
  expect(stdout).toContain("GB2274: folder.bas cannot be read: EISDIR");
});

test("fmt and --fix know the names that are included", async () => {
  const folder = await folderWith({
    "a.bas": 'include "lib.bas"\nprint greeting for "Ana"\nprint twice 3+1\n',
    "lib.bas": "FUNCTION TWICE(N)\n  RETURN N * 2\nEND FUNCTION\n" + LIB,
  });
  const { code, stderr } = await gbasic(["fmt", "a.bas"], folder);
  expect([code, stderr]).toEqual([0, ""]);
  expect(await gbasic(["check", "a.bas", "--fix"], folder)).toMatchObject({ code: 0 });
  expect((await gbasic(["run", "a.bas"], folder)).stdout).toBe("Hi Ana\n8\n");
});
