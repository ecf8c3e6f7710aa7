import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A server that takes part, started anew for each round. */
export interface Contender {
  readonly name: string;
  /** The arguments of Node. */
  readonly command: (dataFolder: string) => readonly string[];
}

export const EXPRESS: Contender = {
  name: "Express",
  command: () => ["bench/serve/express-guide.js"],
};
export const GBASIC: Contender = {
  name: "gbasic",
  command: (data) => [
    "dist/cli.js",
    "serve",
    "scripts/whatsapp.bas",
    "--port",
    "0",
    "--data",
    data,
  ],
};

/**
 * Starts a server, lets `use` work with its address, and ends it.
 * @param secret the app secret that the server checks signatures with; absent for none
 * @param settings further settings of the environment
 */
export async function withServer<T>(
  contender: Contender,
  secret: string | undefined,
  use: (address: string) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), "gbasic-bench-"));
  const environment = secret === undefined ? {} : { WHATSAPP_APP_SECRET: secret };
  const server = spawn(process.execPath, contender.command(data), {
    env: { PATH: process.env.PATH, ...settings, ...environment },
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    return await use(await readyAddress(server));
  } finally {
    const exit = once(server, "exit");
    server.kill("SIGKILL");
    await exit;
    await rm(data, { recursive: true, force: true });
  }
}

function readyAddress(server: ChildProcess): Promise<string> {
  const { stdout } = server;
  if (stdout === null) throw new Error("the server has no standard output");
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}`)));
    // Reading goes on after the ready line, so that the server never waits to write its log.
    createInterface({ input: stdout }).on("line", (line) => {
      const address = /^listening on (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
