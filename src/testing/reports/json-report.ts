import { type Reporter, totalsOf } from "./report.ts";

/** Writes a report for programs: one object with the counts and every test. */
export const jsonReport: Reporter = (report) => {
  const tests = report.files.flatMap(({ tests: found }) =>
    found.map(({ name, file, line, state, durationMs, failures, printed }) => ({
      ...{ name, file, line, state, durationMs },
      failures: failures.map(({ code, summary, place }) => ({ code, message: summary, ...place })),
      printed,
    })),
  );
  const broken = report.files.flatMap(({ failures }) =>
    failures.map(({ code, summary, place }) => ({ code, message: summary, ...place })),
  );
  const { durationMs } = report;
  return `${JSON.stringify({ ...totalsOf(report), durationMs, tests, findings: broken }, null, 2)}\n`;
};
