import type { Header, WhatsAppContent } from "../../host/whatsapp/content.ts";
import type { MediaFile, MediaSource } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";

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

/** Writes a file as the form of `POST /media` (Meta, "Media", upload media). */
export function mediaForm({ name, contentType, content }: MediaFile): FormData {
  const form = new FormData();
  form.append("messaging_product", "whatsapp");
  form.append("type", contentType);
  form.append("file", new Blob([Uint8Array.from(content)], { type: contentType }), name);
  return form;
}
