import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemTimers } from "../../src/host/timers.ts";
import { startServer } from "./server-process.ts";

/** No test needs more than four starts; the rest is for what comes to the machine meanwhile. */
const STARTS = 40;
const LEAST_MS = 60_000;

/**
 * Gives the limit of a test that starts a few servers, in ms: a multiple of what a start takes on this
 * machine now, so that a machine that does other work fails no test, and one that hangs still ends.
 * @param command the file that is the command
 */
export async function patienceFor(command: string): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const begun = systemTimers.elapsed();
  const server = await startServer({ command, data, metaUrl: "http://127.0.0.1:9" });
  await server?.stop();
  const startMs = systemTimers.elapsed() - begun;
  await rm(data, { recursive: true, force: true });
  return Math.max(LEAST_MS, STARTS * startMs);
}
