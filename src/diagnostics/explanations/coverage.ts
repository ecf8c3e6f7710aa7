import type { coverageMessages } from "../codes/coverage.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/coverage.ts`. */
export const coverageExplanations: ExplanationsOf<typeof coverageMessages> = {
  GB5430: {
    title: "Less is tested than is wanted",
    means:
      "`--coverage-lines` or `--coverage-branches` asks for a part of the scripts that tests have to run, and they ran less. Scripts that no test is about count with all their lines.",
    example: {
      kind: "situation",
      text: "`gbasic test --coverage-lines 90`, where the tests ran 8 of 10 lines.",
    },
    mend: "The last column of the table names the lines that were not run: write tests for them, or ask for less.",
  },
  GB5431: {
    title: "The coverage cannot be written",
    means:
      "`gbasic test --coverage` writes lcov.info and index.html into a folder, `coverage` unless `--coverage-folder` names another one. The system does not allow that; the message has its reason, such as EACCES.",
    example: {
      kind: "situation",
      text: "A file has the name `coverage`, or the folder belongs to somebody else.",
    },
    mend: "Make room, or name another folder with `--coverage-folder`.",
  },
  GB5432: {
    severity: "warning",
    title: "A script that cannot be counted",
    means:
      "No test is about this script, so its lines would count as not run; but it has errors, so nobody knows which lines those are.",
    example: {
      kind: "situation",
      text: "A script with a missing END IF that no test is about.",
    },
    mend: "`gbasic check` shows the errors.",
  },
};
