import { describe, expect, test } from "vitest";
import { codes, load } from "../../check/diagnostics.ts";
import { folderWith, gbasic } from "../../cli/command.ts";

const TO = 'SEND WHATSAPP TO "5511999999999" WITH';

async function run(script: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({ ...files, "script.bas": script });
  const { stdout, stderr, code } = await gbasic(["run", "script.bas"], folder);
  return { code, said: `${stdout}${stderr}` };
}

describe("what WhatsApp would refuse is told before the script runs", () => {
  test.each([
    [`${TO} "${"x".repeat(4097)}"`, ["GB4005 1:39"]],
    [`${TO} BUTTONS "a" AND ITEMS "1, 2, 3, 4"`, ["GB4641 1:61"]],
    [`${TO} BUTTONS "a" AND ITEMS ["1", "2", "3", "4"]`, ["GB4641 1:61"]],
    [`${TO} BUTTONS "a" AND ITEMS { "a": "${"x".repeat(21)}" }`, ["GB4640 1:61"]],
    [`CONST ALL = "a, b, c, d"\n${TO} BUTTONS "a" ITEMS ALL`, ["GB4641 2:57"]],
    [`${TO} LIST "a" ITEMS "" BUTTON "${"x".repeat(21)}"`, ["GB4642 1:54", "GB4640 1:64"]],
    [`${TO} LINK "a" BUTTON "b" URL "example"`, ["GB4646 1:63"]],
    [`${TO} IMAGE FROM "a.exe"`, ["GB4644 1:50"]],
    [`${TO} AUDIO FROM "a.mp3" WITH VOICE`, ["GB4741 1:50"]],
    [`${TO} AUDIO FROM "https://example.com/a.MP3?b=1" WITH VOICE`, ["GB4741 1:50"]],
    [`X = "a.mp3"\n${TO} AUDIO FROM X IN REPLY TO "wamid.1" WITH VOICE`, ["GB4741 2:50"]],
    [`${TO} AUDIO FROM "a.wav" WITH VOICE`, ["GB4644 1:50"]],
    ...["a.ogg", "a.opus", "1234567", "https://example.com/a"].map((sound): [string, string[]] => [
      `${TO} AUDIO FROM "${sound}" WITH VOICE`,
      [],
    ]),
    [`${TO} AUDIO FROM "a.mp3"`, []],
    [`${TO} IMAGE FROM "../a.png"`, ["GB4231 1:50"]],
    [`${TO} IMAGE FROM "a/../../a.png"`, ["GB4231 1:50"]],
    [`${TO} IMAGE FROM "a/../b..png"`, []],
    [`SEND FILE TO TRIM$("x"), "../a.png"`, ["GB4231 1:26"]],
    [`SEND FILE TO "email:ana@example.com", "../a.png"`, ["GB4231 1:39"]],
    [`SEND FILE TO "5511999999999", "a.exe"`, ["GB4644 1:31"]],
    [`SEND FILE TO "email:ana@example.com", "a.exe"`, []],
    [`${TO} LOCATION AT "here"`, ["GB4662 1:51"]],
    [`${TO} TEMPLATE "x" LANGUAGE "english"`, ["GB4649 1:61"]],
    [`${TO} BUTTONS "a" ITEMS [{ "id": "1", "titel": "b" }]`, ["GB4730 1:57"]],
    [`${TO} BUTTONS "a" ITEMS [{ "title": "b", "description": "c" }]`, ["GB4730 1:57"]],
    [`${TO} LIST "a" ITEMS [{ "ID": "1", "Title": "b", "desc": "c" }]`, ["GB4730 1:54"]],
    [`${TO} LIST "a" ITEMS [{ "title": "b", "rows": "c, d", "foot": "e" }]`, ["GB4730 1:54"]],
    [`${TO} TEMPLATE "t" BUTTONS [{ "ulr": "x" }]`, ["GB4730 1:60"]],
    [`${TO} TEMPLATE "t" BUTTONS [{ "flow": "x", "data": { "any": 1 } }, null, "b"]`, []],
    [`${TO} TEMPLATE "t" VALUES ["a    b", "a     b"]`, ["GB4731 1:59"]],
    [`${TO} TEMPLATE "t" VALUES ["a    b"]`, []],
    [`${TO} TEMPLATE "t" VALUES [null, "b"]`, ["GB4732 1:59"]],
    [`${TO} TEMPLATE "t" VALUES { "na me": "x" }`, ["GB4733 1:59"]],
    [`${TO} TEMPLATE "t" VALUES { "a": "" }`, ["GB4732 1:59"]],
    [`${TO} TEMPLATE "t" COMPONENTS "x"`, ["GB4666 1:63"]],
    [`SEND TEMPLATE TO "5511999999999", "t", ["a", ""]`, ["GB4732 1:40"]],
    [`${TO} REACTION "👍👍" TO "wamid.1"`, ["GB4722 1:48"]],
    [`${TO} REACTION "👍" TO ""`, ["GB4642 1:56"]],
    [`${TO} LIST "a" ITEMS { "x": [], "y": ["a"] }`, ["GB4642 1:54"]],
    [`${TO} PRODUCTS { "x": [], "y": ["a"] } CATALOG "1" HEADER "a" TEXT "b"`, ["GB4642 1:48"]],
    [`${TO} CONTACTS []`, ["GB4642 1:48"]],
    [`${TO} CONTACT ""`, ["GB4663 1:47"]],
    [`${TO} PRODUCT "" CATALOG " "`, ["GB4642 1:47", "GB4642 1:58"]],
    [`${TO} FLOW "a" ID "" BUTTON "b"`, ["GB4642 1:51"]],
    [`${TO} "a" USING "abc"`, ["GB4650 1:49"]],
    [`${TO} IMAGE FROM "1234567" USING "abc"`, ["GB4650 1:66"]],
    [`${TO} "a" USING "+14155238886"`, []],
    [`${TO} "a" USING ""`, []],
    [`${TO} TEMPLATE "t" HEADER "a     b"`, ["GB4731 1:59"]],
    [`SEND TEMPLATE "x", "sms", "5511"`, ["GB4665 1:20"]],
    [`${TO} REACTION "thanks" TO "wamid.1"`, ["GB4722 1:48"]],
    [`${TO} REACTION "👍👍" TO "wamid.1"`, ["GB4722 1:48"]],
    [`${TO} REACTION "1" TO "wamid.1"`, ["GB4722 1:48"]],
    ...["", "👍", "❤", "❤️", "👍🏽", "🇧🇷", "👨‍👩‍👧", "1️⃣"].map((emoji): [string, string[]] => [
      `${TO} REACTION "${emoji}" TO "wamid.1"`,
      [],
    ]),
  ])("%s", (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });

  test("and nothing is told of what comes from outside", () => {
    const script = `ON WEBHOOK POST TO "/a" DO
  LET X = GET REQUEST BODY
  ${TO} BUTTONS X ITEMS X
  ${TO} IMAGE FROM X AND CAPTION X
END ON`;
    expect(codes(script)).toEqual([]);
  });
});

