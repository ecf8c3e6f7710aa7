import { writeFileSync } from "node:fs";
import { mkdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";

const TO = 'SEND WHATSAPP TO "5511999999999" WITH';
const MAIL = 'SEND MAIL TO "ana@example.com" WITH SUBJECT "a"';
const FILES = { "s/tea.png": "x", "s/empty.png": "", "s/shop/near.png": "x", "tea.pdf": "x" };

/** What is said of each line of a script in the folder s, as its codes. */
async function codesOf(lines: readonly string[], named = "s"): Promise<string[]> {
  const folder = await folderWith({ ...FILES, "s/shop/a.bas": lines.join("\n") });
  for (const [name, megabytes] of [
    ["big.png", 6],
    ["huge.pdf", 101],
    ["half.pdf", 13],
  ] as const) {
    writeFileSync(join(folder, "s", name), "");
    await truncate(join(folder, "s", name), megabytes * 1024 * 1024);
  }
  await mkdir(join(folder, "s/folder.pdf"));
  const { stdout } = await gbasic(["check", named], folder);
  const found = [...stdout.matchAll(/a\.bas:(\d+):\d+ (\w+ GB\d{4})/g)];
  return lines.map((_, at) =>
    found.flatMap(([, line, code]) => (line === String(at + 1) ? [code] : [])).join(" "),
  );
}

test("files that a script names are looked at as they lie now", async () => {
  const lines = [
    [`${TO} IMAGE FROM "tea.png"`, ""],
    [`${TO} IMAGE FROM "empty.png"`, "warning GB2477"],
    [`${TO} IMAGE FROM "big.png"`, "warning GB2477"],
    [`${TO} IMAGE FROM "none.png"`, "warning GB2476"],
    [`${TO} IMAGE FROM "../tea.png"`, "error GB4231"],
    [`${TO} IMAGE FROM "/tea.png"`, "warning GB2476"],
    [`${TO} DOCUMENT FROM "tea.pdf"`, "warning GB2476"],
    [`${TO} DOCUMENT FROM "huge.pdf"`, "warning GB2477"],
    [`${TO} DOCUMENT FROM "folder.pdf"`, "warning GB2477"],
    [`${TO} DOCUMENT FROM "tea.png/a.pdf"`, "warning GB2477"],
    [`${TO} BUTTONS "a" ITEMS "b" IMAGE "none.png"`, "warning GB2476"],
    [`${MAIL} ATTACH "tea.png"`, ""],
    [`${MAIL} ATTACH ["tea.png", "none.png"]`, "warning GB2476"],
    [`${MAIL} ATTACH "empty.png"`, "warning GB2478"],
    [`${MAIL} ATTACH ["half.pdf", "half.pdf"]`, "warning GB2477"],
    [`${MAIL} ATTACH ".env"`, "error GB4234"],
    [`A = PUT "https://example.com" FILE ".gbasic/gbasic.db"`, "error GB4234"],
    [`${TO} IMAGE FROM "a/../.b/tea.png"`, "error GB4234"],
    [`${MAIL} ATTACH 7`, "error GB3332"],
    [`${MAIL} TEMPLATE "none.html"`, "warning GB2476"],
    [`SEND FILE TO "5511999999999", "empty.png"`, "warning GB2477"],
    [`SEND FILE TO "email:ana@example.com", "empty.png"`, "warning GB2478"],
    [`SEND FILE TO LCASE$("a"), "empty.png"`, ""],
    [`SEND FILE TO LCASE$("a"), "none.png"`, "warning GB2476"],
    [`A = POST "https://example.com" ATTACH { "a": { "path": "none.csv" } }`, "warning GB2476"],
    [`A = PUT "https://example.com" FILE "none.csv"`, "warning GB2476"],
    [`A = PUT "https://example.com" FILE " "`, "error GB4756"],
  ] as const;
  const found = await codesOf(lines.map(([line]) => line));
  expect(lines.map(([line], at) => [line, found[at]])).toEqual(lines);
});

test("what may come while the script runs, or from elsewhere, is not looked for", async () => {
  const lines = [
    `A = DOWNLOAD "https://example.com/a.png" AS "a.png"`,
    `${TO} IMAGE FROM A`,
    `${TO} IMAGE FROM "https://example.com/none.png"`,
    `${TO} IMAGE FROM "1003383421387256"`,
    `${MAIL} ATTACH ["https://example.com/a.pdf", A]`,
  ];
  expect(await codesOf(lines)).toEqual(lines.map(() => ""));
});

test("a path below media/ that is written by hand finds no file that was fetched", async () => {
  const lines = [`${TO} IMAGE FROM "media/a.png"`, `${MAIL} ATTACH ["tea.png", "media/b.pdf"]`];
  expect(await codesOf(lines)).toEqual(lines.map(() => "warning GB4860"));
});

test("check takes any folder between a script and what is named for the one that will be served", async () => {
  const lines = ["tea.png", "near.png", "none.png"].map((file) => `${TO} IMAGE FROM "${file}"`);
  const missing = "warning GB2476";
  expect(await codesOf(lines, "s/shop/a.bas")).toEqual(["", "", missing]);
  expect(await codesOf(lines, ".")).toEqual(["", "", missing]);
  expect(await codesOf(lines)).toEqual(["", "", missing]);
});

test("and where scripts are served, their folder is known", async () => {
  const script = `${TO} IMAGE FROM "tea.png"\n${TO} IMAGE FROM "near.png"\n`;
  const folder = await folderWith({ ...FILES, "s/shop/a.bas": script });
  const { stdout, stderr } = await gbasic(["doctor", "s"], folder);
  const found = `${stdout}${stderr}`.match(/a\.bas:\d+:\d+ warning GB2476: [^,]*, \w+/g);
  expect(found).toEqual([
    'a.bas:2:50 warning GB2476: there is no file "near.png" in the folder of the scripts, s',
  ]);
});

test("a name that is nearly the same is proposed", async () => {
  const script = `${TO} IMAGE FROM "pictures/teas.png"\n${TO} IMAGE FROM "pictures/cup.jpg"\n`;
  const files = { "pictures/tea.png": "x", "pictures/cup.png": "x" };
  const folder = await folderWith({ ...files, "a.bas": script });
  const { stdout } = await gbasic(["check", "a.bas"], folder);
  expect(stdout).toContain("hint: did you mean pictures/tea.png?");
  expect(stdout).toContain("hint: did you mean pictures/cup.png?");
});
