import { expect, onTestFinished, test } from "vitest";
import { type BedOptions, type ScriptBed, testBed } from "../../src/test-library/index.ts";
import type { WhatsAppEventName } from "../../src/test-library/index.ts";
import { whatsAppEvents } from "../../src/testing/events/whatsapp/index.ts";
import { folderWith } from "../cli/command.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  LET MESSAGE = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.messages[0]"
  LOG "a " + MESSAGE.type
  IF MESSAGE.text.body = "divide" THEN LET X = 1 / 0
  SPAWN REPLY MESSAGE.from, MESSAGE.text.body
END ON

SUB REPLY(TO_NUMBER, TEXT)
  SEND WHATSAPP TO TO_NUMBER WITH GENERATE RESPONSE TEXT
  SEND MAIL TO "shop@example.com" WITH SUBJECT "News" AND BODY TEXT
  SPAWN REMIND AFTER 1 HOUR
END SUB

SUB REMIND()
  PRINT "it is " + HOUR(NOW())
END SUB

ON WEBHOOK POST TO "/twilio/voice" DO
  PRINT "<Response><Gather numDigits='1' action='/twilio/menu'><Say>Press a key</Say></Gather></Response>"
END ON
ON WEBHOOK POST TO "/twilio/menu" DO
  LET KEY = GET FORM VALUE "Digits"
  PRINT "<Response><Say>You pressed " + KEY + "</Say></Response>"
END ON
ON WEBHOOK POST TO "/twilio/sms" DO
  SEND SMS TO GET FORM VALUE "From" WITH "you wrote " + GET FORM VALUE "Body"
END ON
ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  SET RESPONSE STATUS TO 201
  SET RESPONSE HEADER "X-Order" TO ORDER.id
  PRINT { "id": ORDER.id, "list": ORDER.list }
END ON
`;

/** Makes a bed that the end of the test closes, as test frameworks do. */
async function bedWith(options: BedOptions = { text: BOT }): Promise<ScriptBed> {
  const bed = await testBed(options);
  onTestFinished(() => bed.close());
  return bed;
}

test("a WhatsApp message and all that comes of it", async () => {
  const bed = await bedWith();
  bed.mockModel("Good morning!");
  const answer = await bed.whatsapp(
    "text",
    { text: "hello" },
    { from: "+15550001111", name: "Bia" },
  );
  expect(answer).toMatchObject({ status: 200, body: "", reason: undefined });
  expect(bed.logged).toEqual(["a text"]);
  expect(bed.prompts).toEqual(["hello"]);
  expect(bed.spawned).toEqual([
    { sub: "REPLY", args: ["15550001111", "hello"], delayMs: 0 },
    { sub: "REMIND", args: [], delayMs: 3_600_000 },
  ]);
  expect(bed.sentBy("whatsapp")).toMatchObject([
    { channel: "whatsapp", to: "15550001111", text: "Good morning!" },
  ]);
  const [mail] = bed.sentBy("mail");
  expect(mail).toMatchObject({ to: ["shop@example.com"], subject: "News", text: "hello" });
  expect(bed.sent).toHaveLength(2);
  await bed.again();
  expect(bed.sent).toHaveLength(2);
});

test("time stands still until it is moved", async () => {
  const bed = await bedWith({ text: BOT, startsAt: new Date("2026-03-01T09:00:00Z") });
  await bed.whatsapp("text", { text: "hello" });
  expect(bed.printed).toEqual([]);
  await bed.advance({ minutes: 59, seconds: 60 });
  expect(bed.printed).toEqual(["it is 10"]);
  expect(bed.now).toEqual(new Date("2026-03-01T10:00:00Z"));
  bed.setClock("2026-05-01T00:00:00Z");
  expect(bed.now.getUTCMonth()).toBe(4);
});

test("what fails is tried again, and errors are taken or end the test", async () => {
  const bed = await bedWith();
  bed.failNext("whatsapp", 131056);
  bed.failNext("mail");
  await bed.whatsapp("text", { text: "hello" });
  expect(bed.sent).toEqual([]);
  await bed.advance({ hours: 1 });
  expect(bed.sent).toHaveLength(2);
  await bed.whatsapp("text", { text: "divide" });
  expect(bed.takeErrors()).toEqual([
    { code: "GB3002", message: expect.stringContaining("division by zero") as string },
  ]);
  expect(bed.takeErrors()).toEqual([]);
  const other = await testBed({ text: BOT });
  await other.whatsapp("text", { text: "divide" });
  await expect(other.close()).rejects.toThrow(/GB5442: the script ended with .*GB3002/);
});

test("events come in a batch, from people without a number, unsigned and forged", async () => {
  const bed = await bedWith();
  const answer = await bed.whatsappBatch([
    { type: "text", fields: { text: "one" }, from: "+15550001111" },
    { type: "image", fields: { caption: "two" }, userId: "BR.123" },
  ]);
  expect(answer.status).toBe(200);
  expect(bed.logged).toEqual(["a text", "a image"]);
  const unsigned = await bed.whatsapp("text", { text: "x" }, { signature: "unsigned" });
  expect(unsigned.status).toBe(401);
  const forged = await bed.whatsappBatch([{ type: "text", fields: { text: "x" } }], {
    signature: "forged",
  });
  expect(forged.status).toBe(403);
  expect(bed.logged).toHaveLength(2);
});

test("calls, SMS and other requests", async () => {
  const bed = await bedWith();
  const call = await bed.call({ from: "+15550002222" });
  expect(call.heard).toEqual(["Press a key"]);
  await call.press("7");
  expect(call.heard).toEqual(["You pressed 7"]);
  expect(call.ended).toContain("end");
  expect(bed.answer?.spoken).toEqual(["You pressed 7"]);
  await bed.sms("hello", { from: "+15550003333" });
  expect(bed.sentBy("sms")).toMatchObject([{ to: "+15550003333", text: "you wrote hello" }]);
  const json = { id: 7, list: [1, "a", null] };
  const order = await bed.request("POST", "/orders", { json, headers: { "X-Shop": "north" } });
  expect(order.status).toBe(201);
  expect(order.header("x-order")).toBe("7");
  expect(order.json()).toEqual(json);
  const form = await bed.request("POST", "/twilio/menu", { form: { Digits: "5" } });
  expect(form.spoken).toEqual(["You pressed 5"]);
  expect((await bed.request("GET", "/nowhere")).status).toBe(404);
});

test("calls that scripts make, and who answers them", async () => {
  const bed = await bedWith({
    text: `ON WEBHOOK POST TO "/call" OPEN DO
  SEND CALL TO "+5511999999999" THEN "hello" DETECT MACHINE
