import type { Stats } from "node:fs";
import { constants, type FileHandle, open, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import { isHiddenPath } from "../source/is-hidden-path.ts";
import { isKeptPath, MEDIA_FOLDER } from "../host/media/kept-path.ts";
import type { FileReader } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";
import { isBelow } from "../source/is-below.ts";

/** Which files scripts may read. */
export interface FileReaderOptions {
  /** The folder of the scripts. */
  readonly folder: string;
  /** Folders and files of the server itself, absolute; no script reads them, also not by another name. */
  readonly closed: readonly string[];
  /** Where files are kept that people sent; scripts read them with `media/` before their paths. */
  readonly media?: string;
}

/**
 * Makes a reader of the files below one folder. Links that lead out of it are refused, and what a
 * name from outside must never reach: hidden files such as `.env`, and those of the server.
 */
export function createFileReader(options: FileReaderOptions): FileReader {
  const { folder, closed, media } = options;
  const scripts = { folder, closed };
  const opening = async <T>(file: string, use: (opened: OpenedFile) => Promise<T>): Promise<T> => {
    const found =
      media !== undefined && isKeptPath(file)
        ? await locateSent(media, scripts, file)
        : await locateFile(scripts, file);
    try {
      return await openFile(found, file, closed, use);
    } catch (error) {
      throw unreadable(file, error);
    }
  };
  return {
    read: (file, limit) =>
      opening(file, async ({ handle, facts }) => {
        if (facts.size > limit.megabytes * 1024 * 1024) {
          throw new BasicError(engineMessages.fileTooLarge(file, limit));
        }
        return handle.readFile();
      }),
    find: (file) =>
      opening(file, ({ path: found, facts }) =>
        Promise.resolve({ path: found, bytes: facts.size, modifiedMs: facts.mtimeMs }),
      ),
  };
}

/** A file of the scripts comes first, so that nothing that somebody sends takes its place. */
async function locateSent(media: string, scripts: OpenFolder, file: string): Promise<string> {
  try {
    return await locateFile(scripts, file);
  } catch (error) {
    try {
      return await locateFile({ folder: media, closed: [] }, file.slice(`${MEDIA_FOLDER}/`.length));
    } catch {
      throw error;
    }
  }
}

/** A folder whose files may be read, but for some. */
type OpenFolder = Required<Pick<FileReaderOptions, "folder" | "closed">>;

async function locateFile({ folder, closed }: OpenFolder, file: string): Promise<string> {
  const wanted = path.resolve(folder, file);
  // Looked at before the disk is, so that a script learns nothing about files outside.
  if (!isBelow(path.resolve(folder), wanted)) throw outside(file);
  if (isHiddenPath(path.relative(folder, wanted))) throw hidden(file);
  try {
    const found = await realpath(wanted);
    const root = await realpath(folder);
    if (!isBelow(root, found)) throw outside(file);
    const isClosed = (await resolveAll(closed)).some((one) => one === found || isBelow(one, found));
    if (isClosed || isHiddenPath(path.relative(root, found))) throw hidden(file);
    return found;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Follows the links on the way to each; one that is not there yet holds nothing. */
async function resolveAll(paths: readonly string[]): Promise<readonly string[]> {
  return Promise.all(paths.map((one) => realpath(one).catch(() => one)));
}

interface OpenedFile {
  readonly handle: FileHandle;
  /** Absolute. */
  readonly path: string;
  readonly facts: Stats;
}

async function openFile<T>(
  found: string,
  file: string,
  closed: readonly string[],
  use: (opened: OpenedFile) => Promise<T>,
): Promise<T> {
  // The path is resolved, so a link here was put in its place just now.
  const handle = await open(
    found,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new BasicError(engineMessages.fileUnreadable(file, "it is no file"));
    if (facts.nlink > 1 && (await isNameOf(closed, facts))) throw hidden(file);
    return await use({ handle, path: found, facts });
  } finally {
    await handle.close();
  }
}

/** Tells whether a file is one of these, or lies in one of these folders, by another of its names. */
async function isNameOf(closed: readonly string[], { dev, ino }: Stats): Promise<boolean> {
  const inside = await Promise.all(closed.map(namesIn));
  const known = await Promise.all(
    [...closed, ...inside.flat()].map((one) => stat(one).catch(() => undefined)),
  );
  return known.some((one) => one?.dev === dev && one.ino === ino);
}

/** What is no folder, or is not there, has none. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => path.join(folder, name));
}

function outside(file: string): BasicError {
  return new BasicError(engineMessages.fileOutside(file));
}

function hidden(file: string): BasicError {
  return new BasicError(engineMessages.fileHidden(file));
}

function unreadable(file: string, error: unknown): BasicError {
  if (error instanceof BasicError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const reason = code === "ENOENT" ? "there is no such file" : code;
  const detail = engineMessages.fileUnreadable(file, reason, isKeptPath(file));
  return new BasicError(detail, { cause: error });
}
