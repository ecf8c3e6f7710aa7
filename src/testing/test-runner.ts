import type { CompiledScript, Program } from "../compile/script.ts";
import { doubleMessages } from "../diagnostics/codes/doubles.ts";
import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Place } from "../host/host.ts";
import type { Timers } from "../host/timers.ts";
import { BasicError } from "../runtime/error.ts";
import type { RunContext } from "../runtime/run.ts";
import { isObject } from "../runtime/value/kind.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CurrentBed } from "./current-bed.ts";
import { failureAt, failureIn, failureOf, failureOfRun } from "./describe-failure.ts";
import { show } from "./expectation.ts";
import type { FileCalls, TestEnd } from "./http/file-calls.ts";
import { shownAddress } from "./http/secret-mask.ts";
import { noOtherCalls, type UnmockedCalls } from "./http/unmocked-calls.ts";
import { describeCallee } from "./doubles/callee.ts";
import { TestBed, type TestBedOptions } from "./test-bed.ts";
import type { LoadedTests } from "./test-loader.ts";
import type { TestPlan } from "./test-plan.ts";
import type { TestFailure, TestResult } from "./test-result.ts";
import { createTestHost, refuse } from "./test-run-host.ts";

/** What tests are run with. */
export interface TestRunnerParts {
  readonly current: CurrentBed;
  /** What every bed has, beside its program. */
  readonly bed: Omit<TestBedOptions, "program" | "otherCalls">;
  /** Real timers, for tests that never end. */
  readonly timers: Timers;
  /** Real monotonic milliseconds. */
  readonly stopwatch: () => number;
  /** Real milliseconds that a test may take. */
  readonly timeoutMs: number;
  /** The calls over HTTP that were recorded for the file, or are to be. */
  readonly calls: FileCalls;
  /** Which tests are meant, by their names. */
  readonly isMeant: (name: string) => boolean;
}

const NOTHING_RAN = { durationMs: 0, failures: [], printed: [] };
/** How long a test whose time is over has to end by itself. */
const LAST_LINE_MS = 100;

interface TestCase {
  readonly name: string;
  readonly file: SourceFile;
  readonly plan: TestPlan;
  readonly args: readonly Value[];
}

/** Runs the tests of a file, each on a bed of its own. */
export class TestRunner {
  /** Tests that did not begin, as it was not to go on; a TEST EACH whose rows nobody asked for is one. */
  leftOut = 0;
  readonly #parts: TestRunnerParts;

  constructor(parts: TestRunnerParts) {
    this.#parts = parts;
  }

