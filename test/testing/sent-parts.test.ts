import { beforeAll, expect, test } from "vitest";
import { outcomes, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET TO_NUMBER = GET WHATSAPP SENDER NUMBER
  SELECT CASE GET WHATSAPP MESSAGE BODY
    CASE "mark"
      MARK WHATSAPP READ GET WHATSAPP MESSAGE ID
    CASE "typing"
      MARK WHATSAPP READ GET WHATSAPP MESSAGE ID WITH TYPING
    CASE "marked"
      MARK WHATSAPP READ GET WHATSAPP MESSAGE ID
      SEND WHATSAPP TO TO_NUMBER WITH "answer" IN REPLY TO GET WHATSAPP MESSAGE ID USING "222333"
    CASE "document"
      SEND WHATSAPP TO TO_NUMBER WITH DOCUMENT FROM "https://example.com/42.pdf" NAMED "invoice.pdf"
    CASE "file"
      SEND WHATSAPP TO TO_NUMBER WITH DOCUMENT FROM "papers/menu.pdf"
    CASE "link"
      SEND WHATSAPP TO TO_NUMBER WITH LINK "Look" BUTTON "Open" URL "https://example.com/42" HEADER "Order" FOOTER "Bye"
    CASE "list"
      SEND WHATSAPP TO TO_NUMBER WITH LIST "What?" ITEMS { "Drinks": ["Tea"], "Food": [{ "id": "bread", "title": "Bread", "description": "fresh" }] }
    CASE "buttons"
      SEND WHATSAPP TO TO_NUMBER WITH BUTTONS "Go on?" ITEMS { "yes": "Yes" }
    CASE "template"
      SEND WHATSAPP TO TO_NUMBER WITH TEMPLATE "shipped" LANGUAGE "en" VALUES { "order": "42" }
    CASE "place"
      SEND WHATSAPP TO TO_NUMBER WITH LOCATION AT "-23.5, -46.6" NAMED "The shop"
    CASE "mail"
      SEND MAIL TO "ana@example.com" WITH SUBJECT "Menu" AND BODY "here" ATTACH "papers/menu.pdf"
  END SELECT
END ON
`;
const FILES = { "papers/menu.pdf": "%PDF-1.4" };
const text = (body: string) => `RECEIVE WHATSAPP TEXT "${body}" ID "wamid.7"`;

const HOLDING = [
  `${text("mark")}\nEXPECT NOTHING SENT`,
  `${text("mark")}\nEXPECT NO SENT WHATSAPP`,
  `${text("mark")}\nEXPECT LEN(SENT MESSAGES) = 0`,
  `${text("mark")}\nEXPECT WHATSAPP READ`,
  `${text("mark")}\nEXPECT WHATSAPP READ "wamid.7"`,
  `${text("mark")}\nEXPECT NO WHATSAPP READ WITH TYPING`,
  `${text("typing")}\nEXPECT WHATSAPP READ "wamid.7" WITH TYPING`,
  `${text("list")}\nEXPECT NOT WHATSAPP READ`,
  `FAIL NEXT WHATSAPP WITH 131056\n${text("marked")}\nEXPECT WHATSAPP READ\nEXPECT NOTHING SENT`,
  `${text("marked")}\nEXPECT SENT WHATSAPP SAYING "answer" IN REPLY TO "wamid.7" USING "222333"`,
  `${text("marked")}\nEXPECT SENT MESSAGES[0].replyTo = "wamid.7" AND SENT MESSAGES[0].from = "222333"`,
  `${text("document")}\nEXPECT SENT WHATSAPP TYPE "document" FILE "invoice.pdf"`,
  `${text("document")}\nEXPECT SENT WHATSAPP FILE "https://example.com/42.pdf"`,
  `${text("document")}\nEXPECT SENT MESSAGES[0].source = "https://example.com/42.pdf"\nEXPECT SENT MESSAGES[0].filename = "invoice.pdf"`,
  `${text("file")}\nEXPECT SENT WHATSAPP FILE "papers/menu.pdf"`,
  `${text("link")}\nEXPECT SENT WHATSAPP URL "https://example.com/42" HEADER "Order" FOOTER "Bye" BUTTON "Open"`,
  `${text("link")}\nLET M = SENT MESSAGES[0]\nEXPECT M.url = "https://example.com/42" AND M.header.text = "Order" AND M.footer = "Bye"`,
  `${text("list")}\nLET M = SENT MESSAGES[0]\nEXPECT M.rows[1].id = "bread" AND M.rows[1].description = "fresh"\nEXPECT M.sections[0].title = "Drinks"`,
  `${text("buttons")}\nEXPECT SENT MESSAGES[0].buttons[0].id = "yes"`,
  `${text("template")}\nEXPECT SENT WHATSAPP TEMPLATE "shipped" LANGUAGE "en"`,
  `${text("template")}\nLET T = SENT MESSAGES[0].template\nEXPECT T.language = "en" AND T.values[0].name = "order" AND T.values[0].text = "42"`,
  `${text("place")}\nLET P = SENT MESSAGES[0].location\nEXPECT P.latitude = -23.5 AND P.name = "The shop"`,
  `${text("mail")}\nLET M = SENT MESSAGES[0]\nEXPECT M.attachments[0].name = "menu.pdf" AND M.attachments[0].size = 8\nEXPECT LEN(M.cc) = 0`,
];
const FAILING = [
  `${text("mark")}\nEXPECT SENT WHATSAPP`,
  `${text("mark")}\nEXPECT WHATSAPP READ "wamid.8"`,
  `${text("mark")}\nEXPECT WHATSAPP READ WITH TYPING`,
  `${text("mark")}\nEXPECT NO WHATSAPP READ`,
  `${text("list")}\nEXPECT WHATSAPP READ`,
  `${text("marked")}\nEXPECT SENT WHATSAPP IN REPLY TO "wamid.8"`,
  `${text("marked")}\nEXPECT SENT WHATSAPP USING "111"`,
  `${text("list")}\nEXPECT SENT WHATSAPP IN REPLY TO "wamid.7"`,
  `${text("list")}\nEXPECT SENT WHATSAPP USING "222333"`,
  `${text("document")}\nEXPECT SENT WHATSAPP FILE "bill.pdf"`,
  `${text("link")}\nEXPECT SENT WHATSAPP URL "https://example.com/43"`,
  `${text("link")}\nEXPECT SENT WHATSAPP HEADER "Orders"`,
  `${text("link")}\nEXPECT SENT WHATSAPP FOOTER "By"`,
  `${text("template")}\nEXPECT SENT WHATSAPP TEMPLATE "shipped" LANGUAGE "pt_BR"`,
];

test("marks are no messages, and every part of a message can be looked at", async () => {
  const folder = { ...FILES };
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING], folder);
  expect(Object.fromEntries(found)).toEqual({
    ...Object.fromEntries(HOLDING.map((body) => [body, []])),
    ...Object.fromEntries(FAILING.map((body) => [body, ["GB3501"]])),
  });
});

test.each([
  ["botons", 'did you mean "buttons"?'],
  ["read", "write EXPECT WHATSAPP READ"],
  ["interactive", "the types are text, image"],
])("the type %j, which no message has, is an error of the file", async (type, hint) => {
  const body = `EXPECT NO SENT WHATSAPP TYPE "${type}"`;
  const { findings } = await runTests(SCRIPT, `TEST "one"\n${text("list")}\n${body}\nEND TEST\n`);
  expect(findings.map(({ code }) => code)).toEqual(["GB3540"]);
  expect(findings[0]?.hint).toContain(hint);
});

test("a type that is computed is looked at when the test runs", async () => {
  const body = `LET KIND = "lists"\nEXPECT NO SENT WHATSAPP TYPE KIND`;
  const found = await outcomes(SCRIPT, [`${text("list")}\n${body}`]);
  expect([...found.values()]).toEqual([["GB3540"]]);
});
