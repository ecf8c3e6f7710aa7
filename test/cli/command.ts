import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.ts";

const BIN = resolve("src/cli/bin.ts");

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Makes a new folder with these files, which goes away with the test.
 * @param atEnd takes what removes it, where several tests share it
 */
export async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  atEnd: (remove: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gbasic-cli-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/**
 * Runs the command in this process.
 * @param folder its working folder
 * @param environment all its settings
 * @param input what it reads from standard input
 */
export async function gbasic(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = "",
): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const code = await main(args, {
    stdin: () => Promise.resolve(Buffer.from(input)),
    stdinLines: () => Readable.from(Buffer.from(input).toString().split("\n").slice(0, -1)),
    keys: undefined,
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    environment,
    folder,
  });
  return { code, stdout, stderr };
}

/** Runs the command as a process of its own; nothing of this process's environment is passed on. */
export function gbasicProcess(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd: folder, env: { TZ: "UTC", ...environment } };
    const child = execFile(process.execPath, [BIN, ...args], options, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** Runs the command as a process whose standard output is closed once something was read from it. */
export function gbasicUntilRead(
  args: readonly string[],
  folder: string,
): Promise<Omit<Outcome, "stdout">> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { TZ: "UTC" } });
    let stderr = "";
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.stdout.once("data", () => child.stdout.destroy());
    child.on("close", (code) => {
      done({ code: code ?? -1, stderr });
    });
  });
}
