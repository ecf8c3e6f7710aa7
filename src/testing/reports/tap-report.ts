import type { TestFailure } from "../test-result.ts";
import type { Reporter } from "./report.ts";

/** Writes a report in the Test Anything Protocol, version 14 (https://testanything.org). */
export const tapReport: Reporter = ({ files }) => {
  const points = files.flatMap(({ file, tests, failures }) => [
    ...failures.map((failure) => ({ name: file, failures: [failure], isSkipped: false })),
    ...tests.map((test) => ({
      name: `${test.file} ${test.name}`,
      failures: test.failures,
      isSkipped: test.state === "skipped",
    })),
  ]);
  const lines = points.flatMap(({ name, failures, isSkipped }, index) => {
    const state = failures.length > 0 ? "not ok" : "ok";
    const skip = isSkipped ? " # SKIP" : "";
    const title = name.replaceAll(/[\\#]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
    return [`${state} ${String(index + 1)} - ${title}${skip}`, ...failures.flatMap(details)];
  });
  return ["TAP version 14", `1..${String(points.length)}`, ...lines, ""].join("\n");
};

/** JSON is YAML, which the protocol wants. */
function details({ summary, place }: TestFailure): readonly string[] {
  const at = place === undefined ? [] : [`  at: ${JSON.stringify(place)}`];
  return ["  ---", `  message: ${JSON.stringify(summary)}`, ...at, "  ..."];
}
