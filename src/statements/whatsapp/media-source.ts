import { posix } from "node:path";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { MediaKind } from "../../facts/whatsapp-media.ts";
import type { FileReader } from "../../host/host.ts";
import { writtenSourceProblem } from "../../host/whatsapp/check-media.ts";
import type { Header } from "../../host/whatsapp/content.ts";
import {
  LARGEST_KEPT,
  type MediaFile,
  type MediaSource,
  mediaTypeOf,
  readSource,
} from "../../host/whatsapp/media.ts";
import { BasicError } from "../../runtime/error.ts";

/**
 * Finds a file that is to be sent: at an address, at Meta by its id, or below the folder of scripts.
 * @throws BasicError GB4644 for a file of a kind that WhatsApp does not take, or where it cannot be read
 */
export async function findSource(
  kind: MediaKind,
  written: string,
  files: FileReader,
): Promise<MediaSource> {
  const source = readSource(written);
  if (!("path" in source)) return source;
  const name = posix.basename(source.path.replaceAll("\\", "/"));
  const contentType = mediaTypeOf(kind, name);
  if (contentType === undefined) {
    const problem = writtenSourceProblem(kind, name);
    throw new BasicError(problem ?? whatsAppMessages.wrongFileType(kind, name, []));
  }
  return { file: { name, contentType, content: await readContent(source.path, files) } };
}

/** What is too large to be kept with the message stays where it lies. */
async function readContent(path: string, files: FileReader): Promise<MediaFile["content"]> {
  const found = await files.find(path);
  if (found.bytes > LARGEST_KEPT * 1024 * 1024) return found;
  return files.read(path, { megabytes: LARGEST_KEPT, taker: "WhatsApp" });
}

const FILES =
  "IMAGE <image?:text> | VIDEO <video?:text> | DOCUMENT <document?:text> | NAMED <filename?:text>";

/** The clauses of what may stand above and below a text. */
export const FRAME = `HEADER <header?:text> | ${FILES} | FOOTER <footer?:text>` as const;

/** The clauses of what may stand above a template, where a header may have a place with a name. */
export const TEMPLATE_HEADER = `HEADER <header?:any> | ${FILES}` as const;

/** What the clauses of `FRAME` hold. */
export interface FrameSlots {
  readonly header: string | undefined;
  readonly image: string | undefined;
  readonly video: string | undefined;
  readonly document: string | undefined;
  /** What a document is called on the phone. */
  readonly filename: string | undefined;
}

/** Reads what stands above a text: a picture, film or document if there is one, else the header. */
export async function findHeader(
  slots: FrameSlots,
  files: FileReader,
): Promise<Header | undefined> {
  for (const kind of ["image", "video", "document"] as const) {
    const written = slots[kind]?.trim() ?? "";
    if (written === "") continue;
    const filename = kind === "document" ? (slots.filename?.trim() ?? "") : "";
    const source = await findSource(kind, written, files);
    return { kind, source, ...(filename === "" ? {} : { filename }) };
  }
  const text = slots.header?.trim() ?? "";
  return text === "" ? undefined : { kind: "text", text };
}

/** Reads what stands above and below a text. */
export async function findFrame(
  slots: FrameSlots & { readonly footer: string | undefined },
  files: FileReader,
) {
  return { ...withHeader(await findHeader(slots, files)), ...withFooter(slots.footer) };
}

/** Gives the member of a header where there is one. */
export function withHeader(header: Header | undefined): { readonly header?: Header } {
  return header === undefined ? {} : { header };
}

/** Gives the member of a footer where there is one. */
export function withFooter(footer = ""): { readonly footer?: string } {
  return footer.trim() === "" ? {} : { footer: footer.trim() };
}
