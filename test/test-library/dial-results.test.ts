import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON CALL DO
  SAY "I put you through."
  DIAL "+5511999999999" THEN "after"
END ON
ON DIAL RESULT "after" DO
  SAY "It came to " + CALL.result + " " + COALESCE(CALL.duration, "")
END ON
`;

test("a test says what a DIAL came to, and the call goes on", async () => {
  await using bed = await testBed({ text: BOT });
  const before = await bed.dialResult("failed", { block: "after" });
  expect(before.heard).toEqual(["It came to failed"]);
  expect((await bed.call()).ended).toBe("the caller is put through");
  const call = await bed.dialResult("completed", { duration: 3 });
  expect(call.heard).toEqual(["It came to completed 3"]);
  await expect(bed.dialResult("busy", { block: "afer" })).rejects.toThrow('FOR "after"');
  await expect(bed.dialResult("engaged")).rejects.toThrow("no-answer");
});
