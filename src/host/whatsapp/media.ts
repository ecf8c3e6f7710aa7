import { posix } from "node:path";
import mime from "mime";
import { MEDIA, type MediaKind } from "../../facts/whatsapp-media.ts";

/** A file as it lay when a script sent it. */
export interface FileOnDisk {
  /** Absolute, with all links followed. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly modifiedMs: number;
}

/** A file to be sent, with its bytes, or with the place where they stay until it leaves. */
export interface MediaFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array | FileOnDisk;
}

/** Megabytes of the largest file that a message keeps; a larger one stays where it lies, and is read as it leaves. */
export const LARGEST_KEPT = 25;

/** Says how many bytes a file has. */
export function sizeOf({ content }: MediaFile): number {
  return content instanceof Uint8Array ? content.byteLength : content.bytes;
}

/** Milliseconds for the upload of a film of 16 MB over a slow line. */
const UPLOAD_MS = 45_000;

/** Gives the milliseconds that the upload of a file may take: a large one has as long for each byte as a film. */
export function uploadTimeOf(bytes: number): number {
  return Math.ceil(UPLOAD_MS * Math.max(1, bytes / MEDIA.video.size));
}

/** Where the bytes of a picture, film, sound or file are: on the web, at Meta, or here. */
export type MediaSource =
  { readonly link: string } | { readonly id: string } | { readonly file: MediaFile };

/** Gives the end of a file's name in small letters, without the dot; "" where it has none. */
export function extensionOf(name: string): string {
  return posix.extname(name).slice(1).toLowerCase();
}

/** Endings of programs that answer under their own name, with whatever they like. */
const PROGRAMS: ReadonlySet<string> = new Set(["php", "asp", "aspx", "jsp", "cgi", "pl", "py"]);

/** Tells whether a name ends as files of some kind do, such as `.gif`; `.php` and its like tell none. */
export function isKnownEnding(name: string): boolean {
  const ending = extensionOf(name);
  return !PROGRAMS.has(ending) && mime.getType(ending) !== null;
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
  return `.${end ?? (mime.getExtension(bare ?? "") || "bin")}`;
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
