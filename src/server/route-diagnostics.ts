import type { CompiledHandler } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { WebhookDeclaration } from "../host/handler.ts";
import { OWN_PATHS } from "./own-endpoints.ts";

/** Returns a warning for each handler on a path that the server keeps for itself. */
export function findShadowedRoutes(handlers: readonly CompiledHandler[]): readonly Diagnostic[] {
  return handlers
    .filter(({ declaration: { path } }) => OWN_PATHS.includes(path.replace(/\/$/, "")))
    .map(({ declaration: { path }, script: { file }, span }) => ({
      ...serverMessages.shadowedRoute(path),
      file,
      span,
    }));
}

/** Names a route as people say it: `POST /twilio/voice`. */
export function routeName({ method, path }: Pick<WebhookDeclaration, "method" | "path">): string {
  return `${method} ${path}`;
}
