import type { HttpClient } from "../../host/http-call.ts";
import { CallRecorder } from "./call-recorder.ts";
import type { RecordedCall } from "./recorded-call.ts";
import type { RecordedCalls } from "./recorded-calls.ts";
import { ReplayedCalls } from "./replayed-calls.ts";
import type { SecretMask } from "./secret-mask.ts";
import type { UnmockedCalls } from "./unmocked-calls.ts";

/** What recording works with. */
export interface Recording {
  readonly client: HttpClient;
  readonly mask: SecretMask;
}

/** What was recorded for a test and is not called any more. */
export interface UnusedCalls {
  readonly test: string;
  /** True where there is no such test any more. */
  readonly isGone: boolean;
  readonly calls: readonly RecordedCall[];
}

type Source = ReplayedCalls | CallRecorder;

/** How a test ended: what was recorded holds only where it came to its end. */
export type TestEnd = "passed" | "failed" | "stopped";

/** The calls over HTTP of one file of tests: replayed, or recorded. */
export class FileCalls {
  readonly #known: RecordedCalls;
  readonly #recording: Recording | undefined;
  readonly #command: string;
  /** Names of tests that are there, in their order, whether they run or not. */
  readonly #names = new Set<string>();
  /** Names of TEST EACH whose rows nobody asked for. */
  readonly #groups: string[] = [];
  readonly #sources = new Map<string, Source>();
  readonly #ends = new Map<string, TestEnd>();

  /**
   * @param known what was recorded before
   * @param command records the file, for messages
   * @param recording undefined where what was recorded is replayed
   */
  constructor(known: RecordedCalls, command: string, recording?: Recording) {
    this.#known = known;
    this.#command = command;
    this.#recording = recording;
  }

  /** Notes that there is a test. @param isGroup true for a TEST EACH whose rows are not known */
  exists(test: string, isGroup = false): void {
    if (isGroup) this.#groups.push(test);
    else this.#names.add(test);
  }

  /** Gives what answers the calls of a test that begins. */
  begin(test: string): UnmockedCalls {
    const source =
      this.#recording === undefined
        ? new ReplayedCalls(this.#known.get(test) ?? [], this.#command)
        : new CallRecorder(this.#recording.client, this.#recording.mask);
    this.#sources.set(test, source);
    return source;
  }

  /** Notes how a test ended. */
  ended(test: string, end: TestEnd): void {
    this.#ends.set(test, end);
  }

  /**
   * Finds what is recorded and not called any more. A test that failed may just not have come so far.
   * @param isWhole true where the names of all tests of the file are known
   */
  unused(isWhole: boolean): readonly UnusedCalls[] {
    return [...this.#known].flatMap(([test, calls]): readonly UnusedCalls[] => {
      if (isWhole && this.#isGone(test)) return [{ test, isGone: true, calls }];
      const source = this.#sources.get(test);
      if (!(source instanceof ReplayedCalls) || this.#ends.get(test) !== "passed") return [];
      return source.unused.length === 0 ? [] : [{ test, isGone: false, calls: source.unused }];
    });
  }

  /**
   * Gives what is to be kept from now on: of tests that ran what was recorded, of others what was known.
   * @param isWhole as for `unused`
   */
  written(isWhole: boolean): RecordedCalls {
    const names = [...this.#names, ...this.#known.keys()];
    const kept = new Map<string, readonly RecordedCall[]>();
    for (const test of names) {
      const calls = this.#callsOf(test, isWhole);
      if (calls.length > 0) kept.set(test, calls);
    }
    return kept;
  }

  #callsOf(test: string, isWhole: boolean): readonly RecordedCall[] {
    const known = this.#known.get(test) ?? [];
    const source = this.#sources.get(test);
    const isOver = source instanceof CallRecorder && source.isWhole;
    if (isOver && this.#ends.get(test) !== "stopped") return inOrderOf(source.written(), known);
    return isWhole && this.#isGone(test) ? [] : known;
  }

  #isGone(test: string): boolean {
    return !this.#names.has(test) && !this.#groups.some((group) => test.startsWith(`${group} [`));
  }
}

/** Calls of runs side by side may come in any order: each stays where it was, so that no diff shows it. */
function inOrderOf(
  calls: readonly RecordedCall[],
  before: readonly RecordedCall[],
): readonly RecordedCall[] {
  const places = new Map<string, number>();
  for (const [index, { request }] of before.entries()) {
    const key = JSON.stringify(request);
    if (!places.has(key)) places.set(key, index);
  }
  const placeOf = ({ request }: RecordedCall) => places.get(JSON.stringify(request)) ?? Infinity;
  return calls.toSorted((one, other) => {
    const [first, second] = [placeOf(one), placeOf(other)];
    return first === second ? 0 : first - second;
  });
}
