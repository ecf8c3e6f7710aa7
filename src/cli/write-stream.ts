import { EXIT } from "./exit-code.ts";

/** The reader closed its end; that of a socket says so in another way where it had not read all. */
const GONE: ReadonlySet<unknown> = new Set(["EPIPE", "ECONNRESET"]);
/** Between two attempts at a stream whose reader is slow, in ms. */
const RETRY_MS = 1;
// An import would look at every member of the module, some of which load as much again.
const { writeSync } = process.getBuiltinModule("node:fs");
const WAITED_ON = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes a text to a standard stream and returns once the reader's side took it: a script that prints
 * without end waits for a slow reader instead of filling the memory. Where the reader is gone the
 * process ends, as other programs at a closed pipe do.
 * @param file the number of the stream: 1 or 2
 */
export function writeStream(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      if (GONE.has(codeOf(error))) process.exit(EXIT.brokenPipe);
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(WAITED_ON, 0, 0, RETRY_MS);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
