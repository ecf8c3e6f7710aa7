import { link } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";
import { folderWith, gbasic } from "../cli/command.ts";

const TLS = "tls/key.txt";
const CLOSED = [".env", "store/notes.txt", TLS, "settings.txt", "orders.txt"];
const OPEN = "copy.txt";

/** What TRIM gives is known when it runs: a path that stands there itself is an error before. */
const sending = (path: string) =>
  `SEND MAIL "ana@example.com", "News", "See the file.", TRIM("${path}")\n`;
const answering = (path: string, at: number) =>
  `ON WEBHOOK POST TO "/${String(at)}" DO\n${sending(path)}END ON\n`;

/** The data folder has a visible name, and files of the server have a second name that looks harmless. */
async function folderOf(scripts: Readonly<Record<string, string>>, settings = ".env") {
  const folder = await folderWith({
    ...scripts,
    ".env": "secret",
    [settings]: `GBASIC_DATA=store\nTLS_KEY=${TLS}\nTLS_CERT=tls/cert.txt\n`,
    "store/notes.txt": "secret",
    [TLS]: "secret",
    "tls/cert.txt": "open",
  });
  await link(join(folder, ".env"), join(folder, "settings.txt"));
  await link(join(folder, "store/notes.txt"), join(folder, "orders.txt"));
  await link(join(folder, "tls/cert.txt"), join(folder, OPEN));
  return folder;
}

test("tests read no file that the server refuses", async () => {
  const tests = CLOSED.map(
    (path, at) =>
      `TEST "${path}"\nRECEIVE POST "/${String(at)}"\nEXPECT ERROR "GB4234"\nEXPECT NOTHING SENT\nEND TEST\n`,
  );
  const open = `TEST "open"\nRECEIVE POST "/${String(CLOSED.length)}"\nEXPECT LEN(SENT MESSAGES) = 1\nEND TEST\n`;
  const folder = await folderOf({
    "bot.bas": [...CLOSED, OPEN].map(answering).join(""),
    "bot.test.bas": [...tests, open].join(""),
  });
  const { code, stdout } = await gbasic(["test"], folder);
  expect(stdout).toMatch(new RegExp(`${String(CLOSED.length + 1)} passed`));
  expect(code).toBe(0);
});

test("and the environment says where they are, as it does for the server", async () => {
  const folder = await folderOf(
    {
      "bot.bas": answering("store/notes.txt", 0),
      "bot.test.bas": `TEST "a"\nRECEIVE POST "/0"\nEXPECT ERROR "GB4234"\nEND TEST\n`,
    },
    "other.env",
  );
  expect((await gbasic(["test"], folder)).code).toBe(1);
  expect((await gbasic(["test"], folder, { GBASIC_DATA: "store" })).code).toBe(0);
});

test("neither do beds of TypeScript, nor gbasic run", async () => {
  const folder = await folderOf({ "run.bas": sending("store/notes.txt") });
  await using bed = await testBed({
    text: [...CLOSED, OPEN].map(answering).join(""),
    folder,
  });
  for (const [at, path] of CLOSED.entries()) {
    await bed.request("POST", `/${String(at)}`);
    expect([path, bed.takeErrors()]).toMatchObject([path, [{ code: "GB4234" }]]);
  }
  await bed.request("POST", `/${String(CLOSED.length)}`);
  expect(bed.sent).toHaveLength(1);
  expect((await gbasic(["run", "run.bas"], folder)).stderr).toContain("GB4234");
});