END ON
ON ANSWER "hello" DO
  SAY "I am talking to a " + CALL.answerer
END ON`,
  });
  await expect(bed.answerCall()).rejects.toThrow("nobody was called");
  await bed.request("POST", "/call");
  expect(bed.sentBy("call")).toMatchObject([{ to: "+5511999999999", text: "" }]);
  const call = await bed.answerCall({ by: "fax" });
  expect(call.heard).toEqual(["I am talking to a fax"]);
});

test("scripts of files, with what they include and read", async () => {
  const folder = await folderWith({
    "bots/greet.bas": 'INCLUDE "lib/words.bas"\nON WEBHOOK POST TO "/greet" DO\n  GREET\nEND ON\n',
    "bots/lib/words.bas": 'SUB GREET()\n  PRINT "hello"\nEND SUB\n',
    "bots/greet.test.bas": "this is no script",
  });
  for (const script of ["bots", ["bots/greet.bas"]] as const) {
    const bed = await bedWith({ script, folder });
    expect((await bed.request("POST", "/greet")).body).toBe("hello");
  }
});

test("settings are those of the server, without its credentials", async () => {
  const settings = { WHATSAPP_PATH: "/wa", GBASIC_TIMEZONE: "America/Sao_Paulo" };
  const bed = await bedWith({ text: BOT, settings });
  expect((await bed.whatsapp("text", { text: "hi" }, { at: "/wa" })).status).toBe(200);
  await bed.advance({ hours: 1 });
  expect(bed.printed).toEqual(["it is 10"]);
});

test("what is wrong is told with its code and the fix", async () => {
  const folder = await folderWith({ "a.bas": "PRINT 1 +\nX = = 2\n" });
  const making = (options: BedOptions) => expect(testBed(options)).rejects;
  await making({ script: "a.bas", folder }).toThrow(/a\.bas:1:\d+ error GB1[^]*a\.bas:2:5 error/);
  await making({ script: "b.bas", folder }).toThrow(/GB3390: there is no file or folder b\.bas/);
  await making({ text: BOT, settings: { GBASIC_TIMEZONE: "Moon" } }).toThrow(/GBASIC_TIMEZONE/);
  const bed = await testBed({ text: BOT });
  const wrongType: string = "picture";
  const type = wrongType as WhatsAppEventName;
  await expect(bed.whatsapp(type)).rejects.toThrow(/GB5440: .*"picture"\n.*text, image/);
  await expect(bed.whatsapp("image", { captoin: "x" })).rejects.toThrow(/GB5441[^]*caption/);
  await expect(bed.whatsapp("text")).rejects.toMatchObject({ code: "GB4242" });
  await expect(bed.whatsappBatch([])).rejects.toThrow("GB5444");
  await expect(bed.again()).rejects.toThrow("GB3502");
  await expect(bed.advance({ hours: -1 })).rejects.toThrow("GB3505");
  expect(() => bed.setClock("soon")).toThrow("GB3504");
  expect(() => bed.failNext("whatsapp", 503)).toThrow("GB3524");
  bed.failNext("sms", "unanswered");
  await expect(bed.close()).rejects.toThrow(/GB5443: failNext\("sms"\)/);
  await expect(bed.sms("hello")).rejects.toThrow("GB5445");
  await bed.close();
});

test("the types of events are those that can be made", () => {
  const names: Readonly<Record<WhatsAppEventName, true>> = {
    ...{ text: true, image: true, audio: true, video: true, document: true, sticker: true },
    ...{ location: true, contacts: true, "button-reply": true, "list-reply": true },
    ...{
      "flow-reply": true,
      "call-permission": true,
      button: true,
      reaction: true,
      order: true,
      system: true,
    },
    ...{ unsupported: true, edit: true, revoke: true, status: true, error: true },
  };
  const known = whatsAppEvents.map(({ name }) => name.replaceAll(" ", "-"));
  expect(known.toSorted()).toEqual(Object.keys(names).toSorted());
});
