import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { fencedBlocks } from "./fenced-blocks.ts";

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

/** The first block of a page with a tag. */
function firstOf(page: string, wanted: string): string {
  const found = fencedBlocks().find(
    ({ place, tag }) => place.startsWith(`${page}:`) && tag === wanted,
  );
  if (found === undefined) throw new Error(`${page} has no block ${wanted}`);
  return found.text;
}

/** What is typed behind `npx gbasic`, as a shell splits it that knows quotes alone. */
function commandIn(block: string): string[] {
  return [...block.trim().matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, bare]) => quoted ?? bare ?? "")
    .slice(2);
}

describe("the first bot of docs/whatsapp.md", () => {
  const page = "docs/whatsapp.md";
  const files = {
    "bot.bas": firstOf(page, "basic"),
    "bot.test.bas": firstOf(page, "basic test"),
  };

  test("is tested, served and sent a message as the page says", async () => {
    const folder = await folderWith(files);
    expect(await gbasic(["test"], folder)).toMatchObject({ code: 0 });
    const { url, output } = await startServe(folder, { paths: ["bot.bas"] }, {});
    const command = commandIn(firstOf(page, "sh"));
    const { code } = await gbasic(command, folder, { PORT: new URL(url).port });
    expect(code).toBe(0);
    await vi.waitFor(() =>
      expect(output.stdout + output.stderr).toContain(firstOf(page, "").trim()),
    );
  });

  test("answers through Meta with the settings of the page", async () => {
    const meta = await startLocalServer({ status: 200, json: { messages: [{ id: "wamid.1" }] } });
    onTestFinished(() => meta.close());
    const folder = await folderWith({ ...files, ".env": firstOf(page, "env") });
    const api = { WHATSAPP_API_URL: `${meta.url}/v26.0` };
    const options = { paths: ["bot.bas"], production: true };
    const { url, output } = await startServe(folder, options, api);
    expect(output.stdout + output.stderr).toContain("signed by Meta");
    const asked = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    const shake = await fetch(`${url}/webhooks/whatsapp?${asked}a-word-that-you-invent`);
    expect([shake.status, await shake.text()]).toEqual([200, "1158201444"]);
    const command = commandIn(firstOf(page, "sh"));
    const sent = await gbasic(command, folder, { ...api, PORT: new URL(url).port });
    expect(sent.code).toBe(0);
    await vi.waitFor(() => expect(meta.received).toHaveLength(1));
    expect(meta.received[0]?.path).toBe("/v26.0/106540352242922/messages");
    expect(meta.received[0]?.body).toContain("Hello Ana, you wrote: good morning");
  });
});

test("the telephone of docs/twilio.md is tested, served and called as the page says", async () => {
  const page = "docs/twilio.md";
  const folder = await folderWith({
    "phone.bas": firstOf(page, "basic"),
    "phone.test.bas": firstOf(page, "basic test"),
    "production/.env": firstOf(page, "env"),
    "production/phone.bas": firstOf(page, "basic"),
  });
  expect(await gbasic(["test", "phone.test.bas"], folder)).toMatchObject({ code: 0 });
  const places = [
    [folder, false],
    [join(folder, "production"), true],
  ] as const;
  for (const [from, production] of places) {
    const { url } = await startServe(from, { paths: ["phone.bas"], production }, {});
    const { port } = new URL(url);
    const called = await gbasic(["call", "/twilio/voice"], from, { PORT: port });
    expect(called).toMatchObject({ code: 0 });
    expect(called.stdout).toContain("from nine to five");
    const unsigned = await fetch(`${url}/twilio/voice`, { method: "POST" });
    expect(unsigned.status).toBe(production ? 401 : 200);
  }
});
