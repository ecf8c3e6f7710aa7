import { performance } from "node:perf_hooks";
import type { Coverage } from "../compile/coverage/coverage.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import { systemTimers } from "../host/timers.ts";
import { CurrentBed } from "../testing/current-bed.ts";
import type { FileCalls } from "../testing/http/file-calls.ts";
import type { TestConfiguration } from "../testing/test-environment.ts";
import { TestLoader } from "../testing/test-loader.ts";
import type { FileResult, TestResult } from "../testing/test-result.ts";
import type { LeftOut } from "../testing/reports/report.ts";
import { TestRunner } from "../testing/test-runner.ts";
import { createScriptLoader } from "./load-scripts.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import type { TestOptions } from "./test-options.ts";
import { TestFileCalls } from "./test-file-calls.ts";
import type { TestRecording } from "./test-recording.ts";
import { type ReadyTests, TestPreparer } from "./test-preparer.ts";
import { TestedPrograms } from "./tested-programs.ts";
import { UsageError } from "./usage-error.ts";
import { failureOfUsage } from "./usage-failure.ts";

/** Which tests of some files are run. */
export interface TestSelection {
  /** Tells whether a test of a file is meant, by its name; all are unless given. */
  readonly isMeant?: (place: ScriptPlace, name: string) => boolean;
  /** Asked before each test; all are run unless given. */
  readonly mayGoOn?: () => boolean;
}

/** What a run of tests has beside its options. */
export interface SessionParts {
  /** Where it is counted what the scripts do. */
  readonly coverage?: Coverage;
  /** What calls over HTTP are recorded with; what was recorded is replayed unless given. */
  readonly recording?: TestRecording;
  /** Takes a line about a file that was written. */
  readonly tell?: (line: string) => void;
}

/** Where tests are run. */
export interface SessionPlace {
  /** The working folder, absolute. */
  readonly folder: string;
  /** What scripts do not read, as `findClosedFiles` gives it. */
  readonly closed: readonly string[];
}

/** Where the clock of every test stands at first: 2026-01-01 12:00 UTC. */
const STARTS_AT = Date.UTC(2026, 0, 1, 12);
/** Files whose tests run side by side: while one waits for a turn, another one works. */
const FILES_AT_ONCE = 4;

/** Runs files of tests, and keeps what it compiled for the next time. */
export class TestSession {
  readonly preparer: TestPreparer;
  #leftOut: LeftOut = { tests: 0, files: 0 };
  readonly #options: Pick<TestOptions, "bail" | "filter" | "timeout">;
  readonly #configuration: TestConfiguration;
  readonly #current = new CurrentBed();
  readonly #closed: readonly string[];
  readonly #parts: SessionParts;

  constructor(
    options: Pick<TestOptions, "bail" | "filter" | "timeout">,
    configuration: TestConfiguration,
    place: SessionPlace,
    parts: SessionParts = {},
  ) {
    const { coverage } = parts;
    this.#parts = parts;
    this.#closed = place.closed;
    this.#options = options;
    this.#configuration = configuration;
    // Warnings of scripts are for `gbasic check`; what `gbasic serve` would not run proves nothing.
    const how = { lints: "errors", doubles: true } as const;
    const counting = coverage === undefined ? how : { ...how, coverage };
    const programs = new TestedPrograms(place.folder, createScriptLoader(counting));
    this.preparer = new TestPreparer(new TestLoader(this.#current, { doubles: true }), programs);
  }

  /** What the last run left out. */
  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  /**
   * Runs files side by side, those tests of them that are meant and that have the text of the filter.
   * @returns what came of each file that has such tests or cannot be run, in the order of the files
   */
  async run(
    places: readonly ScriptPlace[],
    { isMeant = () => true, mayGoOn = () => true }: TestSelection = {},
  ): Promise<readonly FileResult[]> {
    const { bail } = this.#options;
    const results: FileResult[] = [];
    this.#leftOut = { tests: 0, files: 0 };
    const work = { next: 0, isOver: false };
    const goesOn = () => !work.isOver && mayGoOn();
    const runNext = async (): Promise<void> => {
      for (let at = work.next++; at < places.length; at = work.next++) {
        const place = places[at];
        if (place === undefined) continue;
        if (!goesOn()) {
          this.#leaveOut({ tests: 0, files: 1 });
          continue;
        }
        const result = await this.#runFile(place, { isMeant, mayGoOn: goesOn }, () => {
          work.isOver ||= bail;
        });
        results[at] = result;
      }
    };
    await Promise.all(Array.from({ length: bail ? 1 : FILES_AT_ONCE }, runNext));
    return results.filter(
      ({ tests, failures, warnings }) => tests.length + failures.length + warnings.length > 0,
    );
  }

  async #runFile(
    place: ScriptPlace,
    { isMeant, mayGoOn }: Required<TestSelection>,
    failed: () => void,
  ): Promise<FileResult> {
    const { ready, failures, warnings } = await this.preparer.prepare(place);
    const file = place.shown;
    if (ready === undefined) {
      failed();
      return { file, tests: [], failures, warnings };
    }
    try {
      const opened = await TestFileCalls.open(place, this.#parts.recording);
      const runner = this.#runner(ready.folder, opened.calls, (name) => isMeant(place, name));
      const { tests, isWhole } = await runAll(runner, ready, mayGoOn, failed);
      this.#leaveOut({ tests: runner.leftOut, files: 0 });
      const written = await opened.write(isWhole);
      if (written !== undefined) this.#parts.tell?.(written);
      return { file, tests, failures, warnings: [...warnings, ...opened.warnings(isWhole)] };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failed();
      return { file, tests: [], failures: [failureOfUsage(error)], warnings };
    }
  }

  #leaveOut({ tests, files }: LeftOut): void {
    const before = this.#leftOut;
    this.#leftOut = { tests: before.tests + tests, files: before.files + files };
  }

  #runner(folder: string, calls: FileCalls, isMeant: (name: string) => boolean): TestRunner {
    const { filter, timeout } = this.#options;
    const wanted = filter?.toLowerCase();
    return new TestRunner({
      current: this.#current,
      bed: {
        files: createFileReader({
          folder,
          closed: this.#closed,
        }),
        configuration: this.#configuration,
        startsAt: STARTS_AT,
      },
      calls,
      timers: systemTimers,
      stopwatch: () => performance.now(),
      timeoutMs: timeout * 1000,
      isMeant: (name) =>
        (wanted === undefined || name.toLowerCase().includes(wanted)) && isMeant(name),
    });
  }
}

/** @returns what came of the tests, and whether all of the file were looked at */
async function runAll(
  runner: TestRunner,
  { tests, script, program }: ReadyTests,
  mayGoOn: () => boolean,
  failed: () => void,
): Promise<{ readonly tests: readonly TestResult[]; readonly isWhole: boolean }> {
  const results: TestResult[] = [];
  let isWhole = true;
  const goesOn = () => (isWhole = mayGoOn());
  for await (const one of runner.run(tests, script, program, goesOn)) {
    results.push(one);
    if (one.state === "failed") failed();
  }
  return { tests: results, isWhole };
}
