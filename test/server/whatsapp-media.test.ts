import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const DELIVERY = JSON.stringify({
  object: "whatsapp_business_account",
  entry: [
    {
      changes: [
        {
          field: "messages",
          value: {
            messages: [
              {
                ...{ id: "wamid.1", from: "5511999999999", type: "image" },
                image: { id: "42424242", mime_type: "image/jpeg" },
              },
            ],
          },
        },
      ],
    },
  ],
});

/** A Meta that has one picture and takes messages and uploads. */
async function startMeta() {
  const asked: string[] = [];
  const settings = await startLocalMeta((request, response) => {
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url}`);
    request.resume();
    request.on("end", () => {
      if (url === "/42424242") {
        const address = `http://${request.headers.host ?? ""}/bytes`;
        response.end(JSON.stringify({ url: address, mime_type: "image/jpeg" }));
      } else if (url === "/bytes") response.end("picture");
      else if (url.endsWith("/media")) response.end(JSON.stringify({ id: "7777777" }));
      else response.end(JSON.stringify({ messages: [{ id: "wamid.out" }] }));
    });
  });
  return { asked, settings };
}

describe("DOWNLOAD WHATSAPP MEDIA", () => {
  test("keeps the file in the data folder, from where it can be sent on", async () => {
    const { asked, settings } = await startMeta();
    const folder = await makeFolder();
    const script = `ON WHATSAPP IMAGE DO
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH IMAGE FROM FILE$ AND CAPTION FILE$
END ON`;
    const { url, stop } = await serveScript(folder, script, settings);
    await fetch(`${url}/webhooks/whatsapp`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: DELIVERY,
    });
    await vi.waitFor(() => expect(asked).toContain("POST /115/messages"), { timeout: 10_000 });
    expect(asked).toEqual(["GET /42424242", "GET /bytes", "POST /115/media", "POST /115/messages"]);
    const media = join(folder, ".gbasic", "media");
    const [own = "", path = "", ...more] = await readdir(media, { recursive: true });
    expect([path, more]).toEqual([join(own, "42424242.jpg"), []]);
    expect(await readFile(join(media, path), "utf8")).toBe("picture");
    await stop();
  });

  test("works without an account and in tests of scripts", async () => {
    await import("../../src/cli/test.ts");
    const folder = await folderWith({
      "bot.bas": `ON WHATSAPP IMAGE DO
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id
  SEND MAIL TO "ana@example.com" WITH SUBJECT FILE$ ATTACH FILE$
  SEND FILE TO GET WHATSAPP SENDER NUMBER, DOWNLOAD WHATSAPP MEDIA "7" AS "photos/today.png"
END ON`,
      "bot.test.bas": `TEST "a picture"
  RECEIVE WHATSAPP IMAGE MEDIA ID "123"
  EXPECT MAIL TO "ana@example.com" WITH SUBJECT "media/1/123.jpg" AND FILE "123.jpg"
  EXPECT SENT WHATSAPP TYPE "image"
END TEST
`,
    });
    expect((await gbasic(["test"], folder)).stdout).toContain("1 passed");
  });

  test.each(["../a.jpg", "/etc/a.jpg", "a/../../b.jpg", "", ".hidden", "a//b.jpg", "C:\\a.jpg"])(
    "nothing is kept as %j",
    async (path) => {
      const script = `PRINT DOWNLOAD WHATSAPP MEDIA "1234567" AS "${path}"`;
      const folder = await folderWith({ "a.bas": script });
      const { stderr } = await gbasic(["run", "a.bas"], folder);
      expect(stderr).toContain("GB4671");
      expect(await readdir(folder)).toEqual(["a.bas"]);
    },
  );

  test("a file of the scripts stays, and one that an older version kept is still found", async () => {
    const shop = await startLocalServer({ status: 200, text: "" });
    onTestFinished(shop.close);
    const folder = await folderWith({
      "media/a.txt": "mine",
      ".gbasic/media/b.txt": "of before",
      "a.bas": `FILE$ = DOWNLOAD WHATSAPP MEDIA "1234567" AS "a.txt"
POST "${shop.url}/" ATTACH ["media/a.txt", "media/b.txt", FILE$]`,
    });
    const environment = { GBASIC_HTTP_ALLOW: new URL(shop.url).host };
    const { code } = await gbasic(["run", "a.bas"], folder, environment);
    expect(code).toBe(0);
    const contents = [...(shop.received[0]?.body ?? "").matchAll(/\r\n\r\n(.*)\r\n/g)];
    expect(contents.map(([, text]) => text)).toEqual([
      "mine",
      "of before",
      "simulated media 1234567",
    ]);
  });
});
