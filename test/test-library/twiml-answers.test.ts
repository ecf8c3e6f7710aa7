import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON SMS DO
  PRINT "<Response><Mesage>hello</Mesage></Response>"
END ON
`;

test("what Twilio does not take in an answer is an error of the bed", async () => {
  const bed = await testBed({ text: BOT });
  expect((await bed.sms("hi")).status).toBe(200);
  await expect(bed.close()).rejects.toThrow(/GB5442(.*\n)*.*script\.bas:2:3 error GB4692/);
});

test("a test takes it as it takes other errors", async () => {
  await using bed = await testBed({ text: BOT });
  await bed.sms("hi");
  const [taken] = bed.takeErrors();
  expect(taken?.code).toBe("GB4692");
  expect(taken?.message).toContain("write <Message>");
});
