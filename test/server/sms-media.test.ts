import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

test("DOWNLOAD SMS MEDIA keeps the file of an MMS in the data folder", async () => {
  const api = await startLocalServer({ status: 200, text: "" });
  onTestFinished(() => api.close());
  api.answer((response) => {
    response.writeHead(200, { "content-type": "image/jpeg" });
    response.end("picture");
  });
  const folder = await makeFolder();
  const script = `ON SMS DO
  PRINT DOWNLOAD SMS MEDIA SMS.media[0].url
  PRINT DOWNLOAD SMS MEDIA SMS.media[0].url AS "of ana/photo.jpg"
END ON`;
  const settings = { TWILIO_AUTH_TOKEN: TOKEN, TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_URL: api.url };
  const { url } = await serveScript(folder, script, settings);
  const media = `${api.url}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1`;
  const form = { MessageSid: "MM1", From: "+5511999999999", To: "+15550001111", Body: "look" };
  const files = { NumMedia: "1", MediaUrl0: media, MediaContentType0: "image/jpeg" };
  const { body } = await new TwilioClient(url).post("/twilio/sms", { ...form, ...files });
  expect(body).toContain("<Message>media/ME1.jpg\nmedia/of ana/photo.jpg</Message>");
  for (const name of ["ME1.jpg", "of ana/photo.jpg"]) {
    const path = join(folder, ".gbasic", "media", name);
    expect(await readFile(path, "utf8")).toBe("picture");
  }
});
