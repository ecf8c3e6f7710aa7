import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { statements } from "../../src/statements/index.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { ADDRESSES, CAROUSELS } from "./meta-samples/carousels.ts";
import { INTERACTIVE } from "./meta-samples/interactive.ts";
import { MESSAGES } from "./meta-samples/messages.ts";
import { TO } from "./meta-samples/sample.ts";
import { TEMPLATES } from "./meta-samples/templates.ts";

/** Where Meta's pages are; each row names the rest. */
const PAGES = "https://developers.facebook.com/documentation/business-messaging/whatsapp";

let meta: LocalServer;

beforeAll(async () => {
  meta = await startLocalServer({ status: 500, text: "" });
  await import("../../src/cli/run.ts");
}, 60_000);
afterAll(() => meta.close());
beforeEach(() => {
  meta.answer({ status: 200, json: { id: "1013859600285441", messages: [{ id: "wamid.1" }] } });
});

/** Runs a script with the real channel, and gives what Meta got for it. */
async function requestsOf(
  script: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  settings: Readonly<Record<string, string>> = {},
) {
  const folder = await folderWith({ ...files, "script.bas": script });
  const before = meta.received.length;
  const { stderr, code } = await gbasic(["run", "script.bas"], folder, {
    WHATSAPP_API_URL: `${meta.url}/v26.0`,
    WHATSAPP_ACCESS_TOKEN: "EAAG-token",
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    ...settings,
  });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return meta.received.slice(before);
}

/** The body of a message without what gbasic adds to know its statuses. */
function withoutKey(body: string): string {
  return body.replace(/,"biz_opaque_callback_data":"[^"]+"\}$/, "}");
}

const SAMPLES = [...MESSAGES, ...INTERACTIVE, ...CAROUSELS, ...ADDRESSES, ...TEMPLATES];

test("every kind of message goes out as Meta's pages show it", async () => {
  const received = await requestsOf(SAMPLES.map(([, script]) => script).join("\n"));
  expect(received.map(({ body }) => body.includes("biz_opaque_callback_data"))).not.toContain(
    false,
  );
  const bodies = received.map(({ body }, at) => [SAMPLES[at]?.[0], withoutKey(body)]);
  expect(bodies).toEqual(SAMPLES.map(([page, , body]) => [page, JSON.stringify(body)]));
  for (const { method, path, headers } of received) {
    expect([method, path]).toEqual(["POST", "/v26.0/106540352242922/messages"]);
    expect(headers).toMatchObject({
      authorization: "Bearer EAAG-token",
      "content-type": "application/json",
    });
  }
});

test("no statement that sends is without a sample", () => {
  const titles = statements.flatMap(({ title = "" }) => title);
  const ways = titles.flatMap((title) => /^SEND WHATSAPP (WITH .+)/.exec(title)?.[1] ?? []);
  expect(ways.length).toBeGreaterThan(15);
  const scripts = SAMPLES.map(([, script]) => script);
  expect(ways.filter((words) => !scripts.some((script) => script.includes(words)))).toEqual([]);
});

test(`marks as read as ${PAGES}/typing-indicators shows`, async () => {
  meta.answer({ status: 200, json: { success: true } });
  const received = await requestsOf(`MARK WHATSAPP READ "wamid.HBgL" WITH TYPING
MARK WHATSAPP "wamid.HBgM" AS READ`);
  expect(received.map(({ body }) => body)).toEqual([
    '{"messaging_product":"whatsapp","status":"read","message_id":"wamid.HBgL","typing_indicator":{"type":"text"}}',
    '{"messaging_product":"whatsapp","status":"read","message_id":"wamid.HBgM"}',
  ]);
});

test("a file below the folder of scripts is uploaded, and named by its id", async () => {
  const [upload, message] = await requestsOf(
    `SEND WHATSAPP TO ${TO} WITH DOCUMENT FROM "files/invoice.pdf" AND CAPTION "Here"`,
    { "files/invoice.pdf": "%PDF-1.7 olá" },
  );
  expect(upload).toMatchObject({ method: "POST", path: "/v26.0/106540352242922/media" });
  expect(upload?.headers).toMatchObject({ authorization: "Bearer EAAG-token" });
  expect(upload?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  const boundary = String(upload?.headers["content-type"]).split("boundary=")[1] ?? "";
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  expect(upload?.body.trimEnd()).toBe(
    [
      part('name="messaging_product"', "whatsapp"),
      part('name="type"', "application/pdf"),
      part('name="file"; filename="invoice.pdf"\r\nContent-Type: application/pdf', "%PDF-1.7 olá"),
      `--${boundary}--`,
    ].join(""),
  );
  expect(JSON.parse(message?.body ?? "")).toMatchObject({
    document: { id: "1013859600285441", caption: "Here", filename: "invoice.pdf" },
  });
});

test("a document above a text keeps its name, as the id does not tell it", async () => {
  const received = await requestsOf(
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Your plan" DOCUMENT "plan.pdf" ITEMS "Yes"
SEND WHATSAPP TO ${TO} WITH TEMPLATE "plan" DOCUMENT "plan.pdf" NAMED "Garden.pdf"`,
    { "plan.pdf": "%PDF-1.7" },
  );
  const [, buttons, , template] = received.map(({ body }) => body);
  const id = "1013859600285441";
  expect(JSON.parse(buttons ?? "")).toMatchObject({
    interactive: { header: { document: { id, filename: "plan.pdf" } } },
  });
  expect(JSON.parse(template ?? "")).toMatchObject({
    template: {
      components: [{ parameters: [{ document: { id, filename: "Garden.pdf" } }] }],
    },
  });
});

test("another number sends what names it, and templates have the language of the settings", async () => {
  const [first, second] = await requestsOf(
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "oi"\nSEND WHATSAPP TO ${TO} WITH "x" USING "777"`,
    {},
    { WHATSAPP_TEMPLATE_LANGUAGE: "pt_BR" },
  );
  expect(JSON.parse(first?.body ?? "")).toMatchObject({
    template: { language: { code: "pt_BR" } },
  });
  expect(second?.path).toBe("/v26.0/777/messages");
});

test("a file that cannot be uploaded leaves the message for another attempt", async () => {
  const { createCloudApiChannel } =
    await import("../../src/channels/whatsapp/cloud-api-channel.ts");
  meta.answer({ status: 502, text: "bad gateway" });
  const channel = createCloudApiChannel({ apiUrl: meta.url, phoneNumberId: "1", accessToken: "t" });
  const file = { name: "a.png", contentType: "image/png", content: new Uint8Array([1]) };
  const message = {
    channel: "whatsapp",
    to: "5511999999999",
    text: "",
    content: { kind: "image", source: { file } },
  } as const;
  const { signal } = new AbortController();
  await expect(channel.deliver(message, { key: "k", signal })).rejects.toMatchObject({
    failure: "retry",
    detail: { code: "GB4742" },
  });
});
