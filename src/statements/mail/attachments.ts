import { hash } from "node:crypto";
import { posix } from "node:path";
import { sentFileMessages } from "../../diagnostics/codes/sent-files.ts";
import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { uploadMessages } from "../../diagnostics/codes/upload.ts";
import { LARGEST_MAIL } from "../../facts/mail-limits.ts";
import type { FileLimit } from "../../host/host.ts";
import type { Attachment } from "../../host/message.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { StatementContext } from "../define.ts";
import { readAddress } from "../http/web-address.ts";
import { localFileProblem, localFilesProblem, sizeProblem } from "../local-file.ts";

const LONGEST_NAME = 100;

/** What one file of a mail, or its page of HTML, may have. */
export const MAIL_FILE: FileLimit = { megabytes: LARGEST_MAIL, taker: "a mail" };

const ON_THE_WEB = /^\s*https?:\/\//i;

/** What files are read and fetched with. */
export type AttachmentContext = Pick<StatementContext<"files" | "http">, "host" | "signal">;

/**
 * Reads the files that go with a mail; what is at an address is fetched first, as DOWNLOAD does.
 * @param value a path or an address, or a list of them; null, undefined and empty text give none
 * @throws BasicError where a path is no text, its file cannot be read or fetched, or GB4759
 */
export async function readAttachments(
  value: Value | undefined,
  context: AttachmentContext,
): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  let bytes = 0;
  // One after another, so that no more is held than may be sent.
  for (const path of readPaths(value)) {
    const attachment = await readAttachment(path, context);
    bytes += attachment.content.byteLength;
    if (bytes > LARGEST_MAIL * 1024 * 1024) {
      throw new BasicError(uploadMessages.mailTooLarge(LARGEST_MAIL));
    }
    attachments.push(attachment);
  }
  return attachments;
}

/** Checks the files that go with a mail, as they lie now; what is at an address is known when it runs. */
export const attachmentsCheck: SlotCheck = (value, { look }) => {
  const paths = readPaths(value).filter((path) => !ON_THE_WEB.test(path));
  for (const path of paths) {
    const problem = localFileProblem(path, look, (bytes) =>
      bytes === 0 ? sentFileMessages.emptyAttachment(path) : sizeProblem(path, MAIL_FILE, bytes),
    );
    if (problem !== undefined) return problem;
  }
  const tooLarge = uploadMessages.mailTooLarge(LARGEST_MAIL);
  return localFilesProblem(paths, look, { megabytes: LARGEST_MAIL, tooLarge });
};

function readPaths(value: Value | undefined): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(readPaths);
  if (typeof value !== "string") {
    throw new BasicError(statementMessages.attachmentKind(describe(value)));
  }
  return [value];
}

async function readAttachment(
  written: string,
  { host, signal }: AttachmentContext,
): Promise<Attachment> {
  const path = ON_THE_WEB.test(written) ? await fetched(written, host, signal) : written;
  const content = await host.files.read(path, MAIL_FILE);
  return { name: posix.basename(path.replaceAll("\\", "/")), content };
}

/** A call is known by this path when its run is repeated, so it stays as it is. */
function fetched(written: string, { http }: AttachmentContext["host"], signal: AbortSignal) {
  const url = readAddress("ATTACH", written);
  const folder = hash("sha256", url.href, "hex").slice(0, 16);
  const call = { method: "GET", url: url.href, headers: [], body: undefined };
  return http.download(call, `attached/${folder}/${nameOf(url)}`, signal);
}

function nameOf({ pathname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  const plain = decoded(last)
    .replace(/[^\p{L}\p{N}_ .()-]/gu, "_")
    .replace(/^[^\p{L}\p{N}_]+/u, "");
  return plain.slice(0, LONGEST_NAME).trim() || "file";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
