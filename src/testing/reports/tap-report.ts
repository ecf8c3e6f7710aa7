import type { TestFailure } from "../test-result.ts";
import { reported } from "./finding.ts";
import type { Reporter } from "./report.ts";

/** Writes a report in the Test Anything Protocol, version 14 (https://testanything.org). */
export const tapReport: Reporter = ({ files }) => {
  const points = files.flatMap(({ file, tests, failures }) => [
    ...(failures.length === 0 ? [] : [{ name: file, failures, isSkipped: false }]),
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
  const warnings = files.flatMap((file) =>
    file.warnings.map(({ summary, place }) => `# ${place?.file ?? ""} ${summary}`),
  );
  const plan = `1..${String(points.length)}`;
  return ["TAP version 14", plan, ...lines, ...warnings, ""].join("\n");
};

/** JSON is YAML, which the protocol wants. */
function details(failure: TestFailure): readonly string[] {
  const { file, line, ...others } = reported(failure);
  const at = file === undefined ? {} : { at: { file, line } };
  const members = Object.entries({ ...others, ...at });
  return [
    "  ---",
    ...members.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    "  ...",
  ];
}
