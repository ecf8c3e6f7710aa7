import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

test("who asks for an order hears of it later", async () => {
  await using bed = await testBed({ script: "test/docs/orders.bas" });
  bed.mockModel("Good morning!");
  bed.failNext("whatsapp", 131056);
  const answer = await bed.whatsapp("text", { text: "hello" }, { from: "+15550001111" });
  expect(answer.status).toBe(200);
  expect(bed.sent).toEqual([]);
  await bed.advance({ hours: 1 });
  expect(bed.sentBy("whatsapp")).toMatchObject([{ to: "15550001111", text: "Good morning!" }]);
});
