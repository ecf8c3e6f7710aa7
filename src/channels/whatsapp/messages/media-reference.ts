import type { MediaSource } from "../../../host/whatsapp/media.ts";
import type { JsonObject } from "./json.ts";

/** Writes where Meta finds a file. A file of this machine must have been uploaded before. */
export function mediaReference(source: MediaSource): JsonObject {
  if ("file" in source) throw new Error(`${source.file.name} was not uploaded`);
  return "id" in source ? { id: source.id } : { link: source.link };
}
