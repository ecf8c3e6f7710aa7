import { z } from "zod";
import { describeIssues } from "./fixture-issues.ts";
import { type RecordedCall, recordedCallSchema } from "./recorded-call.ts";

/** The recorded calls of a file of tests: those of each test, by its name, in the order of the file. */
export type RecordedCalls = ReadonlyMap<string, readonly RecordedCall[]>;

const VERSION = 1;

const fileSchema = z.strictObject({
  version: z.literal(VERSION),
  tests: z.array(z.strictObject({ test: z.string(), calls: z.array(recordedCallSchema) })),
});

/** Reads a file of recorded calls. @returns what is wrong with it, in a few words, where it is none */
export function readRecordedCalls(text: string): RecordedCalls | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? `it is no JSON: ${error.message}` : "it is no JSON";
  }
  const { data, error } = fileSchema.safeParse(json, { reportInput: true });
  if (data !== undefined) return new Map(data.tests.map(({ test, calls }) => [test, calls]));
  return describeIssues(error.issues);
}

/** Writes a file of recorded calls, a member on each line. */
export function writeRecordedCalls(recorded: RecordedCalls): string {
  const tests = [...recorded].map(([test, calls]) => ({ test, calls }));
  return `${JSON.stringify({ version: VERSION, tests }, undefined, 2)}\n`;
}
