import { writeStream } from "./write-stream.ts";

/** What a command is given from the process that runs it. */
export interface CommandIo {
  /** Writes to standard output; line ends are the caller's. */
  readonly stdout: (text: string) => void;
  /** Writes to standard error; line ends are the caller's. */
  readonly stderr: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  readonly folder: string;
}

/** What a command is given that reads standard input too. */
export interface InputIo extends CommandIo {
  /** Reads standard input up to its end. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Reads standard input line by line, as they are typed. */
  readonly stdinLines: () => AsyncIterable<string>;
}

/** Connects a command to this process; a reader that goes away, as `head` does, ends it quietly. */
export function processIo(): InputIo {
  return {
    stdin: async () => {
      const { buffer } = await import("node:stream/consumers");
      return buffer(process.stdin);
    },
    stdinLines: async function* () {
      const { createInterface } = await import("node:readline");
      const lines = createInterface({ input: process.stdin });
      try {
        yield* lines;
      } finally {
        lines.close();
      }
    },
    stdout: (text) => {
      writeStream(1, text);
    },
    stderr: (text) => {
      writeStream(2, text);
    },
    environment: process.env,
    folder: process.cwd(),
  };
}
