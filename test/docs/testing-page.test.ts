import { readFileSync } from "node:fs";
import { format } from "prettier";
import { beforeAll, expect, test } from "vitest";
import { whatsAppEvents } from "../../src/testing/events/whatsapp/index.ts";
import { SENT_KINDS } from "../../src/testing/sent-kinds.ts";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const PAGE = readFileSync("docs/testing.md", "utf8");
const README = readFileSync("README.md", "utf8");

function blockAfter(mark: string, page = PAGE): string {
  const from = page.indexOf(mark);
  const block = /```[^\n]*\n([^]*?)```/.exec(page.slice(from))?.[1];
  if (from === -1 || block === undefined) throw new Error(`no block after ${mark}`);
  return block;
}

test("the script, its tests and their report are as the page shows them", async () => {
  const script = blockAfter("This is `orders.bas`");
  const tests = blockAfter("And this is `orders.test.bas`");
  const folder = await folderWith({ "orders.bas": script, "orders.test.bas": tests });
  const { code, stdout, stderr } = await gbasic(["test"], folder);
  expect(stdout.replaceAll(/ \(\d+ ms\)/g, "")).toBe(blockAfter("`npx gbasic test` shows"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect((await gbasic(["check", "."], folder)).stdout).toContain("0 errors, 0 warnings");
  expect((await gbasic(["fmt", "--check", "."], folder)).code).toBe(0);
});

test("the script that calls over HTTP and its tests are as the page shows them", async () => {
  const script = blockAfter("This is `shop.bas`");
  const tests = blockAfter("And this is `shop.test.bas`");
  const folder = await folderWith({ "shop.bas": script, "shop.test.bas": tests });
  const { code, stdout } = await gbasic(["test", "shop.test.bas"], folder);
  expect(stdout.replaceAll(/ \(\d+ ms\)/g, "")).toBe(
    blockAfter("`npx gbasic test shop.test.bas` shows"),
  );
  expect(code).toBe(0);
  expect((await gbasic(["check", "."], folder)).stdout).toContain("0 errors, 0 warnings");
  expect((await gbasic(["fmt", "--check", "."], folder)).code).toBe(0);
});

test("the test in README.md passes on the script that is there", async () => {
  const folder = await folderWith({
    "scripts/hello.bas": blockAfter("Put this into `scripts/hello.bas`", README),
    "scripts/hello.test.bas": blockAfter("Put this into `scripts/hello.test.bas`", README),
  });
  const { code, stdout } = await gbasic(["test", "scripts"], folder);
  expect(stdout).toContain("1 passed");
  expect(code).toBe(0);
});

test("the page names all that a WhatsApp message can be", () => {
  const row = /^\| `type` .*$/m.exec(PAGE)?.[0] ?? "";
  const named = row
    .split("|")
    .at(-2)
    ?.trim()
    .split(/, | or /);
  expect(named?.toSorted()).toEqual(SENT_KINDS.toSorted());
});

/** `RECEIVE WHATSAPP LOCATION latitude, longitude`, and the clauses of its own. */
function eventTable(): string {
  const rows = whatsAppEvents.map(({ name, fields }) => {
    const required = fields.filter((field) => field.required);
    const values = required.map((field, at) => {
      const joiner = field.name === "message id" && at > 0 ? " FOR" : at === 0 ? "" : ",";
      return `${joiner} ${field.name}`;
    });
    const clauses = fields.filter((field) => !field.required);
    const own = clauses.map((field) => `\`${field.name.toUpperCase()}\``).join(", ");
    return `| \`${name.toUpperCase()}\`${values.join("")} | ${own} |`;
  });
  return ["| event | its own clauses |", "| --- | --- |", ...rows].join("\n");
}

test("the page names every clause of every event (vitest -u writes it)", async () => {
  const table = /(<!-- Made of src\/testing\/events[^\n]*-->\n)[^]*?(<!-- end -->)/;
  const written = PAGE.replace(table, (_, begin, end) => `${begin}\n${eventTable()}\n\n${end}`);
  expect(PAGE).toMatch(table);
  const page = await format(written, { parser: "markdown", printWidth: 100 });
  await expect(page).toMatchFileSnapshot("../../docs/testing.md");
});
