import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON CALL DO
  RECORD INTO FILE$
  SAY "I heard nothing."
END ON
ON RECORDING "file" DO
  GATHER DIGITS 1 INTO AGAIN$ SAYING "Got " + FILE$
END ON
ON DIGITS "again" DO
  SAY "You pressed " + AGAIN$
END ON
`;

test("a caller leaves a recording, and the call goes on", async () => {
  await using bed = await testBed({ text: BOT });
  const before = await bed.recording({ block: "file", url: "https://example.com/RE0" });
  expect(before.heard).toEqual(["Got https://example.com/RE0"]);
  expect((await bed.call()).heard).toEqual(["I heard nothing."]);
  const call = await bed.recording({ seconds: 3, url: "https://example.com/RE1" });
  expect(call.heard).toEqual(["Got https://example.com/RE1"]);
  await call.press("7");
  expect(call.heard).toEqual(["You pressed 7"]);
  await expect(bed.recording({ block: "fiel" })).rejects.toThrow('FOR "file"');
  await expect(bed.recording({ seconds: -1 })).rejects.toThrow("GB4806");
});
