import { recordingMessages } from "../diagnostics/codes/recording.ts";
import { renderError } from "../runtime/render-error.ts";
import { FileCalls, type UnusedCalls } from "../testing/http/file-calls.ts";
import type { TestFailure } from "../testing/test-result.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import { RecordedCallsFile } from "./recorded-calls-file.ts";
import type { TestRecording } from "./test-recording.ts";

/** The recorded calls of one file of tests while it runs. */
export class TestFileCalls {
  readonly calls: FileCalls;
  readonly #file: RecordedCallsFile;
  readonly #isRecording: boolean;

  private constructor(calls: FileCalls, file: RecordedCallsFile, isRecording: boolean) {
    this.calls = calls;
    this.#file = file;
    this.#isRecording = isRecording;
  }

  /** @throws UsageError GB5482 where what was recorded cannot be read */
  static async open(
    place: ScriptPlace,
    recording: TestRecording | undefined,
  ): Promise<TestFileCalls> {
    const file = new RecordedCallsFile(place);
    const calls = new FileCalls(await file.read(), file.command, recording?.ofFile());
    return new TestFileCalls(calls, file, recording !== undefined);
  }

  /**
   * Writes what was recorded.
   * @param isWhole true where the names of all tests of the file are known
   * @returns what to tell of it in a line; undefined where the file is as before
   * @throws UsageError GB5483
   */
  async write(isWhole: boolean): Promise<string | undefined> {
    if (!this.#isRecording) return undefined;
    const recorded = this.calls.written(isWhole);
    if (!(await this.#file.write(recorded))) return undefined;
    const count = [...recorded.values()].reduce((sum, calls) => sum + calls.length, 0);
    if (count === 0) return `removed ${this.#file.shown}: nothing is recorded any more`;
    return `recorded ${String(count)} ${count === 1 ? "call" : "calls"} in ${this.#file.shown}`;
  }

  /** Warns of what is recorded and not called any more; recording leaves it out by itself. */
  warnings(isWhole: boolean): readonly TestFailure[] {
    if (this.#isRecording) return [];
    return this.calls.unused(isWhole).map((unused) => warningOf(unused, this.#file.command));
  }
}

function warningOf({ test, calls, isGone }: UnusedCalls, command: string): TestFailure {
  const shown = calls.map(({ request }) => `${request.method} ${request.url}`);
  const detail = recordingMessages.unusedCalls(test, shown, isGone, command);
  const { code, message } = detail;
  const rendered = renderError({ detail });
  return { summary: `${code}: ${message}`, rendered, code, place: undefined };
}
