import { constants, open, realpath } from "node:fs/promises";
import path from "node:path";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import { MEDIA_FOLDER } from "../host/media.ts";
import type { FileReader } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";
import { isBelow } from "../source/is-below.ts";

/** Which files scripts may read. */
export interface FileReaderOptions {
  /** The folder of the scripts. */
  readonly folder: string;
  /** Where files are kept that people sent; scripts read them with `media/` before their paths. */
  readonly media?: string;
  /** Bytes of one file at most. */
  readonly maximumBytes: number;
}

/** Makes a reader of the files below one folder; links that lead out of it are refused. */
export function createFileReader(options: FileReaderOptions): FileReader {
  const { folder, media, maximumBytes } = options;
  return {
    async read(file) {
      const found =
        media !== undefined && SENT.test(file)
          ? await locateSent(media, folder, file)
          : await locateFile(folder, file);
      try {
        return await readBounded(found, file, maximumBytes);
      } catch (error) {
        throw unreadable(file, error);
      }
    },
  };
}

const SENT = new RegExp(`^${MEDIA_FOLDER}[\\\\/]`);

/** A file of the scripts comes first, so that nothing that somebody sends takes its place. */
async function locateSent(media: string, folder: string, file: string): Promise<string> {
  try {
    return await locateFile(folder, file);
  } catch (error) {
    try {
      return await locateFile(media, file.replace(SENT, ""));
    } catch {
      throw error;
    }
  }
}

async function locateFile(folder: string, file: string): Promise<string> {
  const wanted = path.resolve(folder, file);
  // Looked at before the disk is, so that a script learns nothing about files outside.
  if (!isBelow(path.resolve(folder), wanted)) throw outside(file);
  try {
    const found = await realpath(wanted);
    if (!isBelow(await realpath(folder), found)) throw outside(file);
    return found;
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readBounded(found: string, file: string, maximumBytes: number) {
  // The path is resolved, so a link here was put in its place just now.
  const handle = await open(
    found,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new BasicError(engineMessages.fileUnreadable(file, "it is no file"));
    if (facts.size > maximumBytes) {
      throw new BasicError(engineMessages.fileTooLarge(file, maximumBytes));
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function outside(file: string): BasicError {
  return new BasicError(engineMessages.fileOutside(file));
}

function unreadable(file: string, error: unknown): BasicError {
  if (error instanceof BasicError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const reason = code === "ENOENT" ? "there is no such file" : code;
  return new BasicError(engineMessages.fileUnreadable(file, reason), { cause: error });
}
