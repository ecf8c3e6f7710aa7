import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { gbasic } from "../cli/command.ts";
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
  const [paths = ""] = /(?<=<Message>)media\/[^<]*(?=<\/Message>)/.exec(body) ?? [];
  const own = "media/[0-9a-f-]{36}";
  expect(paths).toMatch(new RegExp(`^${own}/ME1.jpg\n${own}/of ana/photo.jpg$`));
  for (const path of paths.split("\n")) {
    expect(await readFile(join(folder, ".gbasic", path), "utf8")).toBe("picture");
  }
});

test("gbasic forget deletes the files of a person, those of jobs too, and no others", async () => {
  const api = await startLocalServer({ status: 200, text: "" });
  onTestFinished(() => api.close());
  api.answer((response) => {
    response.writeHead(200, { "content-type": "image/jpeg" });
    response.end("picture");
  });
  const folder = await makeFolder();
  const script = `ON SMS DO
  PRINT DOWNLOAD SMS MEDIA SMS.media[0].url AS "photos/" + SMS.body + ".jpg"
  SPAWN KEEP SMS.media[0].url, SMS.body
END ON

SUB KEEP URL$, NAME$
  FILE$ = DOWNLOAD SMS MEDIA URL$ AS "later/" + NAME$ + "/1.jpg"
  LOG "kept " + FILE$
END SUB`;
  const settings = { TWILIO_AUTH_TOKEN: TOKEN, TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_URL: api.url };
  const server = await serveScript(folder, script, settings);
  const media = `${api.url}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1`;
  const send = (MessageSid: string, From: string, Body: string) =>
    new TwilioClient(server.url).post("/twilio/sms", {
      ...{ MessageSid, From, To: "+15550001111", Body, NumMedia: "1", MediaUrl0: media },
    });
  await send("MM1", "whatsapp:+5511999990001", "ana");
  await send("MM2", "+5511999990002", "rui");
  const own = join(folder, ".gbasic", "media");
  const kept = async () => {
    const found = await readdir(own, { recursive: true });
    const files = found.filter((path) => path.endsWith(".jpg"));
    return files.map((path) => path.replace(/^[0-9a-f-]{36}\//, "")).toSorted();
  };
  const all = ["later/ana/1.jpg", "later/rui/1.jpg", "photos/ana.jpg", "photos/rui.jpg"];
  await vi.waitFor(async () => expect(await kept()).toEqual(all), 15_000);
  await server.stop();
  const { stdout, stderr } = await gbasic(["forget", "+55 11 99999-0001"], folder);
  expect(stdout).toContain("2 files");
  expect(stderr).toBe("");
  expect(await kept()).toEqual(["later/rui/1.jpg", "photos/rui.jpg"]);
  expect(await readdir(own)).toHaveLength(2);
});
