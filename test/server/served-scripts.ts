import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import type { MachineTime } from "../../src/host/timers.ts";
import { startServe } from "./start-serve.ts";

/** A script that `gbasic serve` serves on a free port. */
export interface ServedScript {
  readonly url: string;
  /** What was written to standard error so far. */
  readonly said: () => string;
  /** What runs without a response printed, and what `listening on` says. */
  readonly printed: () => string;
  /** Stops as a signal does, and waits for the end. */
  readonly stop: () => Promise<void>;
}

/** Makes a folder that is there until the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gbasic-served-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Serves a script from a folder with `gbasic serve` until the test ends or stops it. */
export async function serveScript(
  folder: string,
  script: string,
  environment: Readonly<Record<string, string>> = {},
  time?: MachineTime,
): Promise<ServedScript> {
  await writeFile(join(folder, "bot.bas"), script);
  const { url, output, ended, stop } = await startServe(
    folder,
    { paths: ["bot.bas"] },
    environment,
    time,
  );
  const end = async () => {
    stop();
    await ended;
  };
  return { url, said: () => output.stderr, printed: () => output.stdout, stop: end };
}
