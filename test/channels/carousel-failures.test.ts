import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(async () => {
  await import("../../src/cli/check.ts");
  await import("../../src/cli/run.ts");
}, 60_000);

const TO = 'SEND WHATSAPP TO "5511999999999" WITH CAROUSEL "New:" CARDS';
const PAGE = { button: "Buy", url: "https://example.com/a" };
const IMAGE = "https://example.com/a.jpg";
const CARD = { image: IMAGE, ...PAGE };

/** What is wrong with a script's lines, by their numbers. */
async function found(lines: readonly string[]): Promise<readonly string[]> {
  const folder = await folderWith({ "a.bas": lines.join("\n") });
  const { stderr, stdout } = await gbasic(["check", "a.bas"], folder);
  return [...`${stdout}${stderr}`.matchAll(/a\.bas:(\d+):\d+ \w+ (GB\d+)/g)].map(
    ([, line, code]) => `${line ?? ""} ${code ?? ""}`,
  );
}

const WRONG_CARDS: readonly (readonly [cards: unknown, code: string])[] = [
  ["Tea, Mate", "GB4765"],
  [[CARD, "Mate"], "GB4765"],
  [[CARD, PAGE], "GB4766"],
  [[CARD, { ...CARD, video: "https://example.com/a.mp4" }], "GB4766"],
  [[CARD, { ...CARD, image: "mate.jpg" }], "GB4767"],
  [[CARD, { ...CARD, image: "2762702990552401" }], "GB4767"],
  [[CARD, { ...CARD, image: "https://example.com" }, { ...CARD, image: "https://x" }], "GB4646"],
  [[CARD, { image: IMAGE }], "GB4768"],
  [[CARD, { ...CARD, buttons: ["Yes"] }], "GB4768"],
  [[CARD, { image: IMAGE, buttons: ["Yes"] }], "GB4769"],
  [
    [
      { image: IMAGE, buttons: ["Yes", "No"] },
      { image: IMAGE, buttons: ["Yes"] },
    ],
    "GB4769",
  ],
  [[CARD], "GB4770"],
  [[], "GB4770"],
  [Array.from({ length: 11 }, () => CARD), "GB4641"],
  [[CARD, { ...CARD, text: "1\n2\n3\n4" }], "GB4771"],
  [[CARD, { ...CARD, text: "x".repeat(161) }], "GB4640"],
  [[CARD, { ...CARD, button: "x".repeat(21) }], "GB4640"],
  [[CARD, { image: IMAGE, url: PAGE.url }], "GB4642"],
  [[CARD, { ...CARD, url: "example" }], "GB4646"],
  [[CARD, { ...CARD, titel: "Tea" }], "GB4730"],
];

describe("a carousel", () => {
  test("says of each mistake what it is, when it is checked", async () => {
    const lines = WRONG_CARDS.map(([cards]) => `${TO} ${JSON.stringify(cards)}`);
    expect(await found(lines)).toEqual(
      WRONG_CARDS.map(([, code], index) => `${String(index + 1)} ${code}`),
    );
  });

  test("says so of values that are known when it runs alone", async () => {
    const folder = await folderWith({ "a.bas": `LET C = LOWER("TEA")\n${TO} C` });
    const { stderr } = await gbasic(["run", "a.bas"], folder);
    expect(stderr).toContain("GB4765");
  });
});

describe("a request for an address", () => {
  const ask = (to: string, clauses: string) =>
    `SEND WHATSAPP TO "${to}" WITH ADDRESS REQUEST "Where to?" ${clauses}`;
  const wrong: readonly (readonly [line: string, code: string])[] = [
    [ask("911234567890", 'VALUES "Mumbai"'), "GB4772"],
    [ask("911234567890", "SAVED [1]"), "GB4772"],
    [ask("911234567890", 'SAVED { "home": "Mumbai" }'), "GB4772"],
    [ask("911234567890", "ERRORS {}"), "GB4772"],
    [ask("911234567890", 'VALUES { "pin_code": "400063" }'), "GB4730"],
    [ask("911234567890", 'VALUES { "in_pin_code": "4000633" }'), "GB4640"],
    [ask("911234567890", 'SAVED { "home": { "in_pin_code": "4000633" } }'), "GB4640"],
  ];

  test("says of each mistake what it is, when it is checked", async () => {
    expect(await found(wrong.map(([line]) => line))).toEqual(
      wrong.map(([, code], index) => `${String(index + 1)} ${code}`),
    );
  });

  test("goes to numbers of India alone", async () => {
    const folder = await folderWith({ "a.bas": ask("5511999999999", "") });
    const { stderr } = await gbasic(["run", "a.bas"], folder);
    expect(stderr).toContain("GB4773");
  });
});
