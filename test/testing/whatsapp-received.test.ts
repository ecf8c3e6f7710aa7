import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET M = WHATSAPP
  PRINT [M.type, M.text, M.button, M.list, M.location, M.media, M.contacts, M.reaction, M.order, M.flow, M.edit, M.revoke, M.error, M.replyTo, M.forwarded, M.product, M.referral, M.group]
END ON`;

/** In the order of the script's list, without the members that are null. */
type Told = readonly [type: string, text: string, members: Readonly<Record<string, unknown>>];

const NAMES = [
  ...["type", "text", "button", "list", "location", "media", "contacts", "reaction", "order"],
  ...["flow", "edit", "revoke", "error", "replyTo", "forwarded", "product", "referral", "group"],
];

const media = (kind: string, type: string, more: object = {}) => ({
  ...{ kind, id: "1003383421387256", type, caption: null, filename: null, url: null },
  ...{ sha256: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", voice: null, animated: null },
  ...more,
});
const ASKED = {
  replyTo: { id: "wamid.HBgNNTUxMTk5OTk5OTk5ORUCABEYEkFTS0VE", from: "15550783881" },
};

/** Every row of the reference of messages. */
const EVENTS: readonly (readonly [event: string, ...Told])[] = [
  ['TEXT "olá @ana"', "text", "olá @ana", {}],
  [
    'IMAGE CAPTION "our house"',
    "image",
    "our house",
    { media: media("image", "image/jpeg", { caption: "our house" }) },
  ],
  [
    'VIDEO URL "https://example.com/v"',
    "video",
    "",
    { media: media("video", "video/mp4", { url: "https://example.com/v" }) },
  ],
  [
    'AUDIO VOICE "yes"',
    "audio",
    "",
    { media: media("audio", "audio/ogg; codecs=opus", { voice: true }) },
  ],
  [
    'DOCUMENT FILENAME "a.pdf"',
    "document",
    "a.pdf",
    { media: media("document", "application/pdf", { filename: "a.pdf" }) },
  ],
  [
    'STICKER ANIMATED "yes"',
    "sticker",
    "",
    { media: media("sticker", "image/webp", { animated: true }) },
  ],
  [
    'LOCATION "-23.5", "-46.6" PLACE "Shop" ADDRESS "Street 1"',
    "location",
    "Shop, Street 1",
    { location: { latitude: -23.5, longitude: -46.6, name: "Shop", address: "Street 1" } },
  ],
  [
    'CONTACTS "Rui Silva", "+5511988887777"',
    "contacts",
    "Rui Silva",
    {
      contacts: [
        {
          name: { first_name: "Rui", formatted_name: "Rui Silva" },
          phones: [{ phone: "+5511988887777", type: "CELL" }],
        },
      ],
    },
  ],
  [
    'BUTTON REPLY "yes" TITLE "Yes, please"',
    "button",
    "Yes, please",
    { button: { id: "yes", title: "Yes, please", description: null }, ...ASKED },
  ],
  [
    'LIST REPLY "tea" TITLE "Tea" DESCRIPTION "hot"',
    "list",
    "Tea",
    { list: { id: "tea", title: "Tea", description: "hot" }, ...ASKED },
  ],
  [
    'FLOW REPLY "{ ""name"": ""Ana"" }" BODY "Sent"',
    "flow",
    "Sent",
    { flow: { name: "flow", text: "Sent", response: { name: "Ana" } }, ...ASKED },
  ],
  [
    'CALL PERMISSION "accept" PERMANENT "yes"',
    "call_permission_reply",
    "",
    {
      permission: {
        ...{ response: "accept", permanent: true, expires: null, source: "user_action" },
      },
      ...ASKED,
    },
  ],
  [
    'BUTTON "Stop" PAYLOAD "stop"',
    "button",
    "Stop",
    { button: { id: "stop", title: "Stop" }, ...ASKED },
  ],
  [
    'REACTION "wamid.1" EMOJI "👍"',
    "reaction",
    "👍",
    { reaction: { message: "wamid.1", emoji: "👍" } },
  ],
  [
    'ORDER PRODUCT "SKU-1" QUANTITY "2"',
    "order",
    "",
    {
      order: {
        catalog: "354160437058781",
        text: "",
        items: [{ product: "SKU-1", quantity: 2, price: 10, currency: "USD" }],
      },
    },
  ],
  [
    'SYSTEM CHANGE "user_changed_number" CHANGED TO "5511988887777" BODY "moved"',
    "system",
    "moved",
    {},
  ],
  [
    'EDIT "wamid.1", "tea, please"',
    "edit",
    "tea, please",
    { edit: { id: "wamid.1", text: "tea, please" } },
  ],
  ['REVOKE "wamid.1"', "revoke", "", { revoke: { id: "wamid.1" } }],
  [
    'TEXT "yes" REPLY TO "wamid.9" GROUP ID "g1"',
    "text",
    "yes",
    { replyTo: { id: "wamid.9", from: "15550783881" }, group: "g1" },
  ],
  ['TEXT "see" FORWARDED "often"', "text", "see", { forwarded: "often" }],
];

test("every row of the reference of messages is told to the script", async () => {
  const tests = EVENTS.map(([event, type, text, members]) => {
    const expected = NAMES.map((name) => ({ type, text, ...members })[name] ?? null);
    const json = JSON.stringify(JSON.stringify(expected)).replaceAll(String.raw`\"`, '""');
    return `TEST "${event.replaceAll('"', "")}"
  RECEIVE WHATSAPP ${event}
  EXPECT (PARSE JSON BODY) = (PARSE JSON ${json})
END TEST`;
  });
  const folder = await folderWith({ "bot.bas": SCRIPT, "bot.test.bas": tests.join("\n") });
  const { code, stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain(`${String(EVENTS.length)} passed`);
  expect(code).toBe(0);
});

test("people who hide their number are answered by their user id", async () => {
  const folder = await folderWith({
    "bot.bas": `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "Hello " + GET WHATSAPP SENDER NAME
  PRINT [WHATSAPP.sender.number, GET WHATSAPP SENDER ID, GET WHATSAPP NUMBER ID <> ""]
END ON`,
    "bot.test.bas": `TEST "hidden"
  RECEIVE WHATSAPP TEXT "hi" USER ID "BR.1502576394655843" NAMED "Ana"
  EXPECT BODY "[null,""BR.1502576394655843"",true]"
  EXPECT SENT WHATSAPP TO "BR.1502576394655843" SAYING "Hello Ana"
END TEST`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("1 passed");
});
