import type { CompiledHandler } from "../compile/script.ts";
import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import { type OtherHandler, serverMessages } from "../diagnostics/codes/server.ts";
import { twilioPathMessages } from "../diagnostics/codes/twilio-paths.ts";
import { webhookMessages } from "../diagnostics/codes/webhooks.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import { isOwnPath } from "../host/own-paths.ts";
import { type HandlerDeclaration, handlerName } from "../host/handler.ts";
import { statusPath, twilioPathOf } from "../host/twilio-paths.ts";
import { parseTarget } from "./request-path.ts";
import { isWebhook } from "./handler-kinds.ts";
import {
  pathsOf as webhookPaths,
  type Route,
  RouteTable,
  type StandardPaths,
} from "./route-table.ts";

/**
 * Returns a warning for each handler that never runs: on a path that the server keeps for itself, or
 * ON WHATSAPP or ON CALL where an ON WEBHOOK of the path takes the same, or where Twilio tells what
 * became of something; and for an ON WEBHOOK that takes requests of a WEBHOOK "name", or what Twilio
 * tells the server itself.
 */
export function findShadowedRoutes(
  handlers: readonly CompiledHandler[],
  standard: StandardPaths,
): readonly Diagnostic[] {
  const byServer = handlers.flatMap((handler) => {
    const own = pathsOf(handler, standard).filter((path) => isOwnPath(path));
    return own.map((path) => ({ ...serverMessages.shadowedRoute(path), ...placeOf(handler) }));
  });
  const table = new RouteTable(handlers, standard);
  return [
    ...byServer,
    ...table.routes.flatMap(findBehindWebhook),
    ...handlers.flatMap((handler) => findReplaced(handler, table, standard)),
    ...findBesideNames(handlers),
    ...findOnStatusPaths(handlers, table, standard),
  ];
}

function pathsOf(
  { declaration, script }: CompiledHandler,
  { twilioPaths, whatsappPaths }: StandardPaths,
): readonly string[] {
  switch (declaration.kind) {
    // Paths that scripts write were looked at with them.
    case "webhook":
      return [];
    case "twilio":
      return [twilioPathOf(declaration, script.file.path, twilioPaths)];
    case "twilio-status":
      return [statusPath(declaration.about, twilioPaths)];
    case "whatsapp":
      return whatsappPaths.map(({ path }) => path);
    case "send-failed":
      return [];
  }
}

/** A handler for Twilio whose path another handler has. */
function findReplaced(
  handler: CompiledHandler,
  table: RouteTable,
  standard: StandardPaths,
): Diagnostic[] {
  const { kind } = handler.declaration;
  if (kind !== "twilio" && kind !== "twilio-status") return [];
  const [path = ""] = pathsOf(handler, standard);
  const segments = parseTarget(path)?.segments ?? [];
  const match = table.match("POST", segments);
  if (match.kind !== "found") return [];
  const { webhook: other, statuses } = match.route.handlers;
  const name = handlerName(handler.declaration);
  const variable = pathVariable(handler.declaration);
  if (kind === "twilio" && statuses !== undefined) {
    const { about, handlers } = statuses;
    const message = twilioPathMessages.behindStatuses(name, { about, path, variable });
    return [{ ...message, ...placeOf(handler), related: handlers.slice(0, 1).map(relatedTo) }];
  }
  if (other === undefined || other === handler) return [];
  const message = serverMessages.neverFirst(name, otherHandler(other), variable);
  return [{ ...message, ...placeOf(handler), related: [relatedTo(other)] }];
}

function otherHandler({ declaration }: CompiledHandler): OtherHandler {
  return { name: handlerName(declaration), isWebhook: declaration.kind === "webhook" };
}

function relatedTo(handler: CompiledHandler): RelatedPlace {
  const message = serverMessages.routeIsHere(handlerName(handler.declaration));
  return { ...placeOf(handler), message };
}

/** Each ON WEBHOOK on a path of a WEBHOOK "name"; one for GET may be meant, as it answers handshakes. */
function findBesideNames(handlers: readonly CompiledHandler[]): Diagnostic[] {
  const named = new Map(
    handlers.filter(isWebhook).flatMap((handler) => {
      const { name } = handler.declaration;
      if (name === undefined) return [];
      return webhookPaths(handler).map((path) => [path, { name, handler }] as const);
    }),
  );
  return handlers.filter(isWebhook).flatMap((handler) => {
    const { name, method, path } = handler.declaration;
    const other = named.get(path.replace(/\/$/, ""));
    if (name !== undefined || other === undefined || method === "GET") return [];
    const message = webhookMessages.nameIsHere(other.name);
    const related = [{ ...placeOf(other.handler), message }];
    return [{ ...webhookMessages.besideName(other.name, method), ...placeOf(handler), related }];
  });
}

/** An ON WEBHOOK where Twilio would tell the server what became of what scripts send. */
function findOnStatusPaths(
  handlers: readonly CompiledHandler[],
  table: RouteTable,
  { twilioPaths, asksForStatuses }: StandardPaths,
): Diagnostic[] {
  if (!asksForStatuses) return [];
  return (["sms", "call"] as const).flatMap((about) => {
    const capability = about === "sms" ? "sms" : "phone";
    if (!handlers.some(({ script }) => script.needs.has(capability))) return [];
    const hasHandler = handlers.some(
      ({ declaration }) => declaration.kind === "twilio-status" && declaration.about === about,
    );
    // It is told of as a handler that never runs.
    if (hasHandler) return [];
    const path = statusPath(about, twilioPaths);
    const match = table.match("POST", parseTarget(path)?.segments ?? []);
    const webhook = match.kind === "found" ? match.route.handlers.webhook : undefined;
    if (webhook === undefined) return [];
    return [{ ...phoneCallMessages.onStatusPath(about, path), ...placeOf(webhook) }];
  });
}

/** The setting that a handler for Twilio has its path from; undefined where it names one itself. */
function pathVariable(declaration: HandlerDeclaration): string | undefined {
  if (declaration.kind === "twilio-status") {
    return declaration.about === "sms" ? "TWILIO_SMS_PATH" : "TWILIO_CALL_PATH";
  }
  if (declaration.kind !== "twilio" || declaration.path !== undefined) return undefined;
  return declaration.event === "sms" ? "TWILIO_SMS_PATH" : "TWILIO_CALL_PATH";
}

function findBehindWebhook({ handlers: { webhook, whatsapp } }: Route): Diagnostic[] {
  if (webhook === undefined) return [];
  const isWhole = webhook.declaration.kind !== "webhook" || webhook.declaration.raw;
  const never = whatsapp.filter(({ declaration: { event } }) => isWhole || event === "message");
  const other = otherHandler(webhook);
  return never.map((handler) => ({
    ...serverMessages.neverFirst(handlerName(handler.declaration), other, "WHATSAPP_PATH"),
    ...placeOf(handler),
    related: [relatedTo(webhook)],
  }));
}

function placeOf({ script: { file }, span }: CompiledHandler) {
  return { file, span };
}
