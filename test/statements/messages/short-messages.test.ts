import { describe, expect, test } from "vitest";
import { invoke, PLACE } from "../invoke.ts";
import { recordingHost } from "../recording-host.ts";

describe.each([
  ["SEND WHATSAPP", "whatsapp"],
  ["SEND SMS", "sms"],
])("%s", (title, channel) => {
  test("sends text to a trimmed recipient", async () => {
    const recorded = recordingHost();
    await invoke(title, { to: " 5511999999999 ", text: " hello\n" }, recorded.host);
    expect(recorded.sent).toEqual([
      { place: PLACE, message: { channel, to: "5511999999999", text: " hello\n" } },
    ]);
    expect(recorded.skipped).toEqual([]);
  });

  test.each([
    [" ", "hello", "it has no recipient"],
    ["5511", "  ", "it has no text"],
  ])("skips the recipient %j with the text %j", async (to, text, reason) => {
    const recorded = recordingHost();
    await invoke(title, { to, text }, recorded.host);
    expect(recorded.sent).toEqual([]);
    expect(recorded.skipped).toMatchObject([{ reason, place: PLACE }]);
  });
});

describe.each(["GENERATE RESPONSE", "LLM"])("%s", (title) => {
  test("gives the model's answer", async () => {
    const recorded = recordingHost();
    expect(await invoke(title, { prompt: "hi" }, recorded.host)).toBe("answer to hi");
    expect(recorded.prompts).toEqual(["hi"]);
  });

  test("gives empty text for an empty prompt without asking the model", async () => {
    const recorded = recordingHost();
    expect(await invoke(title, { prompt: " \n" }, recorded.host)).toBe("");
    expect(recorded.prompts).toEqual([]);
  });
});

describe("PRINT and LOG", () => {
  test.each([
    [{ items: ["a"] }, "a"],
    [{ items: [{ id: 1 }] }, { id: 1 }],
    [{ items: ["sum", 3, [1], null] }, "sum 3 [1] "],
    [{}, ""],
  ])("PRINT %j", async (slots, printed) => {
    const recorded = recordingHost();
    await invoke("PRINT", slots, recorded.host);
    expect(recorded.printed).toEqual([printed]);
  });

  test("LOG writes text, with fields where given", async () => {
    const recorded = recordingHost();
    await invoke("LOG", { message: "got it", fields: { id: 1 } }, recorded.host);
    await invoke("LOG", { message: { id: 2 } }, recorded.host);
    expect(recorded.logged).toEqual([
      { message: "got it", fields: { id: 1 }, place: PLACE },
      { message: '{"id":2}', fields: undefined, place: PLACE },
    ]);
  });
});
