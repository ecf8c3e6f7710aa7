import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { onTestFinished } from "vitest";

/** A running `gbasic serve`. */
export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that was written so far. */
  readonly output: () => { stdout: string; stderr: string };
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
}

/**
 * Starts `gbasic serve` as a process of its own, until the test ends.
 * @param environment its settings; nothing else of this process's environment is passed on
 * @param atEnd takes what stops it, where several tests share it
 * @throws Error with all output where it ends before it listens
 */
export async function serve(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  atEnd: (stop: () => void) => void = onTestFinished,
): Promise<Served> {
  const bin = resolve("src/cli/bin.ts");
  const child = spawn(process.execPath, [bin, "serve", ...args, "--port", "0"], {
    cwd: folder,
    env: { TZ: "UTC", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  atEnd(() => {
    child.kill("SIGKILL");
  });
  let stdout = "";
  let stderr = "";
  const exited = new Promise<number | null>((done) => child.once("close", done));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const ready = /listening on (\S+)/.exec(stdout)?.[1];
      if (ready !== undefined) done(ready);
    });
    void exited.then((code) => {
      fail(new Error(`serve ended with ${String(code)}\n${stdout}\n${stderr}`));
    });
  });
  return { url, process: child, output: () => ({ stdout, stderr }), exited };
}
