import { expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";

const on = (path: string, method = "POST") =>
  `ON WEBHOOK ${method} TO "${path}" OPEN DO\n  PRINT 1\nEND ON\n`;
const CALL = 'ON CALL DO\n  SAY "a"\nEND ON\n';
const SMS = 'ON SMS DO\n  PRINT "a"\nEND ON\n';
const RECEIVED = 'ON WHATSAPP MESSAGE RECEIVED DO\n  PRINT "a"\nEND ON\n';
const STATUS = 'ON WHATSAPP STATUS DO\n  PRINT "a"\nEND ON\n';
const NAMED = 'WEBHOOK "Ok"\n  RETURN 1\nEND WEBHOOK\n';
const SENDS = 'SUB Tell\n  SEND SMS TO "+15550002222" WITH "a"\nEND SUB\n';
const SMS_STATUS = "ON SMS STATUS DO\n  LOG 1\nEND ON\n";

const at = (handler: string, path: string) => handler.replace("DO", `TO "${path}" DO`);

/** What is told of two scripts of a folder, the first of which has all lines. */
async function told(first: string, second: string, settings: Readonly<Record<string, string>>) {
  const env = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  const files = { "s/a.bas": first, "s/b.bas": second, ".env": env.join("") };
  const { stdout, code } = await gbasic(["check", "s"], await folderWith(files));
  expect(code).toBe(0);
  return [...stdout.matchAll(/^s\/(\w)\.bas:(\d+):1 warning (GB\d+)/gm)].map(
    ([, file, line, found]) => `${file ?? ""}${line ?? ""} ${found ?? ""}`,
  );
}

test.each([
  [CALL, on("/twilio/voice"), ["a1 GB4241"]],
  [CALL, on("/twilio/voice/"), ["a1 GB4241"]],
  [CALL, on("/twilio/sms"), []],
  [SMS, on("/twilio/sms"), ["a1 GB4241"]],
  [SMS, on("/twilio/sms", "GET"), []],
  [RECEIVED + STATUS, on("/webhooks/whatsapp"), ["a1 GB4241"]],
  [STATUS, on("/webhooks/whatsapp").replace("OPEN", "RAW"), ["a1 GB4241"]],
  [NAMED, on("/webhook/ok"), ["b1 GB2672"]],
  [NAMED, on("/webhook/Ok/"), ["b1 GB2672"]],
  [NAMED, on("/webhook/okay"), []],
  [NAMED, on("/webhook/ok", "GET"), []],
  [SENDS + CALL, on("/twilio/sms/status"), ["b1 GB4699"]],
  [SENDS + CALL, on("/twilio/voice/status"), []],
  [CALL, on("/twilio/sms/status"), []],
  [SENDS + SMS_STATUS, on("/twilio/sms/status"), ["a4 GB4241"]],
  [SMS_STATUS, at(CALL, "/twilio/sms/status"), ["b1 GB4802"]],
  [SMS_STATUS, at(SMS, "/twilio/sms/status/"), ["b1 GB4802"]],
  [SENDS + CALL, at(CALL, "/twilio/sms/status"), ["b1 GB4802"]],
  [SMS_STATUS, at(CALL, "/twilio/voice/status"), []],
  [CALL, at(CALL, "/twilio/sms/status"), []],
  [CALL, at(SMS, "/twilio/voice"), ["a1 GB4241"]],
])("handlers in the way of others are told of: %s %s", async (first, second, found) => {
  expect(await told(first, second, {})).toEqual(found);
});

test("the settings in .env say where handlers listen", async () => {
  const paths = {
    TWILIO_CALL_PATH: "/voice",
    TWILIO_SMS_PATH: "/text",
    WHATSAPP_PATH: "/wa",
  };
  const all = CALL + SMS + RECEIVED;
  const usual = on("/twilio/voice") + on("/twilio/sms") + on("/webhooks/whatsapp");
  expect(await told(all, usual, paths)).toEqual([]);
  const own = on("/voice") + on("/text") + on("/wa");
  expect(await told(all, own, paths)).toEqual(["a1 GB4241", "a4 GB4241", "a7 GB4241"]);
  expect(await told(SENDS + CALL, on("/text/status"), paths)).toEqual(["b1 GB4699"]);
  const status = { TWILIO_SMS_PATH: "/twilio/voice/status" };
  expect(await told(CALL + "ON CALL STATUS DO\nEND ON\n", SMS, status)).toEqual(["b1 GB4802"]);
  expect(await told(CALL, on("/twilio/voice"), { GBASIC_PORT: "wrong" })).toEqual(["a1 GB4241"]);
});

test("a comment silences what is told of handlers", async () => {
  const silenced = CALL.replace("DO\n", "DO ' gbasic-ignore GB4241\n");
  expect(await told(silenced, on("/twilio/voice"), {})).toEqual([]);
});

test("what is right in one file is told of while another has an error", async () => {
  const files = { "a.bas": CALL, "b.bas": on("/twilio/voice"), "c.bas": "SEND MIAL 1\n" };
  const { stdout } = await gbasic(["check", "."], await folderWith(files));
  expect(stdout).toContain("a.bas:1:1 warning GB4241");
  expect(stdout).toMatch(/c\.bas:1:1 error GB2/);
});
