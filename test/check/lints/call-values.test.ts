import { expect, test } from "vitest";
import type { SlotArguments } from "../../../src/statements/define.ts";
import { invoke, messageOf } from "../../statements/invoke.ts";
import { said } from "../diagnostics.ts";

const handler = (line: string) => `ON CALL DO
${line}
END ON
ON DIGITS OR SPEECH "a" DO
SAY A$
END ON
ON RECORDING "b" DO
SAY B$
END ON`;

/** One more character than Twilio's own voices read out at once. */
const LONG = "a".repeat(4097);

/** A statement with a value that Twilio does not take, and the same as it is run. */
const REFUSED: readonly (readonly [line: string, title: string, slots: SlotArguments])[] = [
  ["PAUSE 0 SECONDS", "PAUSE", { seconds: 0 }],
  ["PAUSE 1.5", "PAUSE", { seconds: 1.5 }],
  ['SAY "x" IN "klingon"', "SAY", { text: "x", language: "klingon" }],
  ['SAY "x" IN "pt_BR"', "SAY", { text: "x", language: "pt_BR" }],
  ['SAY "x" TIMES -1', "SAY", { text: "x", times: -1 }],
  [`SAY "${LONG}"`, "SAY", { text: LONG }],
  [
    `SAY "${LONG.slice(0, 3001)}" WITH VOICE "Polly.Ana"`,
    "SAY",
    { text: LONG.slice(0, 3001), voice: "Polly.Ana" },
  ],
  [`GATHER DIGITS INTO A$ SAYING "${LONG}"`, "GATHER DIGITS", { text: LONG, variable: "A$" }],
  ['PLAY "a.mp3"', "PLAY", { url: "a.mp3" }],
  ['PLAY "/a.mp3" TIMES 2000', "PLAY", { url: "/a.mp3", times: 2000 }],
  ['PLAY DIGITS "xyz"', "PLAY DIGITS", { digits: "xyz" }],
  ["GATHER DIGITS 0 INTO A$", "GATHER DIGITS", { count: 0, variable: "A$" }],
  ["GATHER DIGITS INTO A$ TIMEOUT -1", "GATHER DIGITS", { timeout: -1, variable: "A$" }],
  ['GATHER DIGITS INTO A$ FINISH KEY "ab"', "GATHER DIGITS", { finish: "ab", variable: "A$" }],
  ['GATHER DIGITS INTO A$ PLAYING "a.mp3"', "GATHER DIGITS", { url: "a.mp3", variable: "A$" }],
  ["GATHER SPEECH INTO A$ SILENCE 0", "GATHER SPEECH", { silence: 0, variable: "A$" }],
  ['GATHER SPEECH INTO A$ IN "x"', "GATHER SPEECH", { language: "x", variable: "A$" }],
  ["GATHER DIGITS OR SPEECH INTO A$ COUNT 0", "GATHER DIGITS OR SPEECH", { count: 0, block: "a" }],
  ['DIAL "abc"', "DIAL", { number: "abc" }],
  ['DIAL "+5511999999999, +5511888888888"', "DIAL", { number: "+5511999999999, +5511888888888" }],
  ['DIAL "+5511999999999" CALLER ID "x"', "DIAL", { number: "+5511999999999", caller: "x" }],
  ['DIAL "+5511999999999" TIMEOUT 0', "DIAL", { number: "+5511999999999", timeout: 0 }],
  ['DIAL "+5511999999999" LIMIT 0', "DIAL", { number: "+5511999999999", limit: 0 }],
  ["RECORD INTO B$ LIMIT 99999", "RECORD", { limit: 99_999, variable: "B$" }],
  ['RECORD INTO B$ FINISH KEY "q"', "RECORD", { finish: "q", variable: "B$" }],
  ['REDIRECT ""', "REDIRECT", { address: "" }],
  ['REDIRECT "foo"', "REDIRECT", { address: "foo" }],
  ['REDIRECT "javascript:alert(1)"', "REDIRECT", { address: "javascript:alert(1)" }],
  [
    'SEND CALL TO "+5511" SAYING "a" IN "x"',
    "SEND CALL",
    { to: "+5511", text: "a", language: "x" },
  ],
  ['SEND CALL TO "+5511" SAYING "a" FROM "x"', "SEND CALL", { to: "+5511", text: "a", from: "x" }],
];

test.each(REFUSED)("a check says of %s what running it says", async (line, title, slots) => {
  const raised = await messageOf(() => invoke(title, slots));
  const [message = "", hint = ""] = raised.replace(/^GB4687 /, "").split("\n");

  expect(raised).toMatch(/^GB4687 /);
  expect(said(handler(line)).filter((found) => found.startsWith("GB4687"))).toEqual([
    expect.stringMatching(/^GB4687 2:\d+ /),
  ]);
  expect(said(handler(line)).join("\n")).toContain(`${message} (${hint})`);
});

test.each([
  "PAUSE",
  "PAUSE 10 SECONDS",
  'SAY "x" IN "pt-BR" WITH VOICE "Polly.Camila" TIMES 0',
  'SAY "x" IN ""',
  'PLAY "/files/a.mp3"',
  'GATHER DIGITS 1 INTO A$ PLAYING "" FINISH KEY "" TIMEOUT "10"',
  'DIAL "client:ana" CALLER ID ""',
  'DIAL "sip:ana@example.com"',
  'RECORD INTO B$ LIMIT 14400 FINISH KEY "*#"',
  "PAUSE LEN(CALL.from)",
  'LET N = 1\nIF CALL.from = "1" THEN N = 0\nPAUSE N',
])("nothing is refused in %s", (lines) => {
  expect(said(handler(lines)).filter((found) => /GB4\d{3}/.test(found))).toEqual([]);
});

test("a number is followed to where the script says it", () => {
  const script = 'CONST WAIT = -1\nON CALL DO\nLET N = WAIT\nPAUSE N\nSAY "a"\nEND ON';

  expect(said(script)).toEqual([expect.stringMatching(/^GB4687 4:7 PAUSE does not take -1 sec/)]);
});
