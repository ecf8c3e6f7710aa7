import type { CheckedScript } from "../check/script.ts";
import { eventMessages, type SameBlock } from "../diagnostics/codes/events.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import { webhookMessages } from "../diagnostics/codes/webhooks.ts";
import type { Diagnostic, Message, RelatedPlace } from "../diagnostics/diagnostic.ts";
import {
  type HandlerDeclaration,
  handlerName,
  type TwilioDeclaration,
  type WhatsAppDeclaration,
} from "../host/handler.ts";
import { isOwnPath } from "../host/own-paths.ts";
import { twilioPathOf } from "../host/twilio-paths.ts";

/**
 * Reports handlers that listen to the same as an earlier one, in one file or in two. Names of path
 * parameters and a slash at the end make no difference, as requests cannot tell them apart. Warns of
 * those on a path that the server keeps for itself.
 */
export function checkRoutes(scripts: readonly CheckedScript[], diagnostics: Diagnostic[]): void {
  const seen = new Map<string, RelatedPlace>();
  for (const { file, handlers } of scripts) {
    for (const { declaration, source } of handlers) {
      const name = nameOf(declaration, source.phrase.entry.title);
      const shape = shapeOf(declaration, file.path);
      const { start, end } = source.phrase;
      const place = { file, span: { start, end } };
      if (declaration.kind === "webhook" && isOwnPath(declaration.path)) {
        diagnostics.push({ ...serverMessages.shadowedRoute(declaration.path), ...place });
      }
      const first = seen.get(shape);
      if (first !== undefined) {
        const block = first.file === file ? undefined : blockOf(declaration, file.path);
        const message = sameMessage(declaration, name, block);
        diagnostics.push({ ...message, ...place, related: [first] });
      } else {
        seen.set(shape, { ...place, message: hereMessage(declaration, name) });
      }
    }
  }
}

/** Blocks in which a call goes on are known by the name of their file, whatever folder it is in. */
function blockOf(declaration: HandlerDeclaration, script: string): SameBlock | undefined {
  if (declaration.kind !== "twilio" || declaration.block === undefined) return undefined;
  const path = twilioPathOf(declaration, script, { call: "", sms: "" });
  return { file: script.split(/[/\\]/).at(-1) ?? script, path };
}

function sameMessage(
  declaration: HandlerDeclaration,
  name: string,
  block: SameBlock | undefined,
): Message {
  if (declaration.kind === "webhook" && declaration.name !== undefined) {
    return webhookMessages.sameName(declaration.name);
  }
  const isRoute = "path" in declaration && declaration.path !== undefined;
  return isRoute ? nameMessages.sameRoute(name) : eventMessages.sameEvent(name, block);
}

function hereMessage(declaration: HandlerDeclaration, name: string): string {
  if (declaration.kind !== "webhook" || declaration.name === undefined) {
    return nameMessages.routeIsHere(name);
  }
  return webhookMessages.nameIsHere(declaration.name);
}

function nameOf(declaration: HandlerDeclaration, title: string): string {
  if (declaration.kind === "webhook") return `${declaration.method} ${declaration.path}`;
  if (declaration.kind === "send-failed") return title;
  if (declaration.kind === "twilio" || declaration.kind === "twilio-status") {
    return handlerName(declaration);
  }
  const { message, field, status } = declaration;
  const only = message === undefined ? (field ?? status) : message.choice;
  return only === undefined ? title : `${title} "${only}"`;
}

/** @param script the path of its script */
function shapeOf(declaration: HandlerDeclaration, script: string): string {
  switch (declaration.kind) {
    case "send-failed":
      return declaration.kind;
    case "whatsapp":
      return shapeOfWhatsApp(declaration);
    case "twilio":
      return shapeOfTwilio(declaration, script);
    case "twilio-status":
      return handlerName(declaration);
    case "webhook":
      return shapeOfRoute(declaration.method, declaration.path);
  }
}

function shapeOfWhatsApp(declaration: WhatsAppDeclaration): string {
  const { event, message } = declaration;
  return nameOf(declaration, message === undefined ? event : `${event} ${message.kind}`);
}

/** Paths of the settings are not known here: what listens on one is known by the event. */
function shapeOfTwilio(declaration: TwilioDeclaration, script: string): string {
  const { event, path, block } = declaration;
  if (path !== undefined) return shapeOfRoute("POST", path);
  if (block === undefined) return event;
  return twilioPathOf(declaration, script, { call: "block", sms: "" });
}

function shapeOfRoute(method: string, path: string): string {
  const segments = path.split("/").map((segment) => (/^:./.test(segment) ? ":" : segment));
  if (segments.length > 2 && segments.at(-1) === "") segments.pop();
  return `${method} ${segments.join("/")}`;
}
