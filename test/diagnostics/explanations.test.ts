import { expect, test } from "vitest";
import { explanationAreas } from "../../src/diagnostics/explanations/index.ts";
import { load } from "../check/diagnostics.ts";

const explained = explanationAreas.flatMap(({ explanations }) => Object.entries(explanations));

test.each(
  explained.flatMap(([code, { example, severity = "error" }]) =>
    example.kind === "check" ? [[code, example, severity] as const] : [],
  ),
)("the example of %s is what it says, and so is the mended one", (code, example, severity) => {
  const { diagnostics } = load(["script.bas", example.script]);
  const own = diagnostics.filter((found) => found.code === code);
  expect(own.map((found) => found.severity)).toEqual([severity]);
  const others = diagnostics.filter((found) => found.code !== code).map((found) => found.code);
  expect(others).toEqual(example.also ?? []);
  expect(load(["script.bas", example.mended]).diagnostics).toEqual([]);
});
