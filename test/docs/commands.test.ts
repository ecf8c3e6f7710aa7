import { generateKeyPairSync } from "node:crypto";
import { cpSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { configurationMessages } from "../../src/diagnostics/codes/configuration.ts";
import { readConfiguration } from "../../src/host/configuration.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { curl } from "../diagnostics/curl.ts";
import { startServe } from "../server/start-serve.ts";
import { fencedBlocks } from "./fenced-blocks.ts";

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

const blocks = fencedBlocks();
const PAGES = ["README.md", ...globSync("docs/*.md").sort()];

/** The commands that stand in the text of the pages, without `npx gbasic`, each once. */
const commands = new Set(
  PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/`npx gbasic ([^`]+)`/g)].map(
      ([, words = ""]) => words,
    ),
  ),
);

/** Gives the help of the command that some words begin with. */
async function helpOf(words: readonly string[]): Promise<string | undefined> {
  for (let count = words.length; count > 0; count--) {
    const named = words.slice(0, count);
    const { stdout } = await gbasic([...named, "--help"], ".");
    if (stdout.startsWith(`Usage: gbasic ${named.join(" ")} `)) return stdout;
  }
  return undefined;
}

describe("each command in the text of a page is one that there is, with its options", () => {
  test.each([...commands])("%s", async (written) => {
    const words = written.split(/\s+/);
    const plain = words.findIndex((word) => !/^[a-z-]+$/.test(word) || word.startsWith("-"));
    const help = await helpOf(plain < 0 ? words : words.slice(0, plain));
    expect(help).toBeDefined();
    for (const option of written.match(/--[a-z-]+/g) ?? []) expect(help).toContain(option);
  });
});

const KEY = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();
const SETTINGS = /^(?:[A-Z][A-Z0-9_]*=.*\n)+$/;

describe("settings that a page shows are known, and have values that they can have", () => {
  const shown = blocks.filter(({ text }) => SETTINGS.test(text));

  test("there are such pages", () => {
    expect(shown.map(({ place }) => place.split(":")[0])).toEqual(
      expect.arrayContaining([
        "docs/http.md",
        "docs/mail.md",
        "docs/twilio.md",
        "docs/whatsapp.md",
      ]),
    );
  });

  test.each(shown.map(({ place, text }) => [place, text] as const))("%s", (_, text) => {
    // A page that shows the beginning of a key alone means a whole one.
    const settings = parse(text.replace(/"-----BEGIN[^"]*"/, JSON.stringify(KEY)));
    const { messages } = readConfiguration(new Map(Object.entries(settings)));
    const unknown = configurationMessages.unknownName("").code;
    expect(
      messages.filter(({ severity, code }) => severity === "error" || code === unknown),
    ).toEqual([]);
  });
});

test("the first look of README.md shows what it says", async () => {
  const own = blocks.filter(({ place }) => place.startsWith("README.md:"));
  const hello = own.find(({ tag }) => tag === "basic")?.text ?? "";
  const folder = await folderWith({});
  cpSync("scripts", join(folder, "scripts"), { recursive: true });
  const served = await folderWith({ "hello.bas": hello });
  cpSync(join(served, "hello.bas"), join(folder, "scripts/hello.bas"));
  const { url, output } = await startServe(folder, { paths: ["scripts"] }, {});
  const calls = own.filter(({ tag, text }) => tag === "sh" && text.startsWith("curl "));
  const answers = [];
  for (const { text } of calls) {
    answers.push(await curl(text.trim().slice(5).replace("http://127.0.0.1:3000", url)));
  }
  const xml = own.find(({ tag }) => tag === "xml")?.text.trim();
  expect(answers).toEqual([
    xml,
    expect.stringContaining("Your code has been received."),
    "OK",
    "Hello, Ana!",
  ]);
  for (const { text } of own.filter(
    ({ tag, text }) => tag === "" && text.startsWith("simulated"),
  )) {
    await vi.waitFor(() => expect(output.stdout + output.stderr).toContain(text.trim()));
  }
});