  /**
   * Runs the tests of one file, one after another.
   * @param program what is tested
   * @param mayGoOn asked before each test
   */
  async *run(
    { file, outline }: LoadedTests,
    script: CompiledScript,
    program: Program,
    mayGoOn: () => boolean,
  ): AsyncGenerator<TestResult> {
    let isStopped = false;
    const hasOnly = outline.tests.some(({ mode }) => mode === "only");
    for (const plan of outline.tests) {
      if (isStopped) {
        if (this.#parts.isMeant(plan.name)) this.leftOut += 1;
        continue;
      }
      const isSkipped = plan.mode === "skip" || (hasOnly && plan.mode !== "only");
      const at = placeOf(plan, file);
      if (isSkipped) {
        this.#parts.calls.exists(plan.name, plan.rows !== undefined);
        if (this.#parts.isMeant(plan.name)) {
          yield { ...at, ...NOTHING_RAN, name: plan.name, state: "skipped" };
        }
        continue;
      }
      let cases: readonly TestCase[];
      try {
        cases = await this.#casesOf(plan, file, script, program);
      } catch (error) {
        this.#parts.calls.exists(plan.name, true);
        const failures = [failureIn(file, error, at)];
        yield { ...at, ...NOTHING_RAN, name: plan.name, state: "failed", failures };
        continue;
      }
      for (const { name } of cases) this.#parts.calls.exists(name);
      for (const one of cases) {
        isStopped ||= !mayGoOn();
        if (!this.#parts.isMeant(one.name)) continue;
        if (isStopped) this.leftOut += 1;
        else yield { ...at, ...(await this.#runCase(one, script, program)) };
      }
    }
  }

  /** Gives the rows of a TEST EACH, as tests of their own. */
  async #casesOf(
    plan: TestPlan,
    file: SourceFile,
    script: CompiledScript,
    program: Program,
  ): Promise<readonly TestCase[]> {
    if (plan.rows === undefined) return [{ name: plan.name, file, plan, args: [] }];
    const { key } = plan.rows;
    const rows = await this.#onBed(program, noOtherCalls, (bed) =>
      this.#call(script, key, [], bed, () => {}),
    );
    const list = Array.isArray(rows) ? rows : [rows];
    if (list.length === 0) throw new BasicError(testLanguageMessages.noRows(plan.name));
    return list.map((row, index) => ({
      name: `${plan.name} [${String(index + 1)}: ${nameOfRow(row)}]`,
      file,
      plan,
      args: [row],
    }));
  }

  async #runCase(
    { name, file, plan, args }: TestCase,
    script: CompiledScript,
    program: Program,
  ): Promise<Omit<TestResult, "file" | "line">> {
    const { stopwatch, calls } = this.#parts;
    const printed: string[] = [];
    const startedAt = stopwatch();
    const at = placeOf(plan, file);
    const otherCalls = calls.begin(name);
    const failures = await this.#onBed(program, otherCalls, async (bed) => {
      const found: TestFailure[] = [];
      try {
        await this.#call(script, plan.key, args, bed, (line) => printed.push(line));
      } catch (error) {
        found.push(failureIn(file, error, bed.statement ?? at));
      }
      printed.push(...bed.printed);
      const unanswered = unansweredCalls(bed);
      // A call without an answer is mostly the cause of what was not met.
      const others = [...unanswered, ...found, ...unexpectedErrors(bed), ...overlooked(bed, file)];
      if (others.length > 0 || bed.expectsSomething) return others;
      return [failureAt(testLanguageMessages.nothingExpected(name), at, file)];
    });
    const state = failures.length === 0 ? "passed" : "failed";
    calls.ended(name, endOf(failures));
    return { name, state, durationMs: stopwatch() - startedAt, failures, printed };
  }

  async #onBed<T>(
    program: Program,
    otherCalls: UnmockedCalls,
    work: (bed: TestBed) => Promise<T>,
  ): Promise<T> {
    const bed = new TestBed({ ...this.#parts.bed, program, otherCalls });
    await bed.start();
    try {
      return await this.#parts.current.run(bed, () => work(bed));
    } finally {
      await bed.close();
    }
  }

  async #call(
    script: CompiledScript,
    key: string,
    args: readonly Value[],
    bed: TestBed,
    print: (line: string) => void,
  ): Promise<Value> {
    const { timers, timeoutMs, bed: options } = this.#parts;
    const procedure = script.procedures.get(key);
    if (procedure === undefined) throw new Error(`${key} was never compiled`);
    const { limits } = options.configuration;
    const stop = new AbortController();
    const late = new BasicError(testingMessages.tookTooLong(timeoutMs / 1000));
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    let cancel = timers.schedule(timeoutMs, () => {
      stop.abort(late);
      // What looks at the signal ends at a line, which says more.
      cancel = timers.schedule(LAST_LINE_MS, () => {
        reject(late);
      });
    });
    const context: RunContext = {
      id: "test",
      host: createTestHost({ bed, files: options.files, print, outputLength: limits.outputLength }),
      limits,
      signal: stop.signal,
      spawn: () => refuse("SPAWN"),
      doubles: bed.doubles,
    };
    try {
      return await Promise.race([procedure.run(context, args), stopped]);
    } finally {
      cancel();
    }
  }
}

/** A test that took too long has not made all of its calls. */
function endOf(failures: readonly TestFailure[]): TestEnd {
  if (failures.length === 0) return "passed";
  const late: string = testingMessages.tookTooLong(0).code;
  return failures.some(({ code }) => code === late) ? "stopped" : "failed";
}

/**
 * Errors that no EXPECT ERROR took fail the test, whatever else it found; but not those of messages
 * that the test itself made fail.
 */
function unexpectedErrors({ log, channels }: TestBed): readonly TestFailure[] {
  return log.errors
    .filter(({ fields }) => !channels.failedOnPurpose(fields["send"]))
    .map((error) => failureOfRun(error, log));
}

/** A call without an answer is told once, in words that help; the run that it ended is no other error. */
function unansweredCalls({ channels, log }: TestBed): readonly TestFailure[] {
  const { unanswered } = channels.http;
  for (const { code } of unanswered) log.takeError(({ fields }) => fields["code"] === code);
  return unanswered.map(failureOf);
}

/** What a test did not see, and most likely did not mean. */
function overlooked(
  { channels, doubles, events, astray, routes }: TestBed,
  file: SourceFile,
): readonly TestFailure[] {
  const at = (place: Place | undefined, detail: Message) => failureAt(detail, place, file);
  return [
    ...astray.map(({ request, place }) =>
      at(place, testLanguageMessages.noHandler(request, routes.names, routes.nearest(request))),
    ),
    ...(events.isHolding ? [at(events.heldAt, testingMessages.heldAtEnd())] : []),
    ...channels.unusedFailures.map(({ channel, place }) =>
      at(place, testingMessages.unusedFailure(channel)),
    ),
    ...channels.http.unused.map(({ method, pattern, place }) =>
      at(place, testingMessages.unusedMock(method, shownAddress(pattern))),
    ),
    ...doubles.unused.map((double) =>
      at(double.place, doubleMessages.unusedDouble(describeCallee(double))),
    ),
  ];
}

function placeOf({ start }: TestPlan, file: SourceFile): Place {
  return { file: file.path, line: file.position(start).line };
}

const LONGEST_ROW = 60;

/** Shows a row in the name of its test; an object by its member `name`, where it has one. */
function nameOfRow(row: Value): string {
  const named = isObject(row) ? row["name"] : undefined;
  const shown = typeof named === "string" && named !== "" ? named : show(row);
  return shown.length > LONGEST_ROW ? `${shown.slice(0, LONGEST_ROW - 1)}…` : shown;
}
