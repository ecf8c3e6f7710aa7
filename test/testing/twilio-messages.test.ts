import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON SMS DO
  LET FILES = ""
  FOR EACH FILE IN SMS.media
    FILES = FILES + FILE.type + " " + FILE.url + ";"
  NEXT FILE
  PRINT SMS.channel & "|" & SMS.from & "|" & SMS.to & "|" & SMS.name & "|" & SMS.button & "|" & FILES
  PRINT SMS.id & " " & SMS.fields.NumMedia & " " & SMS.fields.WaId
  PRINT "opt " & SMS.optout & ";"
  IF SMS.body = "sender" THEN SEND SMS TO SMS.from WITH "a" FROM "Ana Shop" : EXIT
  IF SMS.body = "wrong" THEN SEND SMS TO SMS.from WITH "a" FROM SMS.body + ", really" : EXIT
  SEND SMS TO SMS.from WITH SMS.body AND MEDIA SMS.media[0].url
END ON
`;

const HOLDING = [
  'RECEIVE SMS "a"\nEXPECT BODY CONTAINS "sms|+5511999999999|+15550001111|||"',
  'RECEIVE SMS "a" MEDIA "https://a/1"\nEXPECT BODY CONTAINS "image/jpeg https://a/1;"\nEXPECT BODY CONTAINS "MM0"',
  'RECEIVE SMS "" MEDIA ["https://a/1", "https://a/2"] TYPE "video/mp4" FROM "+15552223333"\nEXPECT BODY CONTAINS "video/mp4 https://a/1;video/mp4 https://a/2;"',
  'RECEIVE SMS "a" FROM "whatsapp:+5511988887777"\nEXPECT BODY CONTAINS "whatsapp|whatsapp:+5511988887777|whatsapp:+15550001111|Ana||"\nEXPECT BODY CONTAINS " 0 5511988887777"',
  'RECEIVE SMS "Yes" FROM "whatsapp:+5511988887777" NAMED "Bia" BUTTON "yes"\nEXPECT BODY CONTAINS "|Bia|yes|"',
  'RECEIVE SMS "a" MEDIA "https://a/1"\nEXPECT SMS CONTAINING "a"\nEXPECT SENT MESSAGES[0].media[0] = "https://a/1"',
  'RECEIVE SMS "a"\nEXPECT SENT MESSAGES[0].media IS NULL',
  'RECEIVE SMS "Parar" OPTOUT STOP\nEXPECT BODY CONTAINS "opt stop"',
  'RECEIVE SMS "a"\nEXPECT BODY CONTAINS "opt ;"',
  'RECEIVE SMS "sender"\nEXPECT SENT MESSAGES[0].from = "Ana Shop"\nEXPECT SMS',
  'RECEIVE SMS "wrong"\nEXPECT ERROR "GB4687"\nEXPECT NO SMS',
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE SMS "a" MEDIA "ticket.png"\nEXPECT NO ERROR', "GB3501"],
  ['RECEIVE SMS ""\nEXPECT SMS', "GB3501"],
];

test("files and WhatsApp messages arrive by ON SMS, and leave by SEND SMS", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
