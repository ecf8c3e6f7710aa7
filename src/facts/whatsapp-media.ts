import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media",
    read: "2026-11-26",
  },
];

/** What is sent as a file of its own. */
export type MediaKind = "image" | "video" | "audio" | "document" | "sticker";

/** Where Meta keeps the bytes of what people send. */
export const MEDIA_HOSTS: ReadonlySet<string> = new Set(["lookaside.fbsbx.com"]);

interface MediaFacts {
  /** Bytes at most. */
  readonly size: number;
  /** Media types by the ends of file names. */
  readonly types: Readonly<Record<string, string>>;
}

/** The one media type of sounds that WhatsApp shows as voice messages. */
export const VOICE_TYPE = "audio/ogg";

const MEGABYTE = 1024 * 1024;
const OFFICE = "application/vnd.openxmlformats-officedocument";
const IMAGES = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" };
const VIDEOS = { mp4: "video/mp4", "3gp": "video/3gpp" };
const SOUNDS = {
  aac: "audio/aac",
  amr: "audio/amr",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: VOICE_TYPE,
  opus: VOICE_TYPE,
};
const DOCUMENTS = {
  txt: "text/plain",
  csv: "text/plain",
  pdf: "application/pdf",
  doc: "application/msword",
  docx: `${OFFICE}.wordprocessingml.document`,
  xls: "application/vnd.ms-excel",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  ppt: "application/vnd.ms-powerpoint",
  pptx: `${OFFICE}.presentationml.presentation`,
};

/** What the Cloud API takes. */
export const MEDIA: Readonly<Record<MediaKind, MediaFacts>> = {
  image: { size: 5 * MEGABYTE, types: IMAGES },
  video: { size: 16 * MEGABYTE, types: VIDEOS },
  audio: { size: 16 * MEGABYTE, types: SOUNDS },
  // A document may be any of the others too.
  document: {
    size: 100 * MEGABYTE,
    types: { ...DOCUMENTS, ...IMAGES, ...VIDEOS, ...SOUNDS },
  },
  sticker: { size: 500 * 1024, types: { webp: "image/webp" } },
};
