import { posix } from "node:path";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import { sentFileMessages } from "../../diagnostics/codes/sent-files.ts";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { MEDIA, type MediaKind, VOICE_TYPE } from "../../facts/whatsapp-media.ts";
import { firstOf, type Problem, tooLong, wrongLink } from "./check-text.ts";
import type { Header } from "./content.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import {
  extensionOf,
  isKnownEnding,
  type MediaSource,
  mediaTypeOf,
  readSource,
  sizeOf,
} from "./media.ts";

const ARTICLES: Readonly<Record<MediaKind, string>> = {
  image: "an image",
  video: "a video",
  audio: "audio",
  document: "a document",
  sticker: "a sticker",
};

/** Says what is wrong with a file that is to be sent. */
export function mediaProblem(kind: MediaKind, source: MediaSource): Problem {
  if ("link" in source) return wrongLink(`the ${kind}`, source.link);
  if ("id" in source) return undefined;
  const { file } = source;
  return firstOf([
    fileNameProblem(kind, file.name),
    fileSizeProblem(kind, file.name, sizeOf(file)),
  ]);
}

/** Says whether WhatsApp takes a file of so many bytes. */
export function fileSizeProblem(kind: MediaKind, name: string, bytes: number): Problem {
  if (bytes === 0) return sentFileMessages.fileEmpty(name, "WhatsApp");
  const limit = MEDIA[kind].size;
  return bytes > limit ? whatsAppMessages.mediaTooLarge(name, bytes, limit) : undefined;
}

/** Says whether a sound can be a voice message; what an id or an address without an end is, nobody knows. */
export function voiceProblem(source: MediaSource | { readonly path: string }): Problem {
  const name = nameOf(source);
  if (name === undefined) return undefined;
  const type = mediaTypeOf("audio", name);
  if (type === undefined || type === VOICE_TYPE) return undefined;
  const taken = Object.entries(MEDIA.audio.types).flatMap(([end, known]) =>
    known === VOICE_TYPE ? [`.${end}`] : [],
  );
  return sentFileMessages.noVoice(name, taken);
}

function nameOf(source: MediaSource | { readonly path: string }): string | undefined {
  if ("path" in source) return source.path;
  if ("file" in source) return source.file.name;
  return "link" in source ? posix.basename(URL.parse(source.link)?.pathname ?? "") : undefined;
}

/** Says what is wrong with an address, id or path as a script writes it, before the file is read. */
export function writtenSourceProblem(kind: MediaKind, written: string): Problem {
  const source = readSource(written);
  return "path" in source ? fileNameProblem(kind, source.path) : mediaProblem(kind, source);
}

/**
 * Warns of an address whose path ends as a file of another kind. What has another ending or none may
 * bring anything.
 * @param part what a message calls it
 */
export function endingProblem(
  kind: MediaKind,
  source: MediaSource | { readonly path: string },
  part = "the address",
): Problem {
  const name = "link" in source ? (nameOf(source) ?? "") : "";
  const isOther = isKnownEnding(name) && mediaTypeOf(kind, name) === undefined;
  if (!isOther) return undefined;
  return lostPartMessages.otherKindOfFile(
    part,
    ARTICLES[kind],
    `.${extensionOf(name)}`,
    taken(kind),
  );
}

/** Says what is wrong with what stands above the text of a message. */
export function headerProblem(header: Header | undefined): Problem {
  if (header === undefined) return undefined;
  return header.kind === "text"
    ? tooLong("the header", header.text, LIMITS.header)
    : mediaProblem(header.kind, header.source);
}

function fileNameProblem(kind: MediaKind, name: string): Problem {
  if (mediaTypeOf(kind, name) !== undefined) return undefined;
  return whatsAppMessages.wrongFileType(ARTICLES[kind], name, taken(kind));
}

function taken(kind: MediaKind): readonly string[] {
  return Object.keys(MEDIA[kind].types).map((end) => `.${end}`);
}
