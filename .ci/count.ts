import { readFileSync } from "node:fs";
import { z } from "zod";

const report = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")));

// A file that could not be loaded has failed, though none of its tests was counted.
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
const failed = report.numFailedTests + unloaded.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
