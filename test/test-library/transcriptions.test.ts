import { expect, test } from "vitest";
import { testBed } from "../../src/test-library/index.ts";

const BOT = `ON CALL DO
  RECORD INTO FILE$ TRANSCRIBED
END ON
ON RECORDING "file" DO
  SAY "Thank you."
END ON
ON TRANSCRIPTION "file" DO
  LOG CALL.transcription + " in " + CALL.recording
END ON
`;

test("what was said in a recording", async () => {
  await using bed = await testBed({ text: BOT });
  await bed.transcription("before", { block: "file", recording: "https://example.com/RE1" });
  await bed.call();
  expect((await bed.transcription("call me")).status).toBe(200);
  const forged = await bed.transcription("x", { signature: "forged" });
  expect(forged.status).toBe(403);
  expect(bed.logged).toEqual([
    "before in https://example.com/RE1",
    expect.stringContaining("call me in https://api.twilio.com/"),
  ]);
  await expect(bed.transcription("x", { block: "fiel" })).rejects.toThrow('FOR "file"');
});
