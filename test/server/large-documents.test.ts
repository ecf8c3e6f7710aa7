import { createHash } from "node:crypto";
import { appendFile, open, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createCloudApiChannel } from "../../src/channels/whatsapp/cloud-api-channel.ts";
import { createFileReader } from "../../src/delivery/file-reader.ts";
import type { WhatsAppMessage } from "../../src/host/whatsapp/message.ts";
import { failureOf } from "../contract/channel-contract.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const MEGABYTE = 1024 * 1024;

/** Writes a file of 26 MB in which no piece is as another. @returns its hash */
async function writeLarge(path: string): Promise<string> {
  const hash = createHash("sha256");
  const file = await open(path, "w");
  for (let at = 0; at < 26; at++) {
    const piece = Buffer.alloc(MEGABYTE, String.fromCodePoint(97 + at));
    hash.update(piece);
    await file.write(piece);
  }
  await file.close();
  return hash.digest("hex");
}

/** A Meta that takes everything, and says what was in the file of each upload. */
async function startMeta() {
  const uploads: string[] = [];
  const settings = await startLocalMeta((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      if (request.url?.endsWith("/media") === true) {
        const from = body.indexOf("\r\n\r\n", body.indexOf('filename="')) + 4;
        const bytes = body.subarray(from, body.lastIndexOf("\r\n--"));
        uploads.push(createHash("sha256").update(bytes).digest("hex"));
        response.end(JSON.stringify({ id: "7777777" }));
      } else response.end(JSON.stringify({ messages: [{ id: "wamid.out" }] }));
    });
  });
  return { uploads, settings };
}

test("a document above 25 MB goes out whole, and the store keeps only where it lies", async () => {
  const { uploads, settings } = await startMeta();
  const folder = await makeFolder();
  const hash = await writeLarge(join(folder, "catalogue.pdf"));
  const script = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM "catalogue.pdf"
END ON`;
  const { url, stop } = await serveScript(folder, script, settings);
  await fetch(`${url}/send`, { method: "POST" });
  await vi.waitFor(() => expect(uploads).toEqual([hash]), 20_000);
  await stop();
  const { stdout } = await gbasic(["jobs", "list", "--json"], folder);
  expect(stdout).toContain('"done"');
  expect((await stat(join(folder, ".gbasic/gbasic.db"))).size).toBeLessThan(MEGABYTE);
});

const MESSAGE = { channel: "whatsapp", to: "5511999999999", text: "" } as const;

/** A message with a large document as a script sends it, and a channel for it. */
async function sentDocument() {
  const { settings } = await startMeta();
  const folder = await makeFolder();
  const path = join(folder, "catalogue.pdf");
  await writeFile(path, "before");
  const content = await createFileReader({ folder, closed: [] }).find("catalogue.pdf");
  const file = { name: "catalogue.pdf", contentType: "application/pdf", content };
  const message: WhatsAppMessage = { ...MESSAGE, content: { kind: "document", source: { file } } };
  const channel = createCloudApiChannel({
    apiUrl: settings.WHATSAPP_API_URL,
    phoneNumberId: "1",
    accessToken: "t",
  });
  return { channel, message, path };
}

test.each([
  ["GB4840", (path: string) => rm(path)],
  ["GB4841", (path: string) => appendFile(path, "more")],
])("%s: one that is not as it was when it was sent does not leave", async (code, change) => {
  const { channel, message, path } = await sentDocument();
  await change(path);
  expect(await failureOf(channel, message)).toMatchObject({
    failure: "permanent",
    detail: { code },
  });
});

test("check and tests know the limits of each channel", async () => {
  const lines = [
    ['SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM "middle.pdf"', undefined],
    ['SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM "huge.pdf"', "at most 100.0 MB"],
    ['SEND WHATSAPP TO "5511999999999" WITH VIDEO FROM "film.mp4"', "at most 16.0 MB"],
    ['SEND MAIL "ana@example.com", "a", "b", "middle.pdf"', "a mail takes no larger file"],
    ['SEND MAIL TO "ana@example.com" WITH SUBJECT "a" TEMPLATE "middle.html"', "a mail takes no"],
    ['A = POST "https://example.com/" ATTACH "middle.pdf"', "a call over HTTP takes no larger"],
    ['A = PUT "https://example.com/" FILE "middle.pdf"', "a call over HTTP takes no larger file"],
  ] as const;
  const handlers = lines.map(
    ([line], at) => `ON WEBHOOK POST TO "/${String(at)}" DO\n${line}\nEND ON\n`,
  );
  const tests = lines.map(([, text], at) => {
    const wanted = text === undefined ? "EXPECT NO ERROR" : `EXPECT ERROR "${text}"`;
    return `TEST "${String(at)}"\nRECEIVE POST "/${String(at)}"\n${wanted}\nEND TEST\n`;
  });
  const folder = await folderWith({ "bot.bas": handlers.join(""), "bot.test.bas": tests.join("") });
  for (const [name, megabytes] of [
    ["middle.pdf", 26],
    ["middle.html", 26],
    ["film.mp4", 26],
    ["huge.pdf", 101],
  ] as const) {
    const file = await open(join(folder, name), "w");
    await file.truncate(megabytes * MEGABYTE);
    await file.close();
  }
  const checked = await gbasic(["check", "bot.bas"], folder);
  for (const [at, [, text]] of lines.entries()) {
    const found = new RegExp(`bot\\.bas:${String(at * 3 + 2)}:\\d+ warning GB2477: [^\\n]*`).exec(
      checked.stdout,
    )?.[0];
    if (text === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(text);
  }
  const tested = await gbasic(["test"], folder);
  expect(tested.stdout).toContain(`${String(lines.length)} passed`);
});
