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
    return [`${state} ${String(index + 1)} - ${title}${skip}`, ...details(failures)];
  });
  const warnings = files.flatMap((file) =>
    file.warnings.map(({ summary, place }) => `# ${place?.file ?? ""} ${summary}`),
  );
  const plan = `1..${String(points.length)}`;
  return ["TAP version 14", plan, ...lines, ...warnings, ""].join("\n");
};

/** One block, as the protocol has no more: what failed first, and all of it where that is more. */
function details(failures: readonly TestFailure[]): readonly string[] {
  const [first] = failures;
  if (first === undefined) return [];
  const list = failures.length === 1 ? [] : ["  failures:", ...failures.map(listItem)];
  const members = Object.entries(diagnosis(first)).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)}`,
  );
  return ["  ---", ...members, ...list, "  ..."];
}

/** JSON is YAML, which the protocol wants. */
function listItem(failure: TestFailure): string {
  return `    - ${JSON.stringify(diagnosis(failure))}`;
}

function diagnosis(failure: TestFailure): Readonly<Record<string, unknown>> {
  const { file, line, ...others } = reported(failure);
  return { ...others, ...(file === undefined ? {} : { at: { file, line } }) };
}
