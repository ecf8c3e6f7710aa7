import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";
import { folderWith, gbasic } from "../cli/command.ts";

/** Where Meta's pages are; each row names the rest. */
const PAGES = "https://developers.facebook.com/documentation/business-messaging/whatsapp";
const TO = '"16505551234"';
const ENVELOPE = { messaging_product: "whatsapp", recipient_type: "individual", to: "16505551234" };

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

/** Each with the page that shows the request, and the request as the page shows it. */
const MESSAGES: readonly (readonly [page: string, script: string, body: object])[] = [
  [
    "messages/text-messages",
    `SEND WHATSAPP TO ${TO} WITH "As requested: https://www.meta.com/quest/quest-3/" WITH PREVIEW`,
    {
      ...ENVELOPE,
      type: "text",
      text: { preview_url: true, body: "As requested: https://www.meta.com/quest/quest-3/" },
    },
  ],
  [
    "messages/contextual-replies",
    `SEND WHATSAPP TO ${TO} WITH "You're welcome, Pablo!" IN REPLY TO "wamid.HBgLMTY0"`,
    {
      ...ENVELOPE,
      context: { message_id: "wamid.HBgLMTY0" },
      type: "text",
      text: { body: "You're welcome, Pablo!" },
    },
  ],
  [
    "messages/image-messages",
    `SEND WHATSAPP TO ${TO} WITH IMAGE FROM "1479537139650973" AND CAPTION "The best succulent ever?"`,
    {
      ...ENVELOPE,
      type: "image",
      image: { id: "1479537139650973", caption: "The best succulent ever?" },
    },
  ],
  [
    "messages/video-messages",
    `SEND WHATSAPP TO ${TO} WITH VIDEO FROM "https://www.luckyshrub.com/eclipse.mp4" WITH CAPTION "A succulent eclipse!"`,
    {
      ...ENVELOPE,
      type: "video",
      video: { link: "https://www.luckyshrub.com/eclipse.mp4", caption: "A succulent eclipse!" },
    },
  ],
  [
    "messages/audio-messages",
    `SEND WHATSAPP TO ${TO} WITH AUDIO FROM "1013859600285441" WITH VOICE`,
    { ...ENVELOPE, type: "audio", audio: { id: "1013859600285441", voice: true } },
  ],
  [
    "messages/document-messages",
    `SEND WHATSAPP TO ${TO} WITH DOCUMENT FROM "1376223850470843" NAMED "order_abc123.pdf" WITH CAPTION "Your order confirmation (PDF)"`,
    {
      ...ENVELOPE,
      type: "document",
      document: {
        id: "1376223850470843",
        caption: "Your order confirmation (PDF)",
        filename: "order_abc123.pdf",
      },
    },
  ],
  [
    "messages/sticker-messages",
    `SEND WHATSAPP TO ${TO} WITH STICKER FROM "798882015472548"`,
    { ...ENVELOPE, type: "sticker", sticker: { id: "798882015472548" } },
  ],
  [
    "messages/location-messages",
    `SEND WHATSAPP TO ${TO} WITH LOCATION AT "37.44216251868683, -122.16153582049394" NAMED "Philz Coffee" WITH ADDRESS "101 Forest Ave, Palo Alto, CA 94301"`,
    {
      ...ENVELOPE,
      type: "location",
      location: {
        latitude: "37.44216251868683",
        longitude: "-122.16153582049394",
        name: "Philz Coffee",
        address: "101 Forest Ave, Palo Alto, CA 94301",
      },
    },
  ],
  [
    "messages/contacts-messages",
    `SEND WHATSAPP TO ${TO} WITH CONTACTS [{ "name": { "formatted_name": "Barbara J. Johnson", "first_name": "Barbara" }, "phones": [{ "phone": "+16505559999", "type": "HOME" }] }]`,
    {
      ...ENVELOPE,
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Barbara J. Johnson", first_name: "Barbara" },
          phones: [{ phone: "+16505559999", type: "HOME" }],
        },
      ],
    },
  ],
  [
    "messages/contacts-messages",
    `SEND WHATSAPP TO ${TO} WITH CONTACT "Barbara Johnson" PHONE "+1 650 555-9999" EMAIL "bj@luckyshrub.com" COMPANY "Lucky Shrub"`,
    {
      ...ENVELOPE,
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Barbara Johnson", first_name: "Barbara" },
          phones: [{ phone: "+1 650 555-9999", type: "CELL", wa_id: "16505559999" }],
          emails: [{ email: "bj@luckyshrub.com", type: "WORK" }],
          org: { company: "Lucky Shrub" },
        },
      ],
    },
  ],
  [
    "messages/reaction-messages",
    `SEND WHATSAPP TO ${TO} WITH REACTION "😀" TO "wamid.HBgLMTY0"`,
    { ...ENVELOPE, type: "reaction", reaction: { message_id: "wamid.HBgLMTY0", emoji: "😀" } },
  ],
  [
    "messages/interactive-reply-buttons-messages",
    `SEND WHATSAPP TO ${TO} WITH BUTTONS "Hi Pablo!" IMAGE "2762702990552401" FOOTER "Lucky Shrub" ITEMS { "change-button": "Change", "cancel-button": "Cancel" }`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "image", image: { id: "2762702990552401" } },
        body: { text: "Hi Pablo!" },
        footer: { text: "Lucky Shrub" },
        action: {
          buttons: [
            { type: "reply", reply: { id: "change-button", title: "Change" } },
            { type: "reply", reply: { id: "cancel-button", title: "Cancel" } },
          ],
        },
      },
    },
  ],
  [
    "messages/interactive-list-messages",
    `SEND WHATSAPP TO ${TO} WITH LIST "Which shipping option do you prefer?" WITH HEADER "Choose Shipping Option" AND FOOTER "Lucky Shrub" AND BUTTON "Shipping Options" AND ITEMS [{ "title": "I want it ASAP!", "rows": [{ "id": "priority_express", "title": "Priority Mail Express", "description": "Next Day to 2 Days" }] }, { "title": "I can wait a bit", "rows": ["Ground"] }]`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "list",
        header: { type: "text", text: "Choose Shipping Option" },
        body: { text: "Which shipping option do you prefer?" },
        footer: { text: "Lucky Shrub" },
        action: {
          button: "Shipping Options",
          sections: [
            {
              title: "I want it ASAP!",
              rows: [
                {
                  id: "priority_express",
                  title: "Priority Mail Express",
                  description: "Next Day to 2 Days",
                },
              ],
            },
            { title: "I can wait a bit", rows: [{ id: "Ground", title: "Ground" }] },
          ],
        },
      },
    },
  ],
  [
    "messages/interactive-cta-url-messages",
    `SEND WHATSAPP TO ${TO} WITH LINK "Tap the button below to see available dates." IMAGE "https://www.luckyshrub.com/banner.png" FOOTER "Dates subject to change." BUTTON "See Dates" URL "https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "cta_url",
        header: { type: "image", image: { link: "https://www.luckyshrub.com/banner.png" } },
        body: { text: "Tap the button below to see available dates." },
        footer: { text: "Dates subject to change." },
        action: {
          name: "cta_url",
          parameters: {
            display_text: "See Dates",
            url: "https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4",
          },
        },
      },
    },
  ],
  [
    "messages/location-request-messages",
    `SEND WHATSAPP TO ${TO} WITH LOCATION REQUEST "Let's start with your pickup."`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "location_request_message",
        body: { text: "Let's start with your pickup." },
        action: { name: "send_location" },
      },
    },
  ],
  [
    "flows/guides/sendingaflow",
    `SEND WHATSAPP TO ${TO} WITH FLOW "Flow message body" HEADER "Flow message header" FOOTER "Flow message footer" ID "1" BUTTON "Book!" TOKEN "AQAAAAACS5FpgQ_cAAAAAD0QI3s." SCREEN "DATE" DATA { "product_name": "name" }`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "flow",
        header: { type: "text", text: "Flow message header" },
        body: { text: "Flow message body" },
        footer: { text: "Flow message footer" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_token: "AQAAAAACS5FpgQ_cAAAAAD0QI3s.",
            flow_id: "1",
            flow_cta: "Book!",
            flow_action: "navigate",
            flow_action_payload: { screen: "DATE", data: { product_name: "name" } },
          },
        },
      },
    },
  ],
  [
    "flows/guides/sendingaflow",
    `SEND WHATSAPP TO ${TO} WITH FLOW "Book" ID "appointment_booking_v1" BUTTON "Book!" WITH DRAFT`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "flow",
        body: { text: "Book" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_name: "appointment_booking_v1",
            flow_cta: "Book!",
            mode: "draft",
            flow_action: "data_exchange",
          },
        },
      },
    },
  ],
  [
    "catalogs/single-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCT "nqryix03ez" CATALOG "194836987003835" TEXT "optional body text" FOOTER "optional footer text"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product",
        body: { text: "optional body text" },
        footer: { text: "optional footer text" },
        action: { catalog_id: "194836987003835", product_retailer_id: "nqryix03ez" },
      },
    },
  ],
  [
    "catalogs/multi-product-messages",
    `SEND WHATSAPP TO ${TO} WITH PRODUCTS { "Popular Bundles": ["wi98aq6xzr"], "Premium Packages": "n6k6x0y7oe, zz8sdqd7pp" } CATALOG "194836987003835" HEADER "Lucky Shrub" TEXT "Take a look"`,
    {
      ...ENVELOPE,
      type: "interactive",
      interactive: {
        type: "product_list",
        header: { type: "text", text: "Lucky Shrub" },
        body: { text: "Take a look" },
        action: {
          catalog_id: "194836987003835",
          sections: [
            {
              title: "Popular Bundles",
              product_items: [{ product_retailer_id: "wi98aq6xzr" }],
            },
            {
              title: "Premium Packages",
              product_items: [
                { product_retailer_id: "n6k6x0y7oe" },
                { product_retailer_id: "zz8sdqd7pp" },
              ],
            },
          ],
        },
      },
    },
  ],
  [
    "messages/template-messages",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "order_confirmation" LANGUAGE "en_US" VALUES { "first_name": "Jessica", "order_number": "SKBUP2-4CPIG9" } DOCUMENT "https://www.luckyshrub.com/42.pdf" BUTTONS ["track", { "url": "42" }, { "code": "25OFF" }]`,
    {
      ...ENVELOPE,
      type: "template",
      template: {
        name: "order_confirmation",
        language: { code: "en_US" },
        components: [
          {
            type: "header",
            parameters: [
              { type: "document", document: { link: "https://www.luckyshrub.com/42.pdf" } },
            ],
          },
          {
            type: "body",
            parameters: [
              { type: "text", parameter_name: "first_name", text: "Jessica" },
              { type: "text", parameter_name: "order_number", text: "SKBUP2-4CPIG9" },
            ],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "track" }],
          },
          {
            type: "button",
            sub_type: "url",
            index: "1",
            parameters: [{ type: "text", text: "42" }],
          },
          {
            type: "button",
            sub_type: "copy_code",
            index: "2",
            parameters: [{ type: "coupon_code", coupon_code: "25OFF" }],
          },
        ],
      },
    },
  ],
  [
    "messages/template-messages",
    `SEND TEMPLATE "hello_world", "whatsapp", ${TO}`,
    {
      ...ENVELOPE,
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    },
  ],
  [
    "messages/template-messages",
    `SEND TEMPLATE TO ${TO}, "order_shipped", ["Ana", 42]`,
    {
      ...ENVELOPE,
      type: "template",
      template: {
        name: "order_shipped",
        language: { code: "en_US" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Ana" },
              { type: "text", text: "42" },
            ],
          },
        ],
      },
    },
  ],
  [
    "messages/template-messages",
    `SEND WHATSAPP TO ${TO} WITH TEMPLATE "carousel" COMPONENTS [{ "type": "carousel", "cards": [] }]`,
    {
      ...ENVELOPE,
      type: "template",
      template: {
        name: "carousel",
        language: { code: "en_US" },
        components: [{ type: "carousel", cards: [] }],
      },
    },
  ],
  [
    "messages/text-messages",
    `TALK TO "whatsapp:+1 650 555-1234", "Hello"`,
    { ...ENVELOPE, type: "text", text: { body: "Hello" } },
  ],
  [
    "messages/document-messages",
    `SEND FILE TO "whatsapp:16505551234", "https://www.luckyshrub.com/invoice.pdf", "Your invoice"`,
    {
      ...ENVELOPE,
      type: "document",
      document: { link: "https://www.luckyshrub.com/invoice.pdf", caption: "Your invoice" },
    },
  ],
];

test("every kind of message goes out as Meta's pages show it", async () => {
  const received = await requestsOf(MESSAGES.map(([, script]) => script).join("\n"));
  expect(received.map(({ body }) => body.includes("biz_opaque_callback_data"))).not.toContain(
    false,
  );
  const bodies = received.map(({ body }, at) => [MESSAGES[at]?.[0], withoutKey(body)]);
  expect(bodies).toEqual(MESSAGES.map(([page, , body]) => [page, JSON.stringify(body)]));
  expect(new Set(received.map(({ path }) => path))).toEqual(
    new Set(["/v26.0/106540352242922/messages"]),
  );
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
    detail: { code: "GB4003" },
  });
});
