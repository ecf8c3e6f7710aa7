import { expect, test } from "vitest";
import { findScripts } from "../../src/cli/find-scripts.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { folderWith } from "./command.ts";

async function pathsIn(folder: string, paths: readonly string[]) {
  return (await findScripts(paths, folder)).map(({ file }) => file.path);
}

async function refusal(folder: string, paths: readonly string[]): Promise<string> {
  const error = await findScripts(paths, folder).catch((caught: unknown) => caught);
  if (!(error instanceof UsageError)) throw new Error(`no usage error: ${String(error)}`);
  return `${error.detail.code} ${error.detail.message}`;
}

test("finds scripts in folders below folders, sorted, without tests and hidden folders", async () => {
  const folder = await folderWith({
    "scripts/b.bas": "",
    "scripts/a.test.bas": "",
    "scripts/deep/er/A.BAS": "",
    "scripts/.hidden/x.bas": "",
    "scripts/node_modules/x.bas": "",
    "scripts/readme.md": "",
  });
  expect(await pathsIn(folder, ["scripts"])).toEqual(["scripts/b.bas", "scripts/deep/er/A.BAS"]);
  expect(await pathsIn(folder, ["."])).toEqual(["scripts/b.bas", "scripts/deep/er/A.BAS"]);
});

test("reads a file that is named outright, and each file once", async () => {
  const folder = await folderWith({ "a.test.bas": "", "b.txt": "", "c.bas": "" });
  expect(await pathsIn(folder, ["a.test.bas", "b.txt", ".", "./c.bas"])).toEqual([
    "a.test.bas",
    "b.txt",
    "c.bas",
  ]);
});

test("drops a byte-order mark and keeps other characters", async () => {
  const folder = await folderWith({ "a.bas": '\ufeffPRINT "olá"' });
  const [script] = await findScripts(["a.bas"], folder);
  expect(script?.file.text).toBe('PRINT "olá"');
});

test("says what is wrong with a path", async () => {
  const folder = await folderWith({
    "latin.bas": new Uint8Array([0x50, 0xe1, 0x20]),
    "empty/readme.md": "",
  });
  expect(await refusal(folder, ["missing"])).toBe("GB3390 there is no file or folder missing");
  expect(await refusal(folder, ["latin.bas/inner.bas"])).toBe(
    "GB3391 latin.bas/inner.bas cannot be read: ENOTDIR",
  );
  expect(await refusal(folder, ["latin.bas"])).toBe("GB3392 latin.bas is not UTF-8 text");
  expect(await refusal(folder, ["empty"])).toBe("GB3393 there is no script in empty");
});
