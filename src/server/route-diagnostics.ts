import type { CompiledHandler } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { handlerName } from "../host/handler.ts";
import { OWN_PATHS } from "./own-endpoints.ts";
import { RouteTable } from "./routes.ts";

/**
 * Returns a warning for each handler that never runs: on a path that the server keeps for itself, or
 * ON WHATSAPP where an ON WEBHOOK of the path takes the same.
 * @param whatsappPath where ON WHATSAPP handlers listen
 */
export function findShadowedRoutes(
  handlers: readonly CompiledHandler[],
  whatsappPath: string,
): readonly Diagnostic[] {
  const byServer = handlers.flatMap((handler) => {
    const { declaration } = handler;
    if (declaration.kind === "send-failed") return [];
    const path = declaration.kind === "webhook" ? declaration.path : whatsappPath;
    if (!OWN_PATHS.includes(path.replace(/\/$/, ""))) return [];
    return [{ ...serverMessages.shadowedRoute(path), ...placeOf(handler) }];
  });
  return [...byServer, ...findBehindWebhook(handlers, whatsappPath)];
}

function findBehindWebhook(handlers: readonly CompiledHandler[], path: string): Diagnostic[] {
  const { webhook, whatsapp = [] } = new RouteTable(handlers, path).whatsapp?.handlers ?? {};
  if (webhook === undefined) return [];
  const never = whatsapp.filter(
    ({ declaration: { event } }) => webhook.declaration.raw || event === "message",
  );
  const route = handlerName(webhook.declaration);
  const message = serverMessages.routeIsHere(route);
  return never.map((handler) => ({
    ...serverMessages.neverFirst(handlerName(handler.declaration), route),
    ...placeOf(handler),
    related: [{ ...placeOf(webhook), message }],
  }));
}

function placeOf({ script: { file }, span }: CompiledHandler) {
  return { file, span };
}
