import { posix } from "node:path";
import mime from "mime";
import { uploadMessages } from "../../diagnostics/codes/upload.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { FileLimit, FileReader } from "../../host/host.ts";
import type { FormPart, SentFile } from "../../host/http-body.ts";
import type { LookAtFile } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { localFileProblem, localFilesProblem, sizeProblem } from "../local-file.ts";

/** The field of a file that the script gives no name. */
const STANDARD_FIELD = "file";

/** Megabytes that the files of one call may have together: they are held until it ends. */
const LARGEST_UPLOAD = 25;
const LIMIT: FileLimit = { megabytes: LARGEST_UPLOAD, taker: "a call over HTTP" };

const MEMBERS: ReadonlySet<string> = new Set(["path", "content", "name", "type"]);

/** Where the bytes of a file come from, with what the script says of it. */
interface DescribedFile {
  readonly source: { readonly path: string } | { readonly content: string };
  readonly name: string;
  readonly type: string | undefined;
}

/**
 * Reads the files that go with a call, one after another, so that no more is held than may be sent.
 * @param value a path, a list of paths, or an object of fields with paths, lists and descriptions
 * @throws BasicError GB4750 to GB4752, or where a file cannot be read
 */
export async function readFiles(
  title: string,
  value: Value,
  files: FileReader,
): Promise<FormPart[]> {
  const parts: FormPart[] = [];
  let bytes = 0;
  for (const [name, described] of filesIn(title, value)) {
    const file = await readFile(described, files);
    bytes += file.content.byteLength;
    if (bytes > LARGEST_UPLOAD * 1024 * 1024) {
      throw new BasicError(uploadMessages.uploadTooLarge(title, LARGEST_UPLOAD));
    }
    parts.push({ name, file });
  }
  return parts;
}

/** Reads one file by its path. @throws BasicError GB4756 for an empty one, or where it cannot be read */
export async function readOneFile(
  title: string,
  path: string,
  files: FileReader,
): Promise<SentFile> {
  if (path.trim() === "") throw new BasicError(uploadMessages.noFilePath(title));
  return readFile(fileAt(path), files);
}

/** Checks the files of ATTACH as they lie now. @throws BasicError GB4750 or GB4751 */
export function attachedFilesProblem(
  title: string,
  value: Value,
  look: LookAtFile,
): Message | undefined {
  const paths = filesIn(title, value).flatMap(([, { source }]) =>
    "path" in source ? [source.path] : [],
  );
  for (const path of paths) {
    const problem = localFileProblem(path, look, (bytes) => sizeProblem(path, LIMIT, bytes));
    if (problem !== undefined) return problem;
  }
  const tooLarge = uploadMessages.uploadTooLarge(title, LARGEST_UPLOAD);
  return localFilesProblem(paths, look, { megabytes: LARGEST_UPLOAD, tooLarge });
}

/** Checks the file of FILE as it lies now. */
export function oneFileProblem(title: string, value: Value, look: LookAtFile): Message | undefined {
  const path = toText(value).trim();
  return path === ""
    ? uploadMessages.noFilePath(title)
    : localFileProblem(path, look, (bytes) => sizeProblem(path, LIMIT, bytes));
}

function filesIn(title: string, value: Value): [field: string, file: DescribedFile][] {
  if (!isObject(value)) return fieldOf(title, STANDARD_FIELD, value);
  return Object.entries(value).flatMap(([field, one]) => fieldOf(title, field, one));
}

function fieldOf(title: string, field: string, value: Value): [string, DescribedFile][] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldOf(title, field, one));
  if (typeof value === "string" && value.trim() !== "") return [[field, fileAt(value)]];
  if (isObject(value)) return [[field, readDescription(field, value)]];
  throw new BasicError(uploadMessages.attachedKind(title, describe(value)));
}

function fileAt(path: string): DescribedFile {
  const name = posix.basename(path.trim().replaceAll("\\", "/"));
  return { source: { path: path.trim() }, name, type: undefined };
}

function readDescription(field: string, value: Readonly<Record<string, Value>>): DescribedFile {
  const wrong = (problem: string) => new BasicError(uploadMessages.attachedFile(field, problem));
  const unknown = Object.keys(value).find((key) => !MEMBERS.has(key));
  if (unknown !== undefined) throw wrong(`has no part ${JSON.stringify(unknown)}`);
  const [path, content, name, type] = ["path", "content", "name", "type"].map((key) => {
    const part = value[key] ?? null;
    if (part === null || typeof part === "string") return part ?? undefined;
    throw wrong(`has the ${key} ${describe(part)}, which is no text`);
  });
  if ((path === undefined) === (content === undefined)) {
    throw wrong(path === undefined ? "has no path and no content" : "has a path and a content");
  }
  if (path !== undefined && path.trim() === "") throw wrong("has an empty path");
  if (content !== undefined && (name ?? "") === "") throw wrong("has no name");
  if (type !== undefined && !/^[\w.+-]+\/[\w.+-]+(?:\s*;[ -~]*)?$/.test(type)) {
    throw wrong(`has the type ${describe(type)}, which is no content type`);
  }
  const found = path === undefined ? undefined : fileAt(path);
  return {
    source: found?.source ?? { content: content ?? "" },
    name: name === undefined || name === "" ? (found?.name ?? "") : name,
    type,
  };
}

async function readFile(described: DescribedFile, files: FileReader): Promise<SentFile> {
  const { source, name, type } = described;
  const content =
    "path" in source
      ? await files.read(source.path, LIMIT)
      : new TextEncoder().encode(source.content);
  // What nobody knows is bytes.
  const contentType = type ?? mime.getType(name) ?? "application/octet-stream";
  return { name, contentType, content };
}
