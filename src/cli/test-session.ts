import { performance } from "node:perf_hooks";
import type { Coverage } from "../compile/coverage/coverage.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import type { Configuration } from "../host/configuration.ts";
import { systemTimers } from "../host/timers.ts";
import { CurrentBed } from "../testing/current-bed.ts";
import { TestLoader } from "../testing/test-loader.ts";
import type { FileResult, TestResult } from "../testing/test-result.ts";
import { TestRunner } from "../testing/test-runner.ts";
import { LARGEST_ATTACHMENT } from "./attachment-limit.ts";
import { createScriptLoader } from "./load-scripts.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import type { TestOptions } from "./test-options.ts";
import { TestPreparer } from "./test-preparer.ts";
import { TestedPrograms } from "./tested-programs.ts";

/** Which tests of some files are run. */
export interface TestSelection {
  /** Tells whether a test of a file is meant, by its name; all are unless given. */
  readonly isMeant?: (place: ScriptPlace, name: string) => boolean;
  /** Asked before each test; all are run unless given. */
  readonly mayGoOn?: () => boolean;
}

/** Where the clock of every test stands at first: 2026-01-01 12:00 UTC. */
const STARTS_AT = Date.UTC(2026, 0, 1, 12);
/** Files whose tests run side by side: while one waits for a turn, another one works. */
const FILES_AT_ONCE = 4;

/** Runs files of tests, and keeps what it compiled for the next time. */
export class TestSession {
  readonly preparer: TestPreparer;
  readonly #options: Pick<TestOptions, "bail" | "filter" | "timeout">;
  readonly #configuration: Configuration;
  readonly #current = new CurrentBed();

  /**
   * @param folder the working folder, absolute
   * @param coverage where it is counted what the scripts do
   */
  constructor(
    options: Pick<TestOptions, "bail" | "filter" | "timeout">,
    configuration: Configuration,
    folder: string,
    coverage?: Coverage,
  ) {
    this.#options = options;
    this.#configuration = configuration;
    // Warnings of scripts are for `gbasic check`: here they would only take their time.
    const how = { lints: false };
    const counting = coverage === undefined ? how : { ...how, coverage };
    const programs = new TestedPrograms(folder, createScriptLoader(counting));
    this.preparer = new TestPreparer(new TestLoader(this.#current), programs);
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
    const work = { next: 0, isOver: false };
    const goesOn = () => !work.isOver && mayGoOn();
    const runNext = async (): Promise<void> => {
      for (let at = work.next++; at < places.length; at = work.next++) {
        const place = places[at];
        if (place === undefined || !goesOn()) continue;
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
    const tests: TestResult[] = [];
    if (ready === undefined) {
      failed();
      return { file: place.shown, tests, failures, warnings };
    }
    const runner = this.#runner(ready.folder, (name) => isMeant(place, name));
    for await (const one of runner.run(ready.tests, ready.script, ready.program, mayGoOn)) {
      tests.push(one);
      if (one.state === "failed") failed();
    }
    return { file: place.shown, tests, failures, warnings };
  }

  #runner(folder: string, isMeant: (name: string) => boolean): TestRunner {
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
        twilioPaths: twilio.paths,
        spendLimits: whatsapp.spendLimits,
        zone: server.timezone,
        startsAt: STARTS_AT,
      },
      timers: systemTimers,
      stopwatch: () => performance.now(),
      timeoutMs: timeout * 1000,
      isMeant: (name) =>
        (wanted === undefined || name.toLowerCase().includes(wanted)) && isMeant(name),
    });
  }
}
