import { error, warning } from "../message.ts";

/** GB5430–GB5432: how much of the scripts is tested. */
export const coverageMessages = {
  tooLittle: (what: "lines" | "branches", found: string, wanted: string) =>
    error(
      "GB5430",
      `tests cover ${found} of the ${what}, and ${wanted} are wanted`,
      `write tests for what the table shows as not covered, or lower --coverage-${what}`,
    ),
  unwritable: (folder: string, reason: string) =>
    error(
      "GB5431",
      `the coverage cannot be written to ${folder}: ${reason}`,
      "name another folder with --coverage-folder",
    ),
  notCounted: (path: string) =>
    warning(
      "GB5432",
      `${path} has errors, so its lines are not counted`,
      "npx gbasic check shows them",
    ),
};
