import { performance } from "node:perf_hooks";
import { createFileReader } from "../delivery/file-reader.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Configuration } from "../host/configuration.ts";
import { systemTimers } from "../host/timers.ts";
import { renderError } from "../runtime/render-error.ts";
import { CurrentBed } from "../testing/current-bed.ts";
import { failureOfFinding } from "../testing/describe-failure.ts";
import { type ReporterName, REPORTERS } from "../testing/reports/index.ts";
import { totalsOf } from "../testing/reports/report.ts";
import { type LoadedTests, TestLoader } from "../testing/test-loader.ts";
import type { FileResult, TestResult } from "../testing/test-result.ts";
import { TestRunner } from "../testing/test-runner.ts";
import { LARGEST_ATTACHMENT } from "./attachment-limit.ts";
import { EXIT } from "./exit-code.ts";
import { type FoundTests, findTests } from "./find-tests.ts";
import type { CommandIo } from "./io.ts";
import { createScriptLoader } from "./load-scripts.ts";
import { readTestConfiguration } from "./test-configuration.ts";
import { loadTested, type TestedProgram } from "./tested-program.ts";

/** What `gbasic test` was asked for. */
export interface TestOptions {
  /** Files and folders, at least one. */
  readonly paths: readonly string[];
  /** A part of the names of the tests that are meant; undefined for all. */
  readonly filter?: string;
  /** End with the first test that fails. */
  readonly bail: boolean;
  readonly reporter: ReporterName;
  /** Real seconds that one test may take. */
  readonly timeout: number;
}

/** Where the clock of every test stands at first: 2026-01-01 12:00 UTC. */
const STARTS_AT = Date.UTC(2026, 0, 1, 12);
/** Files whose tests run side by side: while one waits for a turn, another one works. */
const FILES_AT_ONCE = 4;

/**
 * Runs the tests of scripts and writes a report to standard output.
 * @returns 1 where a test fails, none is found or none has the name that is asked for
 * @throws UsageError for a path that cannot be read or a setting that is wrong
 */
export async function test(options: TestOptions, io: CommandIo): Promise<number> {
  const startedAt = performance.now();
  const configuration = readTestConfiguration(io);
  const found = await findTests(options.paths, io.folder);
  if (found.length === 0) return refuse(testingMessages.noTests(options.paths), io);
  const run = new TestRun(options, configuration, io);
  const files = await run.all(found);
  const report = { files, durationMs: performance.now() - startedAt };
  const { passed, failed, skipped } = totalsOf(report);
  if (passed + failed + skipped === 0) {
    const { filter } = options;
    const { paths } = options;
    return refuse(
      filter === undefined ? testingMessages.noTests(paths) : testingMessages.noMatch(filter),
      io,
    );
  }
  io.stdout(REPORTERS[options.reporter](report));
  return failed > 0 ? EXIT.findings : EXIT.ok;
}

function refuse(detail: Message, io: CommandIo): number {
  io.stderr(`${renderError({ detail })}\n`);
  return EXIT.findings;
}

/** One run of `gbasic test`. */
class TestRun {
  readonly #options: TestOptions;
  readonly #configuration: Configuration;
  readonly #io: CommandIo;
  readonly #current = new CurrentBed();
  readonly #loader = new TestLoader(this.#current);
  readonly #load = createScriptLoader();
  #isOver = false;

  constructor(options: TestOptions, configuration: Configuration, io: CommandIo) {
    this.#options = options;
    this.#configuration = configuration;
    this.#io = io;
  }

  /** Runs files side by side; their results keep the order of the files. */
  async all(found: readonly FoundTests[]): Promise<readonly FileResult[]> {
    const results: FileResult[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < found.length; index = next++) {
        const file = found[index];
        if (file !== undefined && !this.#isOver) results[index] = await this.#runFile(file);
      }
    };
    await Promise.all(Array.from({ length: this.#options.bail ? 1 : FILES_AT_ONCE }, work));
    return results.filter(({ tests, failures }) => tests.length + failures.length > 0);
  }

  async #runFile(found: FoundTests): Promise<FileResult> {
    const { file } = found;
    const loaded = this.#loader.load(file, found.included);
    const errors = loaded.diagnostics.filter(({ severity }) => severity === "error");
    const tested = errors.length > 0 ? undefined : await this.#loadTested(loaded, found);
    if (tested === undefined || "findings" in tested) {
      this.#isOver = this.#options.bail;
      const findings = tested?.findings ?? errors;
      return { file: file.path, tests: [], failures: findings.map(failureOfFinding) };
    }
    if (loaded.script === undefined) throw new Error(`${file.path} has no error and no script`);
    const tests: TestResult[] = [];
    const runner = this.#runner(tested.folder);
    const mayGoOn = () => !this.#isOver;
    for await (const one of runner.run(loaded, loaded.script, tested.program, mayGoOn)) {
      tests.push(one);
      if (one.state === "failed") this.#isOver = this.#options.bail;
    }
    return { file: file.path, tests, failures: [] };
  }

  #loadTested(loaded: LoadedTests, found: FoundTests): Promise<TestedProgram> {
    return loadTested(loaded, found, this.#io.folder, this.#load);
  }

  #runner(folder: string): TestRunner {
    const { filter, timeout } = this.#options;
    const { limits, twilio, whatsapp, server } = this.#configuration;
    const wanted = filter?.toLowerCase();
    return new TestRunner({
      current: this.#current,
      bed: {
        files: createFileReader({ folder, maximumBytes: LARGEST_ATTACHMENT }),
        limits,
        callFallback: twilio.fallback,
        whatsappPath: whatsapp.path,
        zone: server.timezone,
        startsAt: STARTS_AT,
      },
      timers: systemTimers,
      stopwatch: () => performance.now(),
      timeoutMs: timeout * 1000,
      isMeant: (name) => wanted === undefined || name.toLowerCase().includes(wanted),
    });
  }
}
