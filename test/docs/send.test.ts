import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { whatsAppEvents } from "../../src/testing/events/whatsapp/index.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { startServe } from "../server/start-serve.ts";
import { fencedBlocks } from "./fenced-blocks.ts";

const PAGE = "docs/send.md";
const COMMAND = "npx gbasic ";
const blocks = fencedBlocks().filter(({ place }) => place.startsWith(`${PAGE}:`));

/** Leaves out what differs from run to run. */
function constant(text: string, port = "3000"): string {
  return text
    .replaceAll(/ in \d+ ms/g, " in N ms")
    .replaceAll(/wamid\.[\w+/=]{32}/g, "wamid.NEW")
    .replaceAll(/\b(CA|SM)[0-9a-f]{32}/g, "$1NEW")
    .replaceAll(`:${port}/`, ":PORT/");
}

/** Splits a line as a shell does that knows quotes alone. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

test("the commands of the page print what it shows", async () => {
  const script = blocks.find(({ tag }) => tag === "basic")?.text ?? "";
  const folder = await folderWith({
    "bot.bas": script,
    "event.json": '{"a":1}',
    "payment.json": blocks.find(({ tag }) => tag === "json")?.text ?? "",
  });
  const { url } = await startServe(folder, { paths: ["bot.bas"] }, {});
  const { port } = new URL(url);
  const shown = blocks.filter(({ tag }) => tag === "sh");
  expect(shown.length).toBeGreaterThan(4);
  for (const { text, output } of shown) {
    const typed = [...(output ?? "").matchAll(/^> (.*\n)/gm)].map(([, line]) => line).join("");
    let printed = "";
    for (const line of text.trimEnd().split("\n")) {
      expect(line).toMatch(/^npx gbasic (send|call) /);
      const args = wordsOf(line.slice(COMMAND.length));
      const { code, stdout } = await gbasic(args, folder, { PORT: port }, typed);
      expect({ line, code }).toEqual({ line, code: 0 });
      printed += stdout;
    }
    // A terminal shows what is typed.
    const expected = output?.replaceAll(/^> .*\n/gm, "> ");
    if (expected !== undefined) expect(constant(printed, port)).toBe(constant(expected));
  }
});

test("the page names every type of event", () => {
  const page = readFileSync(PAGE, "utf8");
  const missing = whatsAppEvents.filter(
    ({ name }) => !page.includes(`\`${name.replaceAll(" ", "-")}\``),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});
