import type { FileResult, TestResult } from "../test-result.ts";
import { type LeftOut, type Reporter, totalsOf } from "./report.ts";

const MARKS = { passed: "✓", failed: "✗", skipped: "-" } as const;
/** A test that takes longer, in ms, is told with its time. */
const SLOW_MS = 100;

/** Writes a report for people: the tests of each file, why some failed, and how many there were. */
export const textReport: Reporter = (report) => {
  const { passed, failed, skipped } = totalsOf(report);
  const counts = [
    `${String(passed)} passed`,
    ...(failed > 0 ? [`${String(failed)} failed`] : []),
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
  ];
  const left = leftOutText(report.leftOut ?? { tests: 0, files: 0 });
  if (left !== "") counts.push(left);
  const files = report.files.map(fileText).join("\n");
  return `${files}\n${counts.join(", ")} (${String(Math.round(report.durationMs))} ms)\n`;
};

function leftOutText({ tests, files }: LeftOut): string {
  const parts = [
    ...(tests === 0 ? [] : [tests === 1 ? "1 test" : `${String(tests)} tests`]),
    ...(files === 0 ? [] : [files === 1 ? "1 file" : `${String(files)} files`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(" and ")} left out`;
}

function fileText({ file, tests, failures, warnings }: FileResult): string {
  const broken = [...failures, ...warnings].map(({ rendered }) => indented(rendered, "  "));
  return [file, ...broken, ...tests.map(testText)].map((text) => `${text}\n`).join("");
}

function testText({ name, state, durationMs, failures, printed }: TestResult): string {
  const time = durationMs > SLOW_MS ? ` (${String(Math.round(durationMs))} ms)` : "";
  const head = `  ${MARKS[state]} ${name}${time}`;
  if (state !== "failed") return head;
  const output = printed.length === 0 ? [] : ["printed:", ...printed.map((line) => `  ${line}`)];
  const details = [...failures.map(({ rendered }) => rendered), ...output];
  return [head, ...details.map((text) => indented(text, "      "))].join("\n");
}

function indented(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => `${by}${line}`.trimEnd())
    .join("\n");
}