test("and what is known only at run is told then", async () => {
  const template = await run(`LET X = "a" + CHR(10) + "b"
${TO} TEMPLATE "t" VALUES ["c", X]`);
  expect(template.said).toContain('GB4731: the value 2 of the template is "a\\nb"');
  const list = await run(`LET R = { "title": "b", "desc": "c" }
${TO} LIST "t" ITEMS [R]`);
  expect(list.code).toBe(1);
  expect(list.said).toContain('GB4730: an object of ITEMS takes no "desc"');
  expect(list.said).toContain("did you mean description?");
});

describe("parts of a message that would get lost are told of, whatever their values are", () => {
  const JPEG = '"https://example.com/a.jpg"';
  test.each([
    [`${TO} TEMPLATE "t" VALUES ["a"] COMPONENTS X`, ["GB4745 3:76"]],
    [`${TO} TEMPLATE "t" COMPONENTS X HEADER X IMAGE X`, ["GB4745 3:80", "GB4745 3:63"]],
    [`${TO} TEMPLATE "t" HEADER X DOCUMENT X NAMED X`, ["GB4745 3:70"]],
    [`${TO} TEMPLATE "t" IMAGE X NAMED X`, ["GB4746 3:66"]],
    [`${TO} TEMPLATE "t" COMPONENTS X LANGUAGE "en"`, []],
    [`${TO} TEMPLATE "t" VALUES X BUTTONS X DOCUMENT X NAMED X`, []],
    [`${TO} BUTTONS X ITEMS X HEADER "x" IMAGE ${JPEG}`, ["GB4745 3:74"]],
    [`${TO} BUTTONS X ITEMS X VIDEO X IMAGE ${JPEG}`, ["GB4745 3:63"]],
    [`${TO} LINK X BUTTON X URL X NAMED X`, ["GB4746 3:67"]],
    [`${TO} FLOW X ID X BUTTON X IMAGE X HEADER X`, ["GB4745 3:66"]],
  ])("%s", (statement, expected) => {
    const script = `ON WEBHOOK POST TO "/a" OPEN DO\nX = GET REQUEST BODY\n${statement}\nEND ON`;
    expect(codes(script).toSorted()).toEqual(expected.toSorted());
  });

  test("and such a script does not run", async () => {
    const { said, code } = await run(`${TO} BUTTONS "a" ITEMS "b" IMAGE ${JPEG} NAMED "c"`);
    expect(code).toBe(1);
    expect(said).toContain("error GB4746: NAMED is what a document is called on the phone");
    expect(said).not.toContain("simulated");
  });
});

