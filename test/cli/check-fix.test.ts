import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { writeScripts } from "../../src/cli/write-scripts.ts";
import { folderWith, gbasic } from "./command.ts";

const read = (folder: string, path: string) => readFile(join(folder, path), "utf8");

test("--fix mends what can be mended, tells so, and tells what is left", async () => {
  const folder = await folderWith({ "a.bas": 'PRINT "\\d"\nPRINT NEVER_SET\n' });
  const { code, stdout, stderr } = await gbasic(["check", "a.bas", "--fix"], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`fixed a.bas:1:8 GB1011: doubles the backslash

a.bas:2:7 warning GB2101: NEVER_SET is never set, so it reads as null
  2 | PRINT NEVER_SET
    |       ^^^^^^^^^

1 file, 0 errors, 1 warning
`);
  expect(await read(folder, "a.bas")).toBe('PRINT "\\\\d"\nPRINT NEVER_SET\n');
});

test("several fixes in a line and in a file are made at once or in rounds", async () => {
  const text = `' gbasic-ignore GB2101, GB2303, GB2501: old
PRINT "\\d\\w\\d"
PRINT "\\q"
`;
  const folder = await folderWith({ "a.bas": text, "b/c.bas": 'PRINT "\\z"\n' });
  const { code, stdout } = await gbasic(["check", ".", "--fix"], folder);
  expect(code).toBe(0);
  expect(await read(folder, "a.bas")).toBe('PRINT "\\\\d\\\\w\\\\d"\nPRINT "\\\\q"\n');
  expect(await read(folder, "b/c.bas")).toBe('PRINT "\\\\z"\n');
  expect(stdout).toMatch(/^fixed a\.bas:1:17 GB2590: takes GB2101 out\n/);
  expect(stdout).toContain("\nfixed b/c.bas:1:8 GB1011: doubles the backslash\n");
  expect(stdout.match(/^fixed /gm)).toHaveLength(8);
  expect(stdout).toMatch(/\n2 files, 0 errors, 0 warnings\n$/);
});

test("everything else stays byte for byte: a byte-order mark, line ends, blanks, odd characters", async () => {
  const around = (text: string) =>
    `\uFEFF  rem  caf\u00e9 \u{1F600}\t\r\n\tPRINT "${text}"  ' x \n\r\n`;
  const folder = await folderWith({ "a.bas": around("\\d"), "b.bas": "PRINT 1" });
  const { code } = await gbasic(["check", "a.bas", "b.bas", "--fix"], folder);
  expect(code).toBe(0);
  expect(await readFile(join(folder, "a.bas"))).toEqual(Buffer.from(around("\\\\d")));
  expect(await read(folder, "b.bas")).toBe("PRINT 1");
});

test("--dry-run shows the change as a patch and leaves the file alone", async () => {
  const text = 'PRINT 1\nPRINT 2\nPRINT 3\nPRINT "\\d"\n';
  const folder = await folderWith({ "a.bas": text });
  const { code, stdout } = await gbasic(["check", "a.bas", "--dry-run"], folder);
  expect(code).toBe(0);
  expect(stdout).toBe(`would fix a.bas:4:8 GB1011: doubles the backslash

--- a.bas
+++ a.bas
@@ -2,3 +2,3 @@
 PRINT 2
 PRINT 3
-PRINT "\\d"
+PRINT "\\\\d"

1 file, 0 errors, 0 warnings
`);
  expect(await read(folder, "a.bas")).toBe(text);
});

test("with json, what was fixed goes to standard error", async () => {
  const folder = await folderWith({ "a.bas": 'PRINT "\\d"\n' });
  const { stdout, stderr } = await gbasic(["check", "a.bas", "--fix", "--format", "json"], folder);
  expect(stdout).toBe("[]\n");
  expect(stderr).toBe("fixed a.bas:1:8 GB1011: doubles the backslash\n\n");
});

test("a file with an error is fixed too, and the exit code tells of the error", async () => {
  const folder = await folderWith({ "a.bas": 'PRINT "\\d"\nPRNT 1\n' });
  const { code, stdout } = await gbasic(["check", "a.bas", "--fix"], folder);
  expect(code).toBe(1);
  expect(stdout).toContain("GB2202");
  expect(await read(folder, "a.bas")).toBe('PRINT "\\\\d"\nPRNT 1\n');
});

test("a script that changed since it was read is not written", async () => {
  const folder = await folderWith({ "a.bas": "PRINT 2\n" });
  const before = new SourceFile("a.bas", "PRINT 1\n");
  const after = new SourceFile("a.bas", "PRINT 3\n");
  await expect(writeScripts([before], [after], folder)).rejects.toMatchObject({
    detail: { code: "GB3396" },
  });
  expect(await read(folder, "a.bas")).toBe("PRINT 2\n");
  await writeFile(join(folder, "a.bas"), before.text);
  await writeScripts([before], [after], folder);
  expect(await read(folder, "a.bas")).toBe("PRINT 3\n");
});

test("a script that cannot be written stays, and the command says why", async () => {
  // The text is written beside the file first, under a longer name.
  const name = `${"a".repeat(240)}.bas`;
  const folder = await folderWith({ [name]: "print 1\n" });
  const { code, stderr } = await gbasic(["fmt", name], folder);
  expect(code).toBe(2);
  expect(stderr).toContain("GB3397");
  expect(stderr).toContain("cannot be written: ENAMETOOLONG");
  expect(await read(folder, name)).toBe("print 1\n");
});
