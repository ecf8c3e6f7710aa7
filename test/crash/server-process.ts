import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { systemTimers } from "../../src/host/timers.ts";
import { APP_SECRET } from "./meta.ts";

/** The script that says what the model, the clock and chance told it; see there. */
export const TELLING_BOT = `${import.meta.dirname}/telling-bot.bas`;

/** The exit code of a server that was asked to end a second time. */
const STOPPED_TWICE = 130;

/** A `gbasic serve` in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  /** Resolves with the signal that ended it, null where it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  kill(): void;
  /** Ends it in good order. @throws Error where it does not end with exit code 0 */
  stop(): Promise<void>;
  /**
   * Asks it to end, and before it has, asks again.
   * @param afterMs milliseconds between both
   * @throws Error where it ends with another exit code than such an end has
   */
  stopTwice(afterMs: number): Promise<void>;
}

export interface ServerProcessOptions {
  /** The command: `dist/cli.js` or `src/cli/bin.ts`. */
  readonly command: string;
  readonly data: string;
  readonly metaUrl: string;
  /** The simulated model if absent. */
  readonly modelUrl?: string;
  /** Further settings. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The path of the script; the bot of this folder if absent. */
  readonly script?: string;
  /** `POINT:N` of `killing.ts`. */
  readonly killAt?: string;
}

/**
 * Starts a server and waits until it listens.
 * @returns undefined where it was killed before it did
 */
export async function startServer(
  options: ServerProcessOptions,
): Promise<ServerProcess | undefined> {
  const { command, data, metaUrl, modelUrl, killAt } = options;
  const here = import.meta.dirname;
  const script = options.script ?? `${here}/bot.bas`;
  const preload = killAt === undefined ? [] : ["--import", `${here}/killing.ts`];
  const child = spawn(
    process.execPath,
    [...preload, command, "serve", script, "--port", "0", "--data", data],
    {
      env: {
        PATH: process.env.PATH,
        KILL_AT: killAt,
        WHATSAPP_APP_SECRET: APP_SECRET,
        WHATSAPP_ACCESS_TOKEN: "access-token",
        WHATSAPP_PHONE_NUMBER_ID: "115",
        WHATSAPP_API_URL: metaUrl,
        ...(modelUrl === undefined ? {} : { LLM_URL: modelUrl, LLM_MODEL: "small" }),
        ...options.settings,
      },
      cwd: here,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = once(child, "exit").then(([, signal]) => signal as NodeJS.Signals | null);
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told = `${told}${chunk.toString()}`.slice(-2000)));
  const address = await Promise.race([readyAddress(child), ended]);
  if (address === "SIGKILL") return undefined;
  if (address === null || !address.startsWith("http")) throw new Error(`did not start: ${told}`);
  const endsWith = async (...ways: readonly (number | NodeJS.Signals | null)[]) => {
    const way = (await ended) ?? child.exitCode;
    if (!ways.includes(way)) throw new Error(`ended with ${String(way)}: ${told}`);
  };
  return {
    address,
    ended,
    kill: () => child.kill("SIGKILL"),
    stop: () => {
      child.kill("SIGTERM");
      return endsWith(0);
    },
    stopTwice: async (afterMs) => {
      child.kill("SIGTERM");
      await new Promise<void>((resolve) => systemTimers.schedule(afterMs, resolve));
      child.kill("SIGTERM");
      // The signal itself ends it where it comes behind all that has to be done in good order.
      await endsWith(0, STOPPED_TWICE, "SIGTERM");
    },
  };
}

/** Waits until nothing is left to do in a store; the server that works it off may die before. */
export async function nothingLeft(data: string, ended: Promise<unknown>): Promise<void> {
  const server: { hasEnded: boolean } = { hasEnded: false };
  void ended.then(() => (server.hasEnded = true));
  const database = new DatabaseSync(join(data, "gbasic.db"), { readOnly: true, timeout: 5000 });
  const left = database.prepare("SELECT 1 FROM entry WHERE finished_at IS NULL LIMIT 1");
  while (!server.hasEnded && left.get() !== undefined) {
    await new Promise<void>((resolve) => systemTimers.schedule(20, resolve));
  }
  database.close();
}

function readyAddress(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (stdout === null) throw new Error("the server has no standard output");
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on("line", (line) => {
      const address = /^listening on (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
