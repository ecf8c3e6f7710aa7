import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "answer"
END ON
ON SEND FAILED DO
  LOG "failed"
END ON
`;

test("a limit of messages, from the beginning or from somewhere on", async () => {
  await using bed = await testBed({ text: BOT, settings: { WHATSAPP_HOURLY_LIMIT: "1" } });
  const hello = () => bed.whatsapp("text", { text: "hello" });
  await hello();
  await hello();
  expect(bed.sent).toHaveLength(1);
  expect(bed.logged).toEqual(["failed"]);
  expect(bed.takeErrors()).toMatchObject([{ code: "GB4653" }]);
  await bed.setSetting("WHATSAPP_HOURLY_LIMIT", 2);
  await hello();
  expect(bed.sent).toHaveLength(2);
  await bed.setSetting("WHATSAPP_HOURLY_LIMIT", undefined);
  await hello();
  expect(bed.sent).toHaveLength(3);
});

test.each([
  ["WHATSAPP_HOURLY_LIMTI", "2", "GB3564"],
  ["WHATSAPP_ACCESS_TOKEN", "EAAG", "GB3565"],
  ["GBASIC_DATA", "data", "GB3565"],
])("%s is no setting of a test", async (name, value, code) => {
  await expect(testBed({ text: BOT, settings: { [name]: value } })).rejects.toThrow(code);
  await using bed = await testBed({ text: BOT });
  await expect(bed.setSetting(name, value)).rejects.toThrow(code);
});

test("a value that a setting cannot have leaves the bed as it was", async () => {
  await using bed = await testBed({ text: BOT });
  await expect(bed.setSetting("WHATSAPP_HOURLY_LIMIT", "many")).rejects.toThrow("GB3566");
  await bed.whatsapp("text", { text: "hello" });
  expect(bed.sent).toHaveLength(1);
});
