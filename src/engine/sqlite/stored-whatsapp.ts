import { z } from "zod";
import type { Header, JsonValue, WhatsAppContent } from "../../host/whatsapp/content.ts";
import type { MediaSource } from "../../host/whatsapp/media.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { bytesSchema, storedBytes } from "./stored-request.ts";

const text = () => z.string();
const some = () => z.string().exactOptional();
const isTrue = () => z.literal(true).exactOptional();
const json: z.ZodType<JsonValue> = z.json();

const source = z.union([
  z.object({ link: text() }),
  z.object({ id: text() }),
  z.object({
    file: z.object({
      name: text(),
      contentType: text(),
      content: z.union([
        z.object({ path: text(), bytes: z.number(), modifiedMs: z.number() }),
        bytesSchema,
      ]),
    }),
  }),
]);
const header = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: text(), name: some() }),
  z.object({ kind: z.enum(["image", "video", "document"]), source, filename: some() }),
]);
const frame = { header: header.exactOptional(), footer: some() };
const choice = { id: text(), title: text() };
const row = z.object({ ...choice, description: some() });

const templateButton = z.object({
  subType: z.enum(["quick_reply", "url", "copy_code", "flow", "catalog"]),
  value: text(),
  data: json.exactOptional(),
  index: z.number().exactOptional(),
});

const card = z.object({
  file: z.object({ kind: z.enum(["image", "video"]), link: text() }),
  text: some(),
  page: z.object({ button: text(), url: text() }).exactOptional(),
  buttons: z.array(z.object(choice)).exactOptional(),
});
const fields = z.record(z.string(), z.string());

const mediaKinds = z.enum(["image", "video", "audio", "document", "sticker"]);
const contentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: mediaKinds, source, filename: some(), voice: isTrue() }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: some(),
    address: some(),
  }),
  z.object({ kind: z.literal("contacts"), contacts: z.array(json) }),
  z.object({ kind: z.literal("reaction"), messageId: text(), emoji: text() }),
  z.object({
    kind: z.literal("template"),
    name: text(),
    language: some(),
    header: header.exactOptional(),
    values: z.array(z.object({ name: some(), text: text() })).exactOptional(),
    buttons: z.array(templateButton).exactOptional(),
    components: z.array(json).exactOptional(),
  }),
  z.object({ kind: z.literal("buttons"), buttons: z.array(z.object(choice)), ...frame }),
  z.object({
    kind: z.literal("list"),
    button: text(),
    sections: z.array(z.object({ title: some(), rows: z.array(row) })),
    ...frame,
  }),
  z.object({ kind: z.literal("link"), button: text(), url: text(), ...frame }),
  z.object({ kind: z.enum(["location request", "contact request", "call request"]) }),
  z.object({
    kind: z.literal("flow"),
    flow: text(),
    button: text(),
    screen: some(),
    data: json.exactOptional(),
    token: some(),
    draft: isTrue(),
    ...frame,
  }),
  z.object({ kind: z.literal("product"), catalog: text(), product: text(), ...frame }),
  z.object({
    kind: z.literal("products"),
    catalog: text(),
    sections: z.array(z.object({ title: some(), products: z.array(text()) })),
    ...frame,
  }),
  z.object({ kind: z.literal("catalog"), product: text(), footer: some() }),
  z.object({ kind: z.literal("carousel"), cards: z.array(card) }),
  z.object({
    kind: z.literal("address request"),
    values: fields.exactOptional(),
    saved: z.array(z.object({ id: text(), fields })).exactOptional(),
    errors: fields.exactOptional(),
  }),
  z.object({ kind: z.literal("read"), messageId: text(), typing: z.boolean() }),
]);

/** Reads a WhatsApp message as it is stored, with its content as `storedContent` writes it. */
export const whatsAppSchema = z.object({
  channel: z.literal("whatsapp"),
  to: text(),
  text: text(),
  content: contentSchema.exactOptional(),
  preview: isTrue(),
  replyTo: some(),
  from: some(),
  validFor: z.number().exactOptional(),
});

/** Gives the content of a message as data that JSON can hold; nothing where it is text alone. */
export function storedContent({ content }: WhatsAppMessage): { readonly content?: unknown } {
  return content === undefined ? {} : { content: withStoredFiles(content) };
}

function withStoredFiles(content: WhatsAppContent): unknown {
  if ("source" in content) return { ...content, source: storedSource(content.source) };
  if (!("header" in content)) return content;
  return { ...content, header: storedHeader(content.header) };
}

function storedHeader(written: Header): unknown {
  return written.kind === "text" ? written : { ...written, source: storedSource(written.source) };
}

function storedSource(written: MediaSource): unknown {
  if (!("file" in written)) return written;
  const { file } = written;
  const { content } = file;
  const stored = content instanceof Uint8Array ? storedBytes(content) : content;
  return { file: { ...file, content: stored } };
}
