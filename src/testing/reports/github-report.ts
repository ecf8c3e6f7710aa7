import { workflowCommand } from "../../diagnostics/workflow-command.ts";
import type { Reporter } from "./report.ts";
import { textReport } from "./text-report.ts";

/** Writes a report for people, and a mark on the line of each failure for GitHub. */
export const githubReport: Reporter = (report) => {
  const failures = report.files.flatMap(({ file, tests, failures: broken }) => [
    ...broken.map((failure) => ({ failure, file, line: 1, title: file })),
    ...tests.flatMap((test) =>
      test.failures.map((failure) => ({ failure, file, line: test.line, title: test.name })),
    ),
  ]);
  const marks = failures.map(({ failure, file, line, title }) => {
    const { summary, found, hint, place = { file, line } } = failure;
    const lines = [
      ...[summary, ...(found === undefined ? [] : [found])],
      ...(hint === undefined ? [] : [`hint: ${hint}`]),
    ];
    return workflowCommand("error", { ...place, title }, lines.join("\n"));
  });
  const warnings = report.files.flatMap((one) =>
    one.warnings.map(({ summary, place = { file: one.file, line: 1 } }) =>
      workflowCommand("warning", { ...place, title: one.file }, summary),
    ),
  );
  return [textReport(report), ...marks, ...warnings].join("");
};
