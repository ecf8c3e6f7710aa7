import type { MediaContent } from "../../../host/whatsapp/content.ts";
import { type JsonObject, present } from "./json.ts";
import { mediaReference } from "./media-reference.ts";

/**
 * Source: Meta, "Image messages" and its sisters for video, audio, document and sticker
 * (…/whatsapp/messages/image-messages). Sounds and stickers have no caption.
 */
export function mediaBody({ kind, source, filename, voice }: MediaContent, text: string) {
  const caption = text === "" || kind === "audio" || kind === "sticker" ? undefined : text;
  const named = kind === "document" ? (filename ?? fileName(source)) : undefined;
  const media: JsonObject = present({
    ...mediaReference(source),
    voice,
    caption,
    filename: named,
  });
  return { type: kind, [kind]: media };
}

/** Without a name, the phone shows the end of the address. */
function fileName(source: MediaContent["source"]): string | undefined {
  return "file" in source ? source.file.name : undefined;
}
