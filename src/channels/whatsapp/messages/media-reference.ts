import type { Header } from "../../../host/whatsapp/content.ts";
import type { MediaSource } from "../../../host/whatsapp/media.ts";
import { type JsonObject, present } from "./json.ts";

/** Writes where Meta finds a file. A file of this machine must have been uploaded before. */
export function mediaReference(source: MediaSource): JsonObject {
  if ("file" in source) throw new Error(`${source.file.name} was not uploaded`);
  return "id" in source ? { id: source.id } : { link: source.link };
}

/** Writes what stands above a text, as interactive messages and templates both have it. */
export function headerBody(header: Header): JsonObject {
  if (header.kind === "text") {
    return present({ type: "text", parameter_name: header.name, text: header.text });
  }
  const { kind, source, filename } = header;
  return { type: kind, [kind]: present({ ...mediaReference(source), filename }) };
}
