import { EXIT } from "./exit-code.ts";

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
}

/** Connects a command to this process; a reader that goes away, as `head` does, ends it quietly. */
export function processIo(): InputIo {
  process.stdout.on("error", endQuietlyOnBrokenPipe);
  process.stderr.on("error", endQuietlyOnBrokenPipe);
  return {
    stdin: async () => {
      const { buffer } = await import("node:stream/consumers");
      return buffer(process.stdin);
    },
    stdout: (text) => {
      write(process.stdout, text);
    },
    stderr: (text) => {
      write(process.stderr, text);
    },
    environment: process.env,
    folder: process.cwd(),
  };
}

/** A script that never waits leaves no turn for the stream to tell of its error, so it is asked. */
function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(text);
  if (stream.errored !== null) endQuietlyOnBrokenPipe(stream.errored);
}

function endQuietlyOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.brokenPipe);
}
