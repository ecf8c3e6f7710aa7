import { performance } from "node:perf_hooks";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { renderError } from "../runtime/render-error.ts";
import { type ReporterName, REPORTERS } from "../testing/reports/index.ts";
import { totalsOf } from "../testing/reports/report.ts";
import type { FileResult } from "../testing/test-result.ts";
import { findClosedFiles } from "./closed-files.ts";
import { EXIT } from "./exit-code.ts";
import { locateTests } from "./find-tests.ts";
import type { CommandIo, InputIo } from "./io.ts";
import { processStopRequests, type StopRequests } from "./stop-requests.ts";
import { readTestConfiguration } from "./test-configuration.ts";
import type { TestCoverage } from "./test-coverage.ts";
import type { TestOptions } from "./test-options.ts";
import type { TestRecording } from "./test-recording.ts";
import { TestSession } from "./test-session.ts";

/** The reports that a person reads. */
const READABLE: ReadonlySet<ReporterName> = new Set(["text", "github"]);

/**
 * Runs the tests of scripts and writes a report to standard output.
 * @param stop tells when the watching ends; signals to the process unless given
 * @returns 1 where a test fails, none is found or none has the name that is asked for
 * @throws UsageError for a path that cannot be read or a setting that is wrong
 */
export async function test(
  options: TestOptions,
  io: InputIo,
  stop?: StopRequests,
): Promise<number> {
  const configuration = readTestConfiguration(io);
  const coverage = await createCoverage(options, io);
  const recording = await createRecording(options, io);
  const place = { folder: io.folder, closed: await findClosedFiles(io) };
  const session = new TestSession(options, configuration, place, {
    ...(coverage === undefined ? {} : { coverage: coverage.counts }),
    ...(recording === undefined ? {} : { recording }),
    tell: (line) => {
      io.stderr(`${line}\n`);
    },
  });
  try {
    if (options.watch) {
      const { watchTests } = await import("./watch-tests.ts");
      return await watchTests(session, options, io, stop ?? processStopRequests());
    }
    return await runOnce(session, coverage, options, io);
  } finally {
    await recording?.close();
  }
}

async function runOnce(
  session: TestSession,
  coverage: TestCoverage | undefined,
  options: TestOptions,
  io: CommandIo,
): Promise<number> {
  const startedAt = performance.now();
  const found = await locateTests(options.paths, io.folder);
  if (found.length === 0) return refuse(testingMessages.noTests(options.paths), options, [], io);
  const files = await session.run(found);
  const durationMs = performance.now() - startedAt;
  const report = { files, durationMs, leftOut: session.leftOut };
  const { passed, failed, skipped } = totalsOf(report);
  if (passed + failed + skipped === 0) {
    const { filter, paths } = options;
    return refuse(
      filter === undefined ? testingMessages.noTests(paths) : testingMessages.noMatch(filter),
      options,
      filter === undefined ? files : [],
      io,
    );
  }
  io.stdout(REPORTERS[options.reporter](report));
  const isEnough = coverage === undefined || (await tellCoverage(coverage, options, io));
  return failed > 0 || !isEnough ? EXIT.findings : EXIT.ok;
}

async function createRecording(
  { record }: TestOptions,
  io: CommandIo,
): Promise<TestRecording | undefined> {
  if (!record) return undefined;
  const { createTestRecording } = await import("./test-recording.ts");
  return createTestRecording(io);
}

async function createCoverage(
  { coverage, coverageLines, coverageBranches }: TestOptions,
  { folder }: CommandIo,
): Promise<TestCoverage | undefined> {
  if (!coverage && coverageLines === undefined && coverageBranches === undefined) return undefined;
  const { TestCoverage: Created } = await import("./test-coverage.ts");
  return new Created(folder);
}

/** Writes what was covered. @returns false where that is less than is wanted */
async function tellCoverage(
  coverage: TestCoverage,
  options: TestOptions,
  io: CommandIo,
): Promise<boolean> {
  const { messages, table, missed } = await coverage.finish(options);
  for (const detail of messages) io.stderr(`${renderError({ detail })}\n`);
  // A report for programs has standard output for itself.
  const write = READABLE.has(options.reporter) ? io.stdout : io.stderr;
  write(`\n${table}`);
  for (const detail of missed) io.stderr(`${renderError({ detail })}\n`);
  return missed.length === 0;
}

/** A program that reads the report gets one all the same. */
function refuse(
  detail: Message,
  { reporter }: TestOptions,
  files: readonly FileResult[],
  io: CommandIo,
): number {
  io.stderr(`${renderError({ detail })}\n`);
  const isForPeople = reporter === "text" || reporter === "github";
  const isEmpty = files.length === 0;
  if (!isForPeople || !isEmpty) io.stdout(REPORTERS[reporter]({ files, durationMs: 0 }));
  return EXIT.findings;
}