/** A carousel of pictures at these addresses. */
function carousel(...addresses: readonly string[]): string {
  const cards = addresses.map(
    (address) => `{ "image": "${address}", "buttons": [{ "id": "a", "title": "b" }] }`,
  );
  return `${TO} CAROUSEL "new" CARDS [${cards.join(", ")}]`;
}

describe("an address that ends as a file of another kind is warned of", () => {
  test.each([
    [`${TO} IMAGE FROM "https://example.com/a.gif"`, ["GB2481 1:50"]],
    [`${TO} IMAGE FROM "https://example.com/a.GIF?b=c.png#d"`, ["GB2481 1:50"]],
    [`${TO} DOCUMENT FROM "https://example.com/a.exe"`, ["GB2481 1:53"]],
    [`${TO} STICKER FROM "https://example.com/a.png"`, ["GB2481 1:52"]],
    [`${TO} BUTTONS "a" ITEMS "b" IMAGE "https://example.com/a.pdf"`, ["GB2481 1:67"]],
    [`${TO} TEMPLATE "t" VIDEO "https://example.com/a.jpg"`, ["GB2481 1:58"]],
    [`${TO} TEMPLATE "t" DOCUMENT "https://example.com/a.exe"`, ["GB2481 1:61"]],
    [carousel("https://example.com/a.gif", "https://example.com/b.jpg"), ["GB2481 1:60"]],
    [carousel("https://example.com/a.jpg", "https://example.com/b.mp4"), ["GB2481 1:60"]],
    [carousel("https://example.com/a.jpg", "https://example.com/b"), []],
    [`SEND FILE TO "5511999999999", "https://example.com/a.gif"`, ["GB2481 1:31"]],
    [`SEND FILE TO "email:ana@example.com", "https://example.com/a.gif"`, []],
    [`${TO} IMAGE FROM "https://example.com"`, []],
    [`${TO} IMAGE FROM "https://example.com/a"`, []],
    [`${TO} IMAGE FROM "https://example.com/a.php?name=b.gif"`, []],
    [`${TO} IMAGE FROM "https://example.com/v1.2"`, []],
    [`${TO} IMAGE FROM "https://example.com/a.JPEG?b=c.gif"`, []],
    [`${TO} DOCUMENT FROM "https://example.com/a.png"`, []],
  ])("%s", (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });

  test("and is sent", async () => {
    const { said, code } = await run(`${TO} IMAGE FROM "https://example.com/a.gif"`);
    expect(code).toBe(0);
    expect(said).toContain("simulated whatsapp to 5511999999999, image https://example.com/a.gif");
  });
});

describe("a send of nothing, or to nobody, is warned of", () => {
  test.each([
    [`${TO} ""`, ["GB2479 1:39"]],
    ['SEND WHATSAPP TO "" WITH "a"', ["GB2479 1:18"]],
    ['CONST P = " "\nSEND WHATSAPP P, "a"', ["GB2479 2:15"]],
    ['SEND WHATSAPP TO "" WITH LIST "a" ITEMS "b"', ["GB2479 1:18"]],
    [`${TO} IMAGE FROM ""`, ["GB2479 1:50"]],
    [`${TO} AUDIO FROM "" WITH VOICE`, ["GB2479 1:50"]],
    ['SEND SMS TO "+5511999999999" WITH ""', ["GB2479 1:35"]],
    ['SEND SMS "", "a"', ["GB2479 1:10"]],
    ['SEND SMS TO "+5511999999999" WITH "" AND MEDIA "https://example.com/a.png"', []],
    ['TALK TO "", "a"', ["GB2479 1:9"]],
    ['TALK TO "sms:", "a"', ["GB2479 1:9"]],
    ['TALK TO "sms:+5511999999999", ""', ["GB2479 1:31"]],
    ['TALK TO "email:", "a"', ["GB2479 1:9"]],
    ['SEND TEMPLATE "t", "whatsapp", ""', ["GB2479 1:32"]],
    ['SEND MAIL "", "a", "b"', ["GB2479 1:11"]],
    ['SEND MAIL [] , "a", "b"', ["GB2479 1:11"]],
    ['SEND MAIL TO "ana@example.com" SUBJECT "a" CC ""', []],
    ['BEGIN MAIL ""\nSubject: a\n\na\nEND MAIL', ["GB2479 1:12"]],
    [`LET X = ""\nIF NOW() > "2026" THEN X = "a"\n${TO} X`, []],
    [`LET X = ""\nX = X + "a"\n${TO} X`, []],
  ])("%s", (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });
});

