import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { fencedBlocks } from "./fenced-blocks.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const PAGES = ["docs/mail.md", "docs/securing-webhooks.md", "docs/twilio.md", "docs/whatsapp.md"];

describe.each(PAGES)("%s", (page) => {
  const blocks = fencedBlocks().filter(({ place }) => place.startsWith(`${page}:`));
  /** Each test of the page with the script above it. */
  const tested = blocks.flatMap((block, at) => {
    const script = blocks.slice(0, at).findLast(({ tag }) => tag === "basic");
    return block.tag === "basic test" && script !== undefined ? [{ script, test: block }] : [];
  });

  test("its scripts pass the tests that follow them, and are in one style", async () => {
    const files = tested.flatMap(({ script, test: tests }, at) => [
      [`page${String(at)}.bas`, script.text] as const,
      [`page${String(at)}.test.bas`, tests.text] as const,
    ]);
    const beside = blocks.flatMap(({ tag, text }) => {
      const [, name] = /^html (\S+)$/.exec(tag) ?? [];
      return name === undefined ? [] : [[name, text] as const];
    });
    const folder = await folderWith(Object.fromEntries([...files, ...beside]));
    const { code, stdout, stderr } = await gbasic(["test"], folder);
    expect({ code, stderr, stdout }).toMatchObject({ code: 0, stderr: "" });
    const count = tested.flatMap(({ test: { text } }) => text.match(/^TEST /gm) ?? []).length;
    expect(stdout).toContain(`${String(count)} passed`);
    expect(stdout).not.toContain("✗");
    expect(await gbasic(["fmt", "--check", "."], folder)).toMatchObject({ code: 0 });
  });

  test("each of its scripts is followed by a test", () => {
    const scripts = blocks.filter(({ tag }) => tag === "basic");
    expect(tested.map(({ script }) => script.place)).toEqual(scripts.map(({ place }) => place));
  });
});
