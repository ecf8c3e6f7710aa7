import { expect, test } from "vitest";
import { createQuote } from "../../src/channels/redact.ts";

test("hides a secret in every form that it travels in", () => {
  const quote = createQuote(["pass/word"]);
  expect(quote("a pass/word b pass%2Fword c cGFzcy93b3Jk")).toBe(
    "a [hidden] b [hidden] c [hidden]",
  );
});

test("hides the longer of two secrets whole", () => {
  expect(createQuote(["smtp://u:pass@host", "pass"])("smtp://u:pass@host pass")).toBe(
    "[hidden] [hidden]",
  );
});

test("hides nothing for a secret that is too short to be one", () => {
  expect(createQuote(["", "an"])("an answer")).toBe("an answer");
});

test("puts a foreign text on one line and shortens it", () => {
  const quote = createQuote([]);
  expect(quote(" a\r\nb\u0000\u001b[31mc\t d ")).toBe("a b [31mc d");
  expect(quote("x".repeat(1000))).toBe(`${"x".repeat(300)}…`);
});
