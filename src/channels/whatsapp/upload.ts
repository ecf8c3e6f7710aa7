import { openAsBlob } from "node:fs";
import { lstat } from "node:fs/promises";
import { sentFileMessages } from "../../diagnostics/codes/sent-files.ts";
import type { Header, WhatsAppContent } from "../../host/whatsapp/content.ts";
import type { FileOnDisk, MediaFile, MediaSource } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { unsendable } from "../failure.ts";

/** Gives Meta a file of this machine, and returns the id by which messages name it. */
export type Upload = (file: MediaFile) => Promise<string>;

/** Uploads the files of a message, and gives the message that names them by their ids. */
export async function withUploads(
  message: WhatsAppMessage,
  upload: Upload,
): Promise<WhatsAppMessage> {
  const { content } = message;
  if (content === undefined) return message;
  return { ...message, content: await uploadedContent(content, upload) };
}

async function uploadedContent(content: WhatsAppContent, upload: Upload): Promise<WhatsAppContent> {
  if ("source" in content) {
    const { source } = content;
    const named = keptName(content.kind, content);
    return { ...content, ...named, source: await uploaded(source, upload) };
  }
  if (!("header" in content)) return content;
  return { ...content, header: await uploadedHeader(content.header, upload) };
}

async function uploadedHeader(header: Header, upload: Upload): Promise<Header> {
  if (header.kind === "text") return header;
  const { kind, source } = header;
  return { ...header, ...keptName(kind, header), source: await uploaded(source, upload) };
}

/** The name of a document stays, as the id does not tell it. */
function keptName(
  kind: string,
  { source, filename }: { readonly source: MediaSource; readonly filename?: string },
): { readonly filename?: string } {
  if (kind !== "document" || !("file" in source)) return {};
  return { filename: filename ?? source.file.name };
}

async function uploaded(source: MediaSource, upload: Upload): Promise<MediaSource> {
  return "file" in source ? { id: await upload(source.file) } : source;
}

/**
 * Writes a file as the form of `POST /media` (Meta, "Media", upload media).
 * @throws ChannelError permanent for a file that is not as it lay when it was sent
 */
export async function mediaForm(file: MediaFile): Promise<FormData> {
  const { name, contentType, content } = file;
  const form = new FormData();
  form.append("messaging_product", "whatsapp");
  form.append("type", contentType);
  const blob =
    content instanceof Uint8Array
      ? new Blob([Uint8Array.from(content)], { type: contentType })
      : await openUnchanged(name, contentType, content);
  form.append("file", blob, name);
  return form;
}

/** The bytes are read as they leave, so that no more than a piece of them is held. */
async function openUnchanged(name: string, type: string, file: FileOnDisk): Promise<Blob> {
  const { path, bytes, modifiedMs } = file;
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw unsendable(sentFileMessages.fileGone(name, path));
  if (found.size !== bytes || found.mtimeMs !== modifiedMs) {
    throw unsendable(sentFileMessages.fileChanged(name, path));
  }
  return openAsBlob(path, { type });
}
