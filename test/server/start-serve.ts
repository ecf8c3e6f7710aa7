import { onTestFinished } from "vitest";

import { serve } from "../../src/cli/serve.ts";
import type { ServeOptions } from "../../src/cli/serve-options.ts";
import type { MachineTime } from "../../src/host/timers.ts";

/** `gbasic serve`, running in this process. */
export interface RunningServe {
  /** Empty where it ended before it listened. */
  readonly url: string;
  /** What was written so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Resolves with its exit code. */
  readonly ended: Promise<number>;
  /** Asks it to end, as a signal does. */
  readonly stop: () => void;
}

/** Runs `gbasic serve` on a free port until the test ends, and waits until it listens or ends. */
export async function startServe(
  folder: string,
  options: Partial<ServeOptions>,
  environment: Readonly<Record<string, string>>,
  time?: MachineTime,
): Promise<RunningServe> {
  const output = { stdout: "", stderr: "" };
  const ready = Promise.withResolvers<string>();
  const stop = Promise.withResolvers<string>();
  const ended = serve(
    { paths: ["."], port: 0, production: false, insecure: false, watch: false, ...options },
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
    time,
  );
  onTestFinished(async () => {
    stop.resolve("SIGTERM");
    await ended;
  });
  const url = await Promise.race([ready.promise, ended.then(() => "")]);
  return { url, output, ended, stop: () => stop.resolve("SIGTERM") };
}
