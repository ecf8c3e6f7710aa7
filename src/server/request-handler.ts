import type { Request, Response } from "express";

import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Receiver } from "../delivery/receiver.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { Log } from "../host/log.ts";
import type { Program } from "../compile/script.ts";
import { readBody } from "./body.ts";
import { errorResponse } from "./error-response.ts";
import { answerHandshake, isHandshake } from "./handshake.ts";
import { toIncomingRequest } from "./incoming-request.ts";
import type { Metrics } from "./metrics.ts";
import { answerOwnEndpoint, OWN_PATHS } from "./own-endpoints.ts";
import type { Readiness } from "./readiness.ts";
import { Refusal } from "./refusal.ts";
import { createRequestRecord, type RequestRecord, writeRecord } from "./request-record.ts";
import { parseTarget, type RequestTarget } from "./request-path.ts";
import { RouteTable, type RouteMatch } from "./routes.ts";
import { ResponseBatch } from "./response-batch.ts";
import { sendResponse } from "./send-response.ts";
import type { HttpSettings } from "./settings.ts";
import { createExplainer, type Explainer } from "./verify/explain.ts";
import { decide } from "./verify/policy.ts";
import type { SignedRequest } from "./verify/scheme.ts";

/** What the HTTP side of the server works with. */
export interface ServerParts {
  /** The scripts served now; a reload returns another object. */
  readonly program: () => Program;
  readonly receiver: Receiver;
  readonly settings: HttpSettings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** True once the server takes no new connections. */
  readonly draining: () => boolean;
  /** Monotonic milliseconds. */
  readonly stopwatch: () => number;
  /** Makes the id of a request, unique over time. */
  readonly newId: () => string;
}

/**
 * Takes every request of the server through its steps: own endpoints, route, body, signature,
 * delivery pipeline, response, record.
 */
export class RequestHandler {
  readonly #parts: ServerParts;
  readonly #explain: Explainer;
  readonly #batch = new ResponseBatch();
  #program: Program;
  #table: RouteTable;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#explain = createExplainer(parts.settings, parts.stopwatch);
    this.#program = parts.program();
    this.#table = new RouteTable(this.#program.handlers, parts.settings.whatsappPath);
  }

  /** Answers one request; never rejects. */
  async handle(request: Request, response: Response): Promise<void> {
    const { settings, newId, stopwatch } = this.#parts;
    const record = createRequestRecord(newId(), request.method, stopwatch());
    const hangUp = new AbortController();
    // Follows both the last byte of a response and a connection that broke before it.
    response.on("close", () => {
      if (!response.writableFinished) hangUp.abort(new Error("the caller hung up"));
      record.reception?.afterResponse();
    });
    try {
      const answer = await this.#answer(request, response, record, hangUp.signal);
      if (answer === undefined) this.#abandon(record, response);
      else this.#send(answer, record, response);
    } catch (error) {
      record.error = error;
      this.#send(errorResponse(error, settings.mode), record, response);
    }
  }

  /** Returns undefined where the sender hung up before its request was complete. */
  async #answer(
    request: Request,
    response: Response,
    record: RequestRecord,
    signal: AbortSignal,
  ): Promise<OutgoingResponse | undefined> {
    const target = parseTarget(request.url);
    if (target === undefined) throw new Refusal(400, serverMessages.badPath());
    record.path = target.path;
    if (OWN_PATHS.includes(target.path)) {
      const own = await this.#answerOwn(request, target);
      record.route = target.path;
      record.own = true;
      return own;
    }
    const match = this.#routes().match(request.method, target.segments);
    if (match.kind !== "found") return this.#answerUnmatched(request.method, target, match, record);
    record.route = match.route.path;
    const rawBody = await readBody(request, this.#parts.settings.bodyLimit);
    if (rawBody === undefined) return undefined;
    const incoming = await toIncomingRequest({
      id: record.id,
      message: request,
      target,
      pathValues: match.values,
      rawBody,
    });
    const { handlers } = match.route;
    const signed = { request: incoming, url: this.#signedUrl(request, target) };
    const verifiedBy = this.#verify(signed, match, request, record);
    record.verifiedBy = verifiedBy;
    const verified = { request: incoming, handlers, verifiedBy };
    const reception = await this.#parts.receiver.receive(verified, signal);
    record.reception = reception;
    if (response.closed) reception.afterResponse();
    return reception.response;
  }

  #answerOwn(request: Request, { path }: RequestTarget): Promise<OutgoingResponse> {
    const own = {
      method: request.method,
      path,
      remoteAddress: request.socket.remoteAddress,
      headerNames: Object.keys(request.headers),
    };
    return answerOwnEndpoint(own, this.#parts);
  }

  /** The table is built anew only when a reload made another program. */
  #routes(): RouteTable {
    const program = this.#parts.program();
    if (program !== this.#program) {
      this.#program = program;
      this.#table = new RouteTable(program.handlers, this.#parts.settings.whatsappPath);
    }
    return this.#table;
  }

  #answerUnmatched(
    method: string,
    target: RequestTarget,
    match: Exclude<RouteMatch, { kind: "found" }>,
    record: RequestRecord,
  ): OutgoingResponse {
    if (match.kind === "unknown") throw new Refusal(404, serverMessages.noRoute());
    const allow = match.allowed.join(", ");
    if (method === "OPTIONS") return { status: 204, headers: [["Allow", allow]], body: "" };
    if (method === "GET" && match.post !== undefined && isHandshake(target.queryText)) {
      record.route = match.post.path;
      record.handshake = true;
      const { metaVerifyTokens } = this.#parts.settings.secrets;
      return answerHandshake(target.queryText, metaVerifyTokens);
    }
    throw new Refusal(405, serverMessages.wrongMethod(method, allow), [["Allow", allow]]);
  }

  /** The address that the sender called: configured, else from the request and trusted proxies. */
  #signedUrl(request: Request, { originalUrl }: RequestTarget): string {
    const base = this.#parts.settings.publicUrl ?? `${request.protocol}://${request.host}`;
    return `${base}${originalUrl}`;
  }

  /** @throws Refusal where the request may not reach its handler */
  #verify(
    signed: SignedRequest,
    match: Extract<RouteMatch, { kind: "found" }>,
    request: Request,
    record: RequestRecord,
  ): "meta" | "twilio" | "unsigned" {
    const verdict = decide(signed, {
      verification: match.route.verification,
      settings: this.#parts.settings,
      remoteAddress: request.socket.remoteAddress,
    });
    if (verdict.accepted) return verdict.verifiedBy;
    if (verdict.mismatch !== undefined)
      record.explanation = this.#explain(signed, verdict.mismatch);
    throw new Refusal(verdict.status, verdict.detail);
  }

  #send(answer: OutgoingResponse, record: RequestRecord, response: Response): void {
    const { log, metrics, draining, stopwatch } = this.#parts;
    const how = { method: record.method, closeConnection: draining(), batch: this.#batch };
    sendResponse(response, answer, how);
    writeRecord(record, answer.status, stopwatch(), { log, metrics });
  }

  #abandon(record: RequestRecord, response: Response): void {
    response.destroy();
    this.#parts.log.info(
      { request: record.id, method: record.method, route: record.route },
      "the sender hung up before its request was complete",
    );
  }
}
