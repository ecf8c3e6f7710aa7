import { reported } from "./finding.ts";
import { type Reporter, totalsOf } from "./report.ts";

/** Writes a report for programs: one object with the counts and every test. */
export const jsonReport: Reporter = (report) => {
  const { files, durationMs, leftOut = { tests: 0, files: 0 } } = report;
  const tests = files.flatMap(({ tests: found }) =>
    found.map(({ failures, printed, ...test }) => ({
      ...test,
      failures: failures.map(reported),
      printed,
    })),
  );
  const findings = files.flatMap(({ failures }) => failures.map(reported));
  const warnings = files.flatMap((file) => file.warnings.map(reported));
  const whole = { ...totalsOf(report), leftOut, durationMs, tests, findings, warnings };
  return `${JSON.stringify(whole, null, 2)}\n`;
};
