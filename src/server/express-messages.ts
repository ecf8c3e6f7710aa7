import { IncomingMessage, ServerResponse, type ServerOptions } from "node:http";

import type { Express } from "express";

/**
 * Makes the classes of which node:http is to make the messages of an Express application. Express
 * gives every message its own prototype, and changing that of a living object is slow for V8; ones
 * that are born with it stay as they are.
 */
export function expressMessages(
  app: Express,
): Required<Pick<ServerOptions, "IncomingMessage" | "ServerResponse">> {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse<
    Request extends IncomingMessage = IncomingMessage,
  > extends ServerResponse<Request> {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.assign(app, { request: ExpressRequest.prototype, response: ExpressResponse.prototype });
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}
