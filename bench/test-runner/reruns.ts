import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Watches a project, and changes one of its files again and again.
 * @param file the path of the file below the folder
 * @returns the milliseconds from each change to the end of its report
 */
export async function timeReruns(folder: string, file: string, times: number): Promise<number[]> {
  const args = ["dist/cli.js", "test", folder, "--watch"];
  const watching = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  try {
    const reports = new Reports(watching);
    await reports.next();
    const text = await readFile(join(folder, file), "utf8");
    const found: number[] = [];
    for (let at = 0; at < times; at++) {
      const report = reports.next();
      const start = performance.now();
      await writeFile(join(folder, file), text + "\n".repeat(at % 2));
      await report;
      found.push(performance.now() - start);
    }
    return found;
  } finally {
    watching.kill("SIGTERM");
    if (watching.exitCode === null) await once(watching, "close");
  }
}

/** The reports that a command writes while it watches. */
class Reports {
  #shown = "";
  #arrived: () => void = () => undefined;

  constructor({ stdout, stderr }: ChildProcess) {
    for (const stream of [stdout, stderr]) {
      stream?.on("data", (data: Buffer) => {
        this.#shown += data.toString();
        if (this.#shown.includes("waiting for a change")) this.#arrived();
      });
    }
  }

  /** Resolves with the end of the next report. */
  next(): Promise<void> {
    this.#shown = "";
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }
}
