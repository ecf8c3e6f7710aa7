import { posix } from "node:path";

/** A file with its bytes, to be sent. */
export interface MediaFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Where the bytes of a picture, film, sound or file are: on the web, at Meta, or here. */
export type MediaSource =
  { readonly link: string } | { readonly id: string } | { readonly file: MediaFile };

/** What is sent as a file of its own. */
export type MediaKind = "image" | "video" | "audio" | "document" | "sticker";

interface MediaFacts {
  /** Bytes at most. */
  readonly size: number;
  /** Media types by the ends of file names. */
  readonly types: Readonly<Record<string, string>>;
}

const MEGABYTE = 1024 * 1024;
const OFFICE = "application/vnd.openxmlformats-officedocument";
const IMAGES = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" };
const VIDEOS = { mp4: "video/mp4", "3gp": "video/3gpp" };
const SOUNDS = {
  aac: "audio/aac",
  amr: "audio/amr",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
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

/**
 * What the Cloud API takes. Source: Meta, "Media", supported media types
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media),
 * read on 2026-11-26.
 */
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

/** Gives the end of a file's name in small letters, without the dot; "" where it has none. */
export function extensionOf(name: string): string {
  return posix.extname(name).slice(1).toLowerCase();
}

/** Gives the media type by which a file goes out; undefined where its kind does not take it. */
export function mediaTypeOf(kind: MediaKind, name: string): string | undefined {
  return new Map(Object.entries(MEDIA[kind].types)).get(extensionOf(name));
}

/** Gives the end of a file's name for a media type, `.bin` for one that is not known. */
export function endOfType(type: string | undefined): string {
  const bare = type?.split(";", 1)[0]?.trim().toLowerCase();
  const all = Object.values(MEDIA).flatMap(({ types }) => Object.entries(types));
  const end = all.find(([, known]) => known === bare)?.[0];
  return end === undefined ? ".bin" : `.${end}`;
}

/** Tells as what a file is sent where nobody says so: what is neither picture nor film nor sound is a document. */
export function kindOfFile(name: string): MediaKind {
  const kinds = ["image", "video", "audio", "sticker"] as const;
  return kinds.find((kind) => mediaTypeOf(kind, name) !== undefined) ?? "document";
}

/** An address on the web. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Meta's ids are digits alone. */
const MEDIA_ID = /^\d{6,}$/;

/** Reads what a script says of a file: an address, an id of Meta, or a path. */
export function readSource(written: string): MediaSource | { readonly path: string } {
  const text = written.trim();
  if (ADDRESS.test(text)) return { link: text };
  return MEDIA_ID.test(text) ? { id: text } : { path: text };
}
