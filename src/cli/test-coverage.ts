import { mkdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import coverageLibrary, { type CoverageMap } from "istanbul-lib-coverage";
import reportLibrary from "istanbul-lib-report";
import reports from "istanbul-reports";
import { Coverage } from "../compile/coverage/coverage.ts";
import { coverageMessages } from "../diagnostics/codes/coverage.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { coverageData } from "../testing/coverage/coverage-data.ts";
import { coverageRows, percent } from "../testing/coverage/coverage-table.ts";
import { createScriptLoader } from "./load-scripts.ts";
import { locateScripts } from "./locate-scripts.ts";
import { readScripts } from "./read-scripts.ts";
import type { CoverageOptions, TestOptions } from "./test-options.ts";
import { toColumns } from "./to-columns.ts";
import { reasonOf } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** What is to be said at the end. */
export interface FinishedCoverage {
  /** Scripts that could not be counted. */
  readonly messages: readonly Message[];
  readonly table: string;
  readonly missed: readonly Message[];
}

/** How much of the scripts ran while they were tested. */
export class TestCoverage {
  readonly counts = new Coverage();
  readonly #folder: string;

  /** @param folder the working folder, absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes the reports.
   * @returns what is to be said of them: the table, and the thresholds that are missed
   * @throws UsageError GB5431 where the folder cannot be written
   */
  async finish(options: TestOptions): Promise<FinishedCoverage> {
    const messages = await this.#addUntested(options.paths);
    const map = this.#map();
    await this.#write(map, options.coverageFolder);
    return { messages, table: this.#table(map), missed: missedThresholds(map, options) };
  }

  /**
   * Adds the scripts that no test is about, with nothing covered.
   * @param paths files and folders as the user wrote them
   * @returns a message for each script that cannot be counted, as it has errors
   */
  async #addUntested(paths: readonly string[]): Promise<readonly Message[]> {
    const found = await locateScripts(paths, this.#folder, { withTests: false }).catch(ifNone);
    const known = new Set(this.counts.files.map(({ file }) => this.#absolute(file.path)));
    const untested = found.filter(({ absolute }) => !known.has(absolute));
    if (untested.length === 0) return [];
    const load = createScriptLoader({ lints: "none", coverage: this.counts });
    const messages: Message[] = [];
    for (const { shown } of untested) {
      // Each alone: what is wrong with one must not keep the others from being counted.
      const { program } = load(await readScripts([shown], this.#folder));
      if (program.scripts.length === 0) messages.push(coverageMessages.notCounted(shown));
    }
    return messages;
  }

  /** Gives the counts of all scripts, as the reporters read them. */
  #map(): CoverageMap {
    const map = coverageLibrary.createCoverageMap({});
    for (const file of this.counts.files) {
      map.addFileCoverage(coverageData(file, this.#absolute(file.file.path)));
    }
    return map;
  }

  /** Writes a table for people. */
  #table(map: CoverageMap): string {
    const shown = this.counts.files
      .map((counts) => {
        const path = this.#absolute(counts.file.path);
        return { shown: this.#shown(path), counts, coverage: map.fileCoverageFor(path) };
      })
      .sort((one, other) => (one.shown < other.shown ? -1 : 1));
    return toColumns(coverageRows(shown, map.getCoverageSummary()));
  }

  /**
   * Writes `lcov.info` for tools and `index.html` for people.
   * @throws UsageError GB5431 where the folder cannot be written
   */
  async #write(map: CoverageMap, to: string): Promise<void> {
    const dir = resolve(this.#folder, to);
    const texts = new Map(
      this.counts.files.map(({ file }) => [this.#absolute(file.path), file.text]),
    );
    try {
      await mkdir(dir, { recursive: true });
      const sourceFinder = (path: string): string => texts.get(path) ?? "";
      const context = reportLibrary.createContext({
        ...{ dir, coverageMap: map, sourceFinder, defaultSummarizer: "nested" },
      });
      for (const form of [
        reports.create("lcovonly", { projectRoot: this.#folder }),
        reports.create("html"),
      ]) {
        form.execute(context);
      }
    } catch (error) {
      const detail = coverageMessages.unwritable(to, reasonOf(error));
      throw new UsageError(detail, { cause: error });
    }
  }

  #absolute(path: string): string {
    return resolve(this.#folder, path);
  }

  #shown(path: string): string {
    return relative(this.#folder, path).replaceAll("\\", "/");
  }
}

/** Lists the thresholds that are not reached. */
function missedThresholds(map: CoverageMap, options: CoverageOptions): readonly Message[] {
  const { lines, branches } = map.getCoverageSummary();
  const all = [
    ["lines", lines, options.coverageLines],
    ["branches", branches, options.coverageBranches],
  ] as const;
  return all.flatMap(([what, { pct, total }, wanted]) =>
    wanted === undefined || total === 0 || pct >= wanted
      ? []
      : [coverageMessages.tooLittle(what, percent(pct), `${String(wanted)} %`)],
  );
}

/** Paths that name tests alone hold no script. */
function ifNone(error: unknown): readonly [] {
  if (error instanceof UsageError) return [];
  throw error;
}
