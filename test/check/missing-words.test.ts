import { describe, expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

const TO = 'SEND WHATSAPP TO "5511999999999" WITH';

describe("a word of a statement before a value, and the next word is missing", () => {
  test.each([
    [`${TO} IMAGE "https://example.com/a.png"`, 'IMAGE FROM "https://example.com/a.png"'],
    [`${TO} VIDEO "https://example.com/a.mp4" CAPTION "x"`, "VIDEO FROM"],
    [`${TO} DOCUMENT "https://example.com/a.pdf" NAMED "b.pdf"`, "DOCUMENT FROM"],
    [`${TO} AUDIO "https://example.com/a.ogg" WITH VOICE`, "AUDIO FROM"],
    [`P$ = "https://example.com/a.webp"\n${TO} STICKER P$`, "STICKER FROM P$"],
    [`${TO} LOCATION "-23, -46"`, 'LOCATION AT "-23, -46"'],
  ])("%s", (script, hint) => {
    const [found, ...others] = said(script);
    expect(others).toEqual([]);
    expect(found).toMatch(/^GB2464 /);
    expect(found).toContain(`(write ${hint}`);
  });

  test.each([
    `IMAGE = "x"\n${TO} IMAGE`,
    `IMAGE = "x"\n${TO} IMAGE + "y"`,
    `IMAGE = ["x"]\n${TO} IMAGE[0]`,
    `IMAGE = "x"\n${TO} IMAGE IN REPLY TO "wamid.1"`,
    `IMAGE = "x"\n${TO} IMAGE LIKE "a*"`,
    `FUNCTION IMAGE TEXT N$\nRETURN N$\nEND FUNCTION\n${TO} IMAGE TEXT "x"`,
  ])("but not where it is a name: %s", (script) => {
    expect(codes(script)).toEqual([]);
  });
});

test.each([
  ["X = DOWNLOAD WHATSAPP MEDIA\nPRINT X", "1:28 expected a value, found the end of the line"],
  ['X = DOWNLOAD WHATSAPP MEDIA AS "a.jpg"\nPRINT X', "1:29 expected a value, found AS"],
  ["DOWNLOAD WHATSAPP MEDIA", "1:24 expected a value, found the end of the line"],
  ['DOWNLOAD SMS MEDIA AS "a.jpg"', "1:20 expected a value, found AS"],
  ["MARK WHATSAPP READ", "1:19 expected a value, found the end of the line"],
])("a statement without its value says how it is written: %s", (script, message) => {
  const [found, ...others] = said(script);
  expect(others).toEqual([]);
  expect(found).toContain(`GB2240 ${message} (it is written `);
});

describe("handlers of WhatsApp", () => {
  test.each([
    ['TEXT "menu"', 'GB2465 1:18 ON WHATSAPP TEXT takes no "menu" (only BUTTON and LIST take'],
    ["TEXT menu", "GB2465 1:18 ON WHATSAPP TEXT takes no menu"],
    ['IMAGE "menu"', "GB2465 1:19 "],
    [
      "VOICE",
      "GB2230 1:1 no handler begins with ON WHATSAPP VOICE (did you mean ON WHATSAPP AUDIO?)",
    ],
    ["PHOTO", "did you mean ON WHATSAPP IMAGE?"],
    ["PICTUR", "no handler begins with ON WHATSAPP PICTUR (write one of ON WHATSAPP MESSAGE, "],
    ["", "ON WHATSAPP alone is no handler (write one of ON WHATSAPP MESSAGE, "],
  ])("ON WHATSAPP %s", (kind, message) => {
    const [found, ...others] = said(`ON WHATSAPP ${kind} DO\nPRINT "x"\nEND ON`);
    expect(others).toEqual([]);
    expect(found).toContain(message);
  });
});

test.each([
  ["5 PER DAY", "found DAY (it is written LIMIT 5 PER SECOND, MINUTE or HOUR)"],
  ["5 PER 10 MINUTES", "found 10 (it is written LIMIT 5 PER SECOND, MINUTE or HOUR)"],
  ["5 PER MINUTES", "found MINUTES (did you mean MINUTE?)"],
])("LIMIT %s shows the units", (limit, message) => {
  for (const head of ['ON WEBHOOK POST TO "/a"', 'WEBHOOK "a"']) {
    const [found, ...others] = said(
      `${head} LIMIT ${limit}\nPRINT "x"\nEND ${head.split(" ")[0] ?? ""}`,
    );
    expect(others).toEqual([]);
    expect(found).toContain(message);
  }
});

test("a reaction may name its message as an answer does", () => {
  expect(codes(`${TO} REACTION "👍" IN REPLY TO "wamid.1" USING "115"`)).toEqual([]);
  expect(said(`${TO} REACTION "👍"`)).toEqual([
    "GB2241 1:52 SEND WHATSAPP WITH REACTION needs TO (add TO and its value)",
  ]);
  expect(codes(`${TO} REACTION "👍" TO "wamid.1" IN REPLY TO "wamid.2"`)).toEqual(["GB2242 1:66"]);
});
