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
  /** The keys of a person; undefined where standard input is no terminal. */
  readonly keys: Keys | undefined;
}

/** A keyboard. */
export interface Keys {
  /**
   * Takes each key as it is pressed, without a line end behind it; Ctrl+C too, as U+0003.
   * @returns ends that: the terminal is as it was before
   */
  listen(pressed: (key: string) => void): () => void;
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
    keys: process.stdin.isTTY ? { listen: listenToKeys } : undefined,
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

function listenToKeys(pressed: (key: string) => void): () => void {
  const { stdin } = process;
  const take = (typed: Buffer): void => {
    for (const key of typed.toString()) pressed(key);
  };
  stdin.setRawMode(true);
  stdin.on("data", take);
  return () => {
    stdin.off("data", take);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
