import { performance } from "node:perf_hooks";
import { relative } from "node:path";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import { renderError } from "../runtime/render-error.ts";
import { REPORTERS } from "../testing/reports/index.ts";
import { totalsOf } from "../testing/reports/report.ts";
import type { FileResult } from "../testing/test-result.ts";
import { locateTests } from "./find-tests.ts";
import type { InputIo } from "./io.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import { LatestResults } from "./latest-results.ts";
import type { TestOptions } from "./test-options.ts";
import type { TestSelection, TestSession } from "./test-session.ts";
import { UsageError } from "./usage-error.ts";

/** What ends the watching: `q`, Ctrl+C and Ctrl+D. */
const QUIT = new Set(["q", "Q", "\u0003", "\u0004"]);

/** Tests that are run again and again, one run after another, each with its report. */
export class TestWatch {
  /** Resolves when the person asks for the end; rejects with a bug. */
  readonly over: Promise<void>;
  readonly #session: TestSession;
  readonly #options: TestOptions;
  readonly #io: InputIo;
  readonly #latest = new LatestResults();
  readonly #finish: () => void;
  readonly #giveUp: (bug: unknown) => void;
  #running: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(session: TestSession, options: TestOptions, io: InputIo) {
    this.#session = session;
    this.#options = options;
    this.#io = io;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.over = promise;
    this.#finish = resolve;
    this.#giveUp = reject;
  }

  /** Runs all tests. @returns the absolute paths of what they are made of */
  runAll(): Promise<readonly string[]> {
    return this.#enqueue(async () => {
      const places = await this.#locate();
      if (places.length === 0) this.#tell(testingMessages.noTests(this.#options.paths));
      else await this.#run(places);
    });
  }

  /** Runs the files of tests that are made of what changed. @returns as `runAll` does */
  runTouched(changed: ReadonlySet<string>): Promise<readonly string[]> {
    return this.#enqueue(async () => {
      await this.#session.preparer.forget(changed);
      const places = await this.#locate();
      const touched = places.filter((place) => !this.#session.preparer.isPrepared(place));
      if (touched.length > 0) await this.#run(touched);
      else this.#io.stderr(`no test is made of ${this.#shown(changed)}\n`);
    });
  }

  /** Takes a key: `a` runs all, `f` what failed, `q` ends the watching. */
  pressed(key: string): void {
    if (QUIT.has(key)) this.#finish();
    if (key === "a") void this.runAll();
    if (key === "f") void this.#runFailed();
  }

  /** Begins no more tests; resolves once the one that runs has ended. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  #runFailed(): Promise<readonly string[]> {
    return this.#enqueue(async () => {
      const places = (await this.#locate()).filter((place) => this.#latest.hasFailed(place));
      if (places.length === 0) this.#io.stderr("no test fails\n");
      else await this.#run(places, (place, name) => this.#latest.hasFailed(place, name));
    });
  }

  /** One run at a time: what one is asked for meanwhile comes behind it. */
  #enqueue(work: () => Promise<void>): Promise<readonly string[]> {
    const made = this.#running.then(async () => {
      if (this.#isOver) return [];
      try {
        await work();
      } catch (error) {
        // A folder that vanished may come back.
        if (!(error instanceof UsageError)) throw error;
        this.#tell(error.detail);
      }
      this.#io.stderr(this.#status());
      return this.#session.preparer.madeOf();
    });
    this.#running = made.catch(this.#giveUp);
    return made.catch(() => []);
  }

  async #locate(): Promise<readonly ScriptPlace[]> {
    const places = await locateTests(this.#options.paths, this.#io.folder);
    this.#latest.keep(places);
    return places;
  }

  async #run(
    places: readonly ScriptPlace[],
    isMeant?: NonNullable<TestSelection["isMeant"]>,
  ): Promise<void> {
    const startedAt = performance.now();
    const mayGoOn = () => !this.#isOver;
    const selection = isMeant === undefined ? { mayGoOn } : { mayGoOn, isMeant };
    const files = await this.#session.run(places, selection);
    if (isMeant === undefined) this.#latest.forget(places);
    this.#latest.add(files);
    this.#report(files, performance.now() - startedAt);
  }

  #report(files: readonly FileResult[], durationMs: number): void {
    const { filter, reporter } = this.#options;
    const { passed, failed, skipped } = totalsOf({ files });
    if (passed + failed + skipped > 0) this.#io.stdout(REPORTERS[reporter]({ files, durationMs }));
    else if (filter !== undefined) this.#tell(testingMessages.noMatch(filter));
  }

  #shown(changed: ReadonlySet<string>): string {
    return [...changed].map((path) => relative(this.#io.folder, path)).join(", ");
  }

  #tell(detail: Parameters<typeof renderError>[0]["detail"]): void {
    this.#io.stderr(`${renderError({ detail })}\n`);
  }

  #status(): string {
    const { failed } = totalsOf({ files: this.#latest.files });
    const failing = failed > 0 ? `, ${String(failed)} failing in all` : "";
    const keys = this.#io.keys === undefined ? "" : "; a runs all, f what failed, q ends this";
    return `\nwaiting for a change${failing}${keys}\n`;
  }
}
