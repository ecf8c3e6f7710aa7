import { posix } from "node:path";
import { statementMessages } from "../../diagnostics/codes/statements.ts";
import type { FileReader } from "../../host/host.ts";
import type { Attachment } from "../../host/message.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/**
 * Reads the files that go with a mail.
 * @param value the path of one file, or a list of paths; null, undefined and empty text give none
 * @throws BasicError where a path is no text or its file cannot be read
 */
export async function readAttachments(
  value: Value | undefined,
  files: FileReader,
): Promise<Attachment[]> {
  return Promise.all(readPaths(value).map((path) => readAttachment(path, files)));
}

function readPaths(value: Value | undefined): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(readPaths);
  if (typeof value !== "string") {
    throw new BasicError(statementMessages.attachmentKind(describe(value)));
  }
  return [value];
}

async function readAttachment(path: string, files: FileReader): Promise<Attachment> {
  const content = await files.read(path);
  return { name: posix.basename(path.replaceAll("\\", "/")), content };
}
