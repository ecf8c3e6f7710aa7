import type { CompiledScript, Program } from "../compile/script.ts";
import { doubleMessages } from "../diagnostics/codes/doubles.ts";
import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { Timers } from "../host/timers.ts";
import { BasicError } from "../runtime/error.ts";
import type { RunContext } from "../runtime/run.ts";
import { isObject } from "../runtime/value/kind.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CurrentBed } from "./current-bed.ts";
import { failureOf } from "./describe-failure.ts";
import { show } from "./expectation.ts";
import type { FileCalls, TestEnd } from "./http/file-calls.ts";
import { noOtherCalls, type UnmockedCalls } from "./http/unmocked-calls.ts";
import { describeCallee } from "./doubles/callee.ts";
import type { LogRecord } from "./recorded-log.ts";
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

interface TestCase {
  readonly name: string;
  readonly plan: TestPlan;
  readonly args: readonly Value[];
}

/** Runs the tests of a file, each on a bed of its own. */
export class TestRunner {
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
    const hasOnly = outline.tests.some(({ mode }) => mode === "only");
    for (const plan of outline.tests) {
      const isSkipped = plan.mode === "skip" || (hasOnly && plan.mode !== "only");
      const at = { file: file.path, line: file.position(plan.start).line };
      const none = { durationMs: 0, failures: [], printed: [] };
      if (isSkipped) {
        this.#parts.calls.exists(plan.name, plan.rows !== undefined);
        if (this.#parts.isMeant(plan.name)) {
          yield { ...at, ...none, name: plan.name, state: "skipped" };
        }
        continue;
      }
      let cases: readonly TestCase[];
      try {
        cases = await this.#casesOf(plan, script, program);
      } catch (error) {
        this.#parts.calls.exists(plan.name, true);
        yield { ...at, ...none, name: plan.name, state: "failed", failures: [failureOf(error)] };
        continue;
      }
      for (const { name } of cases) this.#parts.calls.exists(name);
      for (const one of cases) {
        if (!mayGoOn()) return;
        if (this.#parts.isMeant(one.name))
          yield { ...at, ...(await this.#runCase(one, script, program)) };
      }
    }
  }

  /** Gives the rows of a TEST EACH, as tests of their own. */
  async #casesOf(
    plan: TestPlan,
    script: CompiledScript,
    program: Program,
  ): Promise<readonly TestCase[]> {
    if (plan.rows === undefined) return [{ name: plan.name, plan, args: [] }];
    const { key } = plan.rows;
    const rows = await this.#onBed(program, noOtherCalls, (bed) =>
      this.#call(script, key, [], bed, () => {}),
    );
    const list = Array.isArray(rows) ? rows : [rows];
    if (list.length === 0) throw new BasicError(testLanguageMessages.noRows(plan.name));
    return list.map((row, index) => ({
      name: `${plan.name} [${String(index + 1)}: ${nameOfRow(row)}]`,
      plan,
      args: [row],
    }));
  }

  async #runCase(
    { name, plan, args }: TestCase,
    script: CompiledScript,
    program: Program,
  ): Promise<Omit<TestResult, "file" | "line">> {
    const { stopwatch, calls } = this.#parts;
    const printed: string[] = [];
    const startedAt = stopwatch();
    const otherCalls = calls.begin(name);
    const failures = await this.#onBed(program, otherCalls, async (bed) => {
      const found: TestFailure[] = [];
      try {
        await this.#call(script, plan.key, args, bed, (line) => printed.push(line));
      } catch (error) {
        found.push(failureOf(error));
      }
      printed.push(...bed.printed);
      const unanswered = unansweredCalls(bed);
      // A call without an answer is mostly the cause of what was not met.
      const others = [...unanswered, ...found, ...unexpectedErrors(bed), ...overlooked(bed)];
      return others.length > 0 ? others : provesNothing(name, bed);
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
    const { outputLength } = options.limits;
    const stop = new AbortController();
    const late = new BasicError(testingMessages.tookTooLong(timeoutMs / 1000));
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const cancel = timers.schedule(timeoutMs, () => {
      stop.abort(late);
      reject(late);
    });
    const context: RunContext = {
      id: "test",
      host: createTestHost({ bed, files: options.files, print, outputLength }),
      limits: options.limits,
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
    .map(unexpectedError);
}

function unexpectedError({ fields, message }: LogRecord): TestFailure {
  const code = typeof fields["code"] === "string" ? fields["code"] : "an error";
  const detail = testingMessages.scriptFailed(code);
  const summary = `${detail.code}: ${detail.message}`;
  const rendered = [message, `error ${summary}`, `  hint: ${detail.hint ?? ""}`].join("\n");
  return { summary, rendered, code: detail.code, place: undefined };
}

/** A call without an answer is told once, in words that help; the run that it ended is no other error. */
function unansweredCalls({ channels, log }: TestBed): readonly TestFailure[] {
  const { unanswered } = channels.http;
  for (const { code } of unanswered) log.takeError(({ fields }) => fields["code"] === code);
  return unanswered.map(failureOf);
}

/** What a test did not see, and most likely did not mean. */
function overlooked({
  channels,
  doubles,
  events,
  astray,
  routes,
}: TestBed): readonly TestFailure[] {
  const details = [
    ...astray.map((request) =>
      testLanguageMessages.noHandler(request, routes.names, routes.nearest(request)),
    ),
    ...(events.isHolding ? [testingMessages.heldAtEnd()] : []),
    ...channels.unusedFailures.map((channel) => testingMessages.unusedFailure(channel)),
    ...channels.http.unused.map(({ method, pattern }) =>
      testingMessages.unusedMock(method, pattern),
    ),
    ...doubles.unused.map((callee) => doubleMessages.unusedDouble(describeCallee(callee))),
  ];
  return details.map((detail) => failureOf(new BasicError(detail)));
}

function provesNothing(name: string, { expectsSomething }: TestBed): readonly TestFailure[] {
  if (expectsSomething) return [];
  return [failureOf(new BasicError(testLanguageMessages.nothingExpected(name)))];
}

const LONGEST_ROW = 60;

/** Shows a row in the name of its test; an object by its member `name`, where it has one. */
function nameOfRow(row: Value): string {
  const named = isObject(row) ? row["name"] : undefined;
  const shown = typeof named === "string" && named !== "" ? named : show(row);
  return shown.length > LONGEST_ROW ? `${shown.slice(0, LONGEST_ROW - 1)}…` : shown;
}
