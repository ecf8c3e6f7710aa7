import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { MEDIA, type MediaKind } from "../../facts/whatsapp-media.ts";
import { firstOf, type Problem, tooLong, wrongLink } from "./check-text.ts";
import type { Header } from "./content.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { type MediaSource, mediaTypeOf, readSource } from "./media.ts";

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
  const { name, content } = source.file;
  const limit = MEDIA[kind].size;
  return firstOf([
    fileNameProblem(kind, name),
    content.byteLength > limit
      ? whatsAppMessages.mediaTooLarge(name, content.byteLength, limit)
      : undefined,
  ]);
}

/** Says what is wrong with an address, id or path as a script writes it, before the file is read. */
export function writtenSourceProblem(kind: MediaKind, written: string): Problem {
  const source = readSource(written);
  return "path" in source ? fileNameProblem(kind, source.path) : mediaProblem(kind, source);
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
  const taken = Object.keys(MEDIA[kind].types).map((end) => `.${end}`);
  return whatsAppMessages.wrongFileType(ARTICLES[kind], name, taken);
}
