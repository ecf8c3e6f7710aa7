import { expect, test } from "vitest";
import { load } from "../diagnostics.ts";

function found(text: string): string[] {
  const { diagnostics } = load(["a.bas", text]);
  return diagnostics.filter(({ code }) => code === "GB2518").map(({ message }) => message);
}

test.each([
  ['ON WEBHOOK POST TO "/x" OPEN DO', "ON WEBHOOK"],
  ["ON WHATSAPP TEXT DO", "ON WHATSAPP TEXT"],
  ["ON SMS DO", "ON SMS"],
])("in %s a failed message is warned of, once for each place", (header, title) => {
  const text = `${header}\nIF TRUE THEN LOG (GET FAILED MESSAGE).error\nEND ON`;
  expect(found(text)).toEqual([
    `a run of ${title} follows no failure, so GET FAILED MESSAGE ends it`,
  ]);
});

test("in ON SEND FAILED and in a SUB it may be right", () => {
  const sub = "SUB TELL\nLOG GET FAILED MESSAGE\nEND SUB\n";
  expect(found(`ON SEND FAILED DO\nLOG GET FAILED MESSAGE\nTELL\nEND ON\n${sub}`)).toEqual([]);
});
