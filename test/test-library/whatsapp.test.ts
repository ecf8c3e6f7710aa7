import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON WHATSAPP EVENT "account_update" DO
  LOG WHATSAPP.field + " " + WHATSAPP.value.event
END ON
ON WHATSAPP TEXT DO
  LOG WHATSAPP.business.id + " " + WHATSAPP.business.number + " " + WHATSAPP.sender.username
  SEND WHATSAPP TO WHATSAPP.sender.address WITH "answer"
END ON
`;

test("changes of other fields, alone and beside messages", async () => {
  await using bed = await testBed({ text: BOT });
  const value = { event: "VERIFIED_ACCOUNT", list: [1, { deep: true }] };
  expect((await bed.whatsappEvent("account_update", value)).status).toBe(200);
  await bed.whatsappBatch([
    { type: "text", fields: { text: "hi" } },
    { field: "account_update", value: { event: "BANNED" } },
  ]);
  expect(bed.logged).toEqual([
    "account_update VERIFIED_ACCOUNT",
    expect.stringContaining("106540352242922 15550783881"),
    "account_update BANNED",
  ]);
  const forged = await bed.whatsappEvent("account_update", value, { signature: "forged" });
  expect(forged.status).toBe(403);
  await expect(bed.whatsappEvent("acount_update", {})).rejects.toThrow("GB4797");
  await expect(bed.whatsappEvent("statuses", {})).rejects.toThrow("GB4796");
});

test("the number that was written to, and the names of a person", async () => {
  await using bed = await testBed({ text: BOT });
  const person = { parentUserId: "US.ENT.118", username: "ana.reis" };
  const options = { ...person, numberId: "222", businessNumber: "+1 555 000 2222" };
  await bed.whatsapp("text", { text: "hi" }, options);
  expect(bed.logged).toEqual(["222 15550002222 ana.reis"]);
  expect(bed.sentBy("whatsapp")).toMatchObject([{ to: "US.ENT.118", from: "222" }]);
  await expect(bed.whatsapp("text", { text: "hi" }, { numberId: "+1555" })).rejects.toThrow(
    "GB4760",
  );
});
