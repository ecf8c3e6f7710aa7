import { readFile, rm, writeFile } from "node:fs/promises";
import { recordingMessages } from "../diagnostics/codes/recording.ts";
import {
  type RecordedCalls,
  readRecordedCalls,
  writeRecordedCalls,
} from "../testing/http/recorded-calls.ts";
import type { ScriptPlace } from "./locate-scripts.ts";
import { isMissing, reasonOf } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

const NONE: RecordedCalls = new Map();

/** The file beside a file of tests that holds its recorded calls: `orders.test.fixtures.json`. */
export class RecordedCallsFile {
  readonly shown: string;
  /** What records it anew, for messages. */
  readonly command: string;
  readonly #absolute: string;
  #text: string | undefined;

  constructor({ absolute, shown }: Pick<ScriptPlace, "absolute" | "shown">) {
    this.shown = fixturesOf(shown);
    this.command = `npx gbasic test ${shown} --record`;
    this.#absolute = fixturesOf(absolute);
  }

  /** @throws UsageError GB5482 where it cannot be read */
  async read(): Promise<RecordedCalls> {
    try {
      this.#text = await readFile(this.#absolute, "utf8");
    } catch (error) {
      if (isMissing(error)) return NONE;
      throw this.#unreadable(reasonOf(error));
    }
    const recorded = readRecordedCalls(this.#text);
    if (typeof recorded === "string") throw this.#unreadable(recorded);
    return recorded;
  }

  /**
   * Writes it, or removes it where nothing is recorded.
   * @returns false where it is as it was read
   * @throws UsageError GB5483 where it cannot be written
   */
  async write(recorded: RecordedCalls): Promise<boolean> {
    const text = recorded.size === 0 ? undefined : writeRecordedCalls(recorded);
    if (text === this.#text) return false;
    try {
      if (text === undefined) await rm(this.#absolute, { force: true });
      else await writeFile(this.#absolute, text);
    } catch (error) {
      const detail = recordingMessages.unwritable(this.shown, reasonOf(error));
      throw new UsageError(detail, { cause: error });
    }
    return true;
  }

  #unreadable(reason: string): UsageError {
    return new UsageError(recordingMessages.unreadable(this.shown, reason, this.command));
  }
}

function fixturesOf(path: string): string {
  return path.replace(/(?:\.bas)?$/i, ".fixtures.json");
}
