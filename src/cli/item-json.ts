import type { Item } from "../engine/sqlite/stored-item.ts";
import { storedContent } from "../engine/sqlite/stored-whatsapp.ts";
import { storedBytes } from "../engine/sqlite/stored-request.ts";
import type { IncomingRequest, UploadedFile } from "../host/http.ts";
import type { Attachment, OutboundMessage } from "../host/message.ts";

/** Gives all that is kept of an entry for a program to read; bytes that are no text as base64. */
export function itemJson(item: Item): Readonly<Record<string, unknown>> {
  if ("message" in item) {
    const { message, place, repeatable } = item;
    return { script: place.file, line: place.line, repeatable, message: messageJson(message) };
  }
  if ("args" in item) {
    const args: unknown = JSON.parse(item.args);
    return { script: item.script, procedure: item.procedure, arguments: args };
  }
  const { handler, request } = item;
  const event = "event" in item ? { event: item.event } : {};
  return { ...event, script: handler.script, route: handler.route, request: requestJson(request) };
}

/** Gives all of a message for a program to read. */
export function messageJson(message: OutboundMessage): Readonly<Record<string, unknown>> {
  switch (message.channel) {
    case "mail":
      return { ...message, attachments: message.attachments.map(attachmentJson) };
    case "whatsapp":
      return { ...message, ...storedContent(message) };
    case "sms":
    case "call":
      return { ...message };
  }
}

function requestJson(request: IncomingRequest) {
  const { id, method, originalUrl, headers, rawBody, files, pathValues } = request;
  return {
    id,
    method,
    url: originalUrl,
    headers: Object.fromEntries([...headers].map(([name, values]) => [name, values.join(", ")])),
    pathValues: Object.fromEntries(pathValues),
    files: [...files].flatMap(([field, all]) => all.map((file) => fileJson(field, file))),
    body: storedBytes(rawBody),
  };
}

function fileJson(field: string, { name, contentType, content }: UploadedFile) {
  return { field, name, contentType, content: storedBytes(content) };
}

function attachmentJson({ name, contentType, content }: Attachment) {
  return { name, contentType: contentType ?? null, content: storedBytes(content) };
}
