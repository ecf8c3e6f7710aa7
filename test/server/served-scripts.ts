import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

import { serve } from "../../src/cli/serve.ts";

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
): Promise<ServedScript> {
  await writeFile(join(folder, "bot.bas"), script);
  const output = { stdout: "", stderr: "" };
  const ready = Promise.withResolvers<string>();
  const stop = Promise.withResolvers<string>();
  const ended = serve(
    { paths: ["bot.bas"], port: 0, production: false, insecure: false, watch: false },
    {
      folder,
      environment,
      stdout: (text) => {
        output.stdout += text;
        const url = /^listening on (.*)$/m.exec(output.stdout)?.[1];
        if (url !== undefined) ready.resolve(url);
      },
      stderr: (text) => {
        output.stderr += text;
      },
    },
    { first: stop.promise, release: () => undefined },
  );
  const end = async () => {
    stop.resolve("SIGTERM");
    await ended;
  };
  onTestFinished(end);
  const url = await Promise.race([ready.promise, ended.then(() => "")]);
  return { url, said: () => output.stderr, printed: () => output.stdout, stop: end };
}
