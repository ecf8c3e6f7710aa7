import { githubReport } from "./github-report.ts";
import { jsonReport } from "./json-report.ts";
import { junitReport } from "./junit-report.ts";
import type { Reporter } from "./report.ts";
import { tapReport } from "./tap-report.ts";
import { textReport } from "./text-report.ts";

/** The forms of reports, by the names that the command line has for them. */
export const REPORTERS = {
  text: textReport,
  json: jsonReport,
  junit: junitReport,
  tap: tapReport,
  github: githubReport,
} as const satisfies Record<string, Reporter>;

/** The name of a form. */
export type ReporterName = keyof typeof REPORTERS;
