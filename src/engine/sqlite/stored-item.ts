import { z } from "zod";
import type { MailMessage, OutboundMessage } from "../../host/message.ts";
import { PASSING_PROVIDERS } from "../../host/whatsapp/providers.ts";
import type { SynchronousRequest } from "../recorded-response.ts";
import type { Send } from "../send.ts";
import type { EventWork, JobWork, Work } from "../work.ts";
import { bytesSchema, requestSchema, storedBytes, storedRequest } from "./stored-request.ts";
import { storedContent, whatsAppSchema } from "./stored-whatsapp.ts";

/** What an entry of the store is about. */
export type Item = Work | Send | SynchronousRequest;

const handlerSchema = z.object({ script: z.string(), route: z.string() });
const eventSchema = z.object({
  kind: z.literal("event"),
  id: z.string(),
  lane: z.string(),
  event: z.enum(["message", "status", "error", "field"]),
  handler: handlerSchema,
  request: requestSchema,
  number: z.string().exactOptional(),
  provider: z.enum(PASSING_PROVIDERS).exactOptional(),
});
const jobSchema = z.object({
  kind: z.literal("job"),
  id: z.string(),
  lane: z.string(),
  parentId: z.string(),
  script: z.string(),
  procedure: z.string(),
  args: z.string(),
  number: z.string().exactOptional(),
  provider: z.enum(PASSING_PROVIDERS).exactOptional(),
});

const absentText = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);
const attachmentSchema = z
  .object({ name: z.string(), content: bytesSchema, contentType: absentText })
  .transform(({ contentType, ...rest }) =>
    contentType === undefined ? rest : { ...rest, contentType },
  );
const mailSchema = z.object({
  channel: z.literal("mail"),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  subject: z.string(),
  text: absentText,
  html: absentText,
  attachments: z.array(attachmentSchema),
  left: z.array(z.string()).exactOptional(),
  account: z.string().exactOptional(),
});
const smsSchema = z.object({
  channel: z.literal("sms"),
  to: z.string(),
  text: z.string(),
  media: z.array(z.string()).exactOptional(),
  from: z.string().exactOptional(),
  validFor: z.number().exactOptional(),
});
const callSchema = z.object({
  channel: z.literal("call"),
  to: z.string(),
  text: z.string(),
  language: z.string().exactOptional(),
  voice: z.string().exactOptional(),
  url: z.string().exactOptional(),
  ring: z.number().exactOptional(),
  detect: z.enum(["machine", "beep"]).exactOptional(),
  from: z.string().exactOptional(),
});
const sendSchema = z.object({
  id: z.string(),
  runId: z.string(),
  lane: z.string(),
  message: z.discriminatedUnion("channel", [mailSchema, whatsAppSchema, smsSchema, callSchema]),
  number: z.string().exactOptional(),
  provider: z.enum(PASSING_PROVIDERS).exactOptional(),
  place: z.object({ file: z.string(), line: z.number() }),
  repeatable: z.boolean(),
  followsFailure: z.literal(true).exactOptional(),
  partOf: z.string().exactOptional(),
});
const synchronousSchema = z.object({
  id: z.string(),
  handler: handlerSchema,
  request: requestSchema,
  repeatable: z.boolean(),
});

/** Gives an event or a job as JSON text. */
export function writeWork(work: EventWork | JobWork): string {
  if (work.kind === "job") return JSON.stringify(work);
  return JSON.stringify({ ...work, request: storedRequest(work.request) });
}

/** Gives a message to send as JSON text. */
export function writeSend(send: Send): string {
  return JSON.stringify({ ...send, message: storedMessage(send.message) });
}

/** Gives a request that was answered in its own run as JSON text. */
export function writeSynchronous(request: SynchronousRequest): string {
  return JSON.stringify({ ...request, request: storedRequest(request.request) });
}

/** Reads an event or a job. @throws Error for text that `writeWork` did not write */
export function readWork(text: string): Work {
  return z.discriminatedUnion("kind", [eventSchema, jobSchema]).parse(JSON.parse(text));
}

/** Reads a message to send. @throws Error for text that `writeSend` did not write */
export function readSend(text: string): Send {
  return sendSchema.parse(JSON.parse(text));
}

/** Reads an item of any kind. @throws Error for text that none of the writers wrote */
export function readItem(kind: "event" | "job" | "send" | "request", text: string): Item {
  if (kind === "send") return readSend(text);
  if (kind === "request") return synchronousSchema.parse(JSON.parse(text));
  return readWork(text);
}

function storedMessage(message: OutboundMessage): unknown {
  switch (message.channel) {
    case "mail":
      return storedMail(message);
    case "whatsapp":
      return { ...message, ...storedContent(message) };
    case "sms":
    case "call":
      return message;
  }
}

function storedMail({ text, html, attachments, ...rest }: MailMessage) {
  return {
    ...rest,
    text: text ?? null,
    html: html ?? null,
    attachments: attachments.map(({ name, content, contentType }) => ({
      name,
      content: storedBytes(content),
      contentType: contentType ?? null,
    })),
  };
}
