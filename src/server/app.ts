import express, { type Express } from "express";

import { RequestHandler, type ServerParts } from "./request-handler.ts";

/**
 * Creates the Express application that serves a program. Paths come from scripts, so they are
 * matched by the server's own table and never become Express patterns.
 * @throws TypeError where `trustProxy` holds something that is no address or range
 */
export function createApp(parts: ServerParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", [...parts.settings.trustProxy]);
  const handler = new RequestHandler(parts);
  app.use((request, response) => handler.handle(request, response));
  return app;
}