describe("a recipient in the script that nothing can reach is told of", () => {
  test.each([
    ['SEND WHATSAPP TO "Ana" WITH "a"', ["GB4723 1:18"]],
    ['LET N$ = "12"\nSEND WHATSAPP N$, "a"', ["GB4723 2:15"]],
    ['SEND WHATSAPP TO "Ana" WITH IMAGE FROM "a.png"', ["GB4723 1:18"]],
    ['SEND TEMPLATE TO "Ana", "hello"', ["GB4723 1:18"]],
    ['SEND SMS TO "whatsapp:Ana" WITH "a"', ["GB4723 1:13"]],
    ['SEND MAIL TO "ana", "a", "b"', ["GB4723 1:14"]],
    ['SEND MAIL TO "ana@example.com" SUBJECT "a" CC ["rui"]', ["GB4723 1:47"]],
    ['BEGIN MAIL "ana"\nSubject: a\nEND MAIL', ["GB4723 1:12"]],
    ['SEND WHATSAPP TO "11 99999" WITH "a"', ["GB4723 1:18"]],
    ['SEND WHATSAPP TO "+1 (555) 123" WITH "a"', ["GB4723 1:18"]],
    ['TALK TO "whatsapp:+7 999 12", "a"', ["GB4723 1:9"]],
    ['SEND WHATSAPP TO "+55 9999-9" WITH "a"', ["GB4723 1:18"]],
    ['SEND WHATSAPP TO 123456 WITH "a"', ["GB4723 1:18"]],
    [`SEND WHATSAPP TO "${"9".repeat(16)}" WITH "a"`, ["GB4723 1:18"]],
    ['TALK TO "whatsapp:Ana", "a"', ["GB4723 1:9"]],
    ['TALK TO "email:ana", "a"', ["GB4723 1:9"]],
    ['SEND FILE TO "sms:ana", "a.pdf"', ["GB4667 1:14"]],
    ['TALK TO "fax:1", "a"', ["GB4664 1:9"]],
  ])("%s", (script, expected) => {
    expect(codes(script)).toEqual(expected);
  });

  test.each([
    'SEND WHATSAPP TO "+55 (11) 99999-9999" WITH "a"',
    'SEND WHATSAPP TO "BR.1502576394655843" WITH "a"',
    'SEND WHATSAPP TO "BR.15" WITH "a"',
    'SEND WHATSAPP TO "+1 (631) 555-1234" WITH "a"',
    'SEND WHATSAPP TO "whatsapp:+683 4123" WITH "a"',
    'SEND SMS TO "12345" WITH "a"',
    'SEND WHATSAPP TO 5511999999999 WITH "a"',
    'SEND SMS TO "whatsapp:+15550001111" WITH "a"',
    'SEND MAIL TO "Ana <ana@example.com>; rui@example.com", "a", "b"',
  ])("%s is fine", (script) => {
    expect(codes(script)).toEqual([]);
  });
});

