import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { performance } from "node:perf_hooks";

import { onTestFinished } from "vitest";

import type { CompiledHandler, CompiledScript, Program } from "../../src/compile/script.ts";
import type { Receiver, Reception, VerifiedRequest } from "../../src/delivery/receiver.ts";
import type { WebhookDeclaration } from "../../src/host/handler.ts";
import type { OutgoingResponse } from "../../src/host/http.ts";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { createLogger } from "../../src/server/log.ts";
import { createMetrics, type Metrics } from "../../src/server/metrics.ts";
import type { Readiness } from "../../src/server/readiness.ts";
import type { HttpSettings } from "../../src/server/settings.ts";
import { SourceFile } from "../../src/source/source-file.ts";

/** What a test's handler answers; by default `OK`. */
export type Answer = (verified: VerifiedRequest, signal: AbortSignal) => Promise<Reception>;

/** A route of the test's program: `POST /path`, and how it is verified. */
export interface TestRoute extends Partial<WebhookDeclaration> {
  readonly path: string;
}

export interface ServingOptions {
  readonly routes: readonly TestRoute[];
  readonly settings?: Partial<HttpSettings>;
  readonly answer?: Answer;
  readonly readiness?: Readiness;
  readonly draining?: () => boolean;
}

export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  readonly metrics: Metrics;
  /** What reached the handlers. */
  readonly received: VerifiedRequest[];
  /** The lines of the log, parsed. */
  readonly log: Record<string, unknown>[];
  /** Puts other routes in place, as a reload does. */
  reload(routes: readonly TestRoute[]): void;
}

/** Serves routes on a free port until the test ends. */
export async function serveRoutes(options: ServingOptions): Promise<Serving> {
  const received: VerifiedRequest[] = [];
  const log: Record<string, unknown>[] = [];
  const answer = options.answer ?? (() => Promise.resolve(reception("OK")));
  const receiver: Receiver = {
    receive(verified, signal) {
      received.push(verified);
      return answer(verified, signal);
    },
  };
  let program = programOf(options.routes);
  const metrics = createMetrics();
  const settings = settingsWith(options.settings ?? {});
  const app = createApp({
    program: () => program,
    receiver,
    settings,
    log: createLogger({
      clock: { now: () => Date.now() },
      stream: { write: (line) => log.push(JSON.parse(line) as Record<string, unknown>) },
      secrets: Object.values(settings.secrets).flat(),
    }),
    metrics,
    readiness: options.readiness ?? { obstacles: () => Promise.resolve([]) },
    draining: options.draining ?? (() => false),
    stopwatch: () => performance.now(),
    now: () => Date.now(),
    newId: randomUUID,
  });
  const { server, url } = await listen(app, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url,
    port: Number(new URL(url).port),
    server,
    metrics,
    received,
    log,
    reload: (routes) => {
      program = programOf(routes);
    },
  };
}

/** A response as a handler's run gives it. */
export function reception(
  body: string,
  response: Partial<OutgoingResponse> = {},
  rest: Partial<Reception> = {},
): Reception {
  const headers = [["Content-Type", "text/plain; charset=utf-8"]] as const;
  return {
    response: { status: 200, headers, body, ...response },
    runIds: ["run-1"],
    outcome: "ok",
    afterResponse: () => undefined,
    ...rest,
  };
}

/** Settings of a development server without secrets. */
export function settingsWith(settings: Partial<HttpSettings>): HttpSettings {
  return {
    mode: "development",
    insecure: false,
    secrets: { metaAppSecrets: [], metaVerifyTokens: [], twilioAuthTokens: [] },
    otherSecrets: [],
    publicUrl: undefined,
    trustProxy: [],
    openMetrics: false,
    whatsappPaths: [{ provider: "meta", path: "/webhooks/whatsapp" }],
    twilioPaths: { call: "/twilio/voice", sms: "/twilio/sms" },
    asksForStatuses: false,
    bodyLimit: 4 * 1024 * 1024,
    ...settings,
  };
}

/** A program whose handlers are made by hand; the receiver of the test answers for them. */
export function programOf(routes: readonly TestRoute[]): Program {
  const handlers: CompiledHandler[] = [];
  const text = routes.map(({ path }) => `ON WEBHOOK "${path}"\n`).join("");
  const file = new SourceFile("test.bas", text);
  const script: CompiledScript = {
    file,
    sources: [file],
    handlers,
    procedures: new Map(),
    needs: new Set(),
    runMain: () => Promise.resolve(null),
  };
  for (const route of routes) {
    const declaration: WebhookDeclaration = {
      kind: "webhook",
      method: "POST",
      verification: "auto",
      raw: false,
      ...route,
    };
    handlers.push({
      declaration,
      title: `ON WEBHOOK ${declaration.method} TO "${declaration.path}"`,
      script,
      span: { start: 0, end: 10 },
      run: () => Promise.resolve(null),
    });
  }
  return { scripts: [script], handlers, script: () => script };
}