describe("and else when the message is to go out", () => {
  test.each([
    ['BUTTONS X ITEMS SPLIT(X, " ")', "GB4641"],
    ['BUTTONS X ITEMS UCASE$(X) + STRING$(20, "x")', "GB4640"],
    ['IMAGE FROM LCASE$("A.PDF")', "GB4644"],
    ["LOCATION AT [X, X]", "GB4662"],
    ["BUTTONS X ITEMS 1 = 1", "GB4660"],
    ['PRODUCTS [] CATALOG "1" HEADER X TEXT X', "GB4642"],
  ])("%s", async (rest, code) => {
    const { said } = await run(`LET X = TRIM$("1 2 3 4 ")\n${TO} ${rest}`);
    expect(said).toContain(`error ${code}: `);
  });

  test("a file outside of the folder of scripts is refused as an attachment is", async () => {
    const { said } = await run(`${TO} DOCUMENT FROM LCASE$("../SECRET.PDF")`);
    expect(said).toMatch(/^script\.bas:1:1 error GB4231: /);
  });

  test("a file that is not there is told of with its path", async () => {
    const { said } = await run(`${TO} IMAGE FROM "pictures/tea.png"`);
    expect(said).toContain('error GB4232: "pictures/tea.png" cannot be read');
  });
});

describe("what is left out", () => {
  test.each([
    ['SEND WHATSAPP TO "" WITH IMAGE FROM "https://example.com/a.png"', "it has no recipient"],
    [`${TO} IMAGE FROM ""`, "it has no image"],
    [`MARK WHATSAPP READ ""`, "it has no message"],
    ['TALK TO "whatsapp:", "hi"', "it has no recipient"],
    ['TALK TO "sms:+5511999999999", ""', "it has no text"],
  ])("%s is skipped", async (script, reason) => {
    const { code, said } = await run(script);
    expect(said).toContain(reason);
    expect(code).toBe(0);
  });

  test("empty clauses count as left out", async () => {
    const { said } = await run(
      `${TO} BUTTONS "Go?" ITEMS "Yes" HEADER "" FOOTER "" IN REPLY TO ""`,
    );
    expect(said).toBe("simulated whatsapp to 5511999999999, buttons Yes: Go?\n");
  });
});

describe("words that are also names", () => {
  test.each([
    ["LIST", 'LET LIST = "a"', "LIST"],
    ["BUTTONS", 'LET BUTTONS = ["a"]', "BUTTONS[0]"],
    ["PRODUCT", 'LET PRODUCT = { "name": "a" }', "PRODUCT.name"],
    ["IMAGE", 'LET IMAGE = "a"', 'IMAGE + ""'],
    ["LOCATION", 'LET LOCATION = "a"', "LOCATION"],
  ])("%s is a variable where no form goes on", async (_, set, use) => {
    expect((await run(`${set}\n${TO} ${use}`)).said).toBe(
      "simulated whatsapp to 5511999999999: a\n",
    );
  });
});

test("channels are needed as the recipient says", async () => {
  const needs = (script: string) => [...(load(["a.bas", script]).program.scripts[0]?.needs ?? [])];
  expect(needs('TALK TO "sms:+5511", "a"')).toEqual(["sms"]);
  expect(needs('TALK TO "email:" + GET REQUEST BODY, "a"')).toContain("mail");
  expect(needs('TALK TO "${TRIM$(\\"a\\")}", "a"')).toEqual(["whatsapp"]);
  expect(needs('SEND FILE TO "ana@example.com", "a.pdf"')).toEqual(["mail", "files", "http"]);
});

test("TALK TO takes the channel before the address", async () => {
  const { said } = await run(`TALK TO "+5511999999999", "a"
TALK TO "sms:+5511999999999", "b"
TALK TO "email:ana@example.com", "Subject\\nText"
TALK TO "rui@example.com", "c"`);
  expect(said).toBe(`simulated whatsapp to +5511999999999: a
simulated sms to +5511999999999: b
simulated mail to ana@example.com, subject Subject: Subject
Text
simulated mail to rui@example.com, subject c: c
`);
});

test("SEND FILE TO sends what a file's name says, and by mail an attachment", async () => {
  const { said } = await run(
    `FOR EACH NAME IN ["a.png", "a.mp4", "a.ogg", "a.webp", "a.pdf"]
  SEND FILE TO "whatsapp:5511999999999", NAME
NEXT
SEND FILE TO "email:ana@example.com", "a.pdf", "Your invoice"`,
    { "a.png": "1", "a.mp4": "2", "a.ogg": "3", "a.webp": "4", "a.pdf": "5" },
  );
  expect(
    said.split("\n").map((line) => line.replace("simulated whatsapp to 5511999999999, ", "")),
  ).toEqual([
    "image a.png",
    "video a.mp4",
    "audio a.ogg",
    "sticker a.webp",
    "document a.pdf",
    "simulated mail to ana@example.com, subject Your invoice: Your invoice",
    "",
  ]);
});
