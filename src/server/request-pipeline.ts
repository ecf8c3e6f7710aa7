import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Receiver, RouteHandlers, VerifiedRequest } from "../delivery/receiver.ts";
import type { DeliveryName } from "../host/handler.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { Program } from "../compile/script.ts";
import { deliveryIdOf } from "./delivery-id.ts";
import { Gate } from "./gate.ts";
import { answerHandshake, isHandshake } from "./handshake.ts";
import { toIncomingRequest } from "./incoming-request.ts";
import type { Metrics } from "./metrics.ts";
import { OWN_PATHS } from "../host/own-paths.ts";
import { answerOwnEndpoint } from "./own-endpoints.ts";
import type { Readiness } from "./readiness.ts";
import { headerNames, type ReceivedRequest } from "./received-request.ts";
import { Refusal } from "./refusal.ts";
import type { RequestRecord } from "./request-record.ts";
import { parseTarget, type RequestTarget } from "../routes/request-path.ts";
import { RouteTable, type RouteMatch } from "../routes/route-table.ts";
import type { HttpSettings } from "./settings.ts";
import { createExplainer, type Explainer } from "./verify/explain.ts";
import { decide } from "./verify/policy.ts";
import type { SignedRequest } from "./verify/scheme.ts";

/** What requests are answered with. */
export interface PipelineParts {
  /** The scripts served now; a reload returns another object. */
  readonly program: () => Program;
  readonly receiver: Receiver;
  readonly settings: HttpSettings;
  /** Gives what is counted, once somebody asks for it. */
  readonly metrics: () => Promise<Metrics>;
  readonly readiness: Readiness;
  /** Monotonic milliseconds. */
  readonly stopwatch: () => number;
  /** The clock, in ms since 1970-01-01 UTC. */
  readonly now: () => number;
}

/**
 * Takes a request through its steps, however it came here: own endpoints, route, body, signature,
 * delivery pipeline.
 */
export class RequestPipeline {
  readonly #parts: PipelineParts;
  readonly #explain: Explainer;
  readonly #gate: Gate;
  #program: Program;
  #table: RouteTable;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#explain = createExplainer(parts.settings, parts.stopwatch);
    this.#gate = new Gate(parts.stopwatch);
    this.#program = parts.program();
    this.#table = new RouteTable(this.#program.handlers, parts.settings);
  }

  /**
   * Answers one request.
   * @param record is told what becomes known of the request
   * @param signal aborts when the sender hangs up
   * @returns undefined where the sender hung up before its request was complete
   * @throws Refusal, or an error of the script, to be answered by `errorResponse`
   */
  async answer(
    request: ReceivedRequest,
    record: RequestRecord,
    signal: AbortSignal,
  ): Promise<OutgoingResponse | undefined> {
    const target = parseTarget(request.target);
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
    this.#gate.admit(request, match.route);
    const rawBody = await request.readBody(this.#parts.settings.bodyLimit);
    if (rawBody === undefined) return undefined;
    const incoming = await toIncomingRequest({
      id: record.id,
      received: request,
      target,
      pathValues: match.values,
      rawBody,
    });
    const { handlers } = match.route;
    const url = this.#signedUrl(request, target);
    const signed = { request: incoming, url, receivedAt: this.#parts.now() };
    const verifiedBy = this.#verify(signed, match, request, record);
    record.verifiedBy = verifiedBy;
    const deliveryId = () => deliveryIdOf(incoming, onceOf(handlers));
    const verified = { request: incoming, handlers, verifiedBy, deliveryId };
    const reception = await this.#parts.receiver.receive(verified, signal);
    record.reception = reception;
    return reception.response;
  }

  #answerOwn(request: ReceivedRequest, { path }: RequestTarget): Promise<OutgoingResponse> {
    const own = {
      method: request.method,
      path,
      remoteAddress: request.remoteAddress,
      headerNames: headerNames(request),
    };
    return answerOwnEndpoint(own, this.#parts);
  }

  /** The table is built anew only when a reload made another program. */
  #routes(): RouteTable {
    const program = this.#parts.program();
    if (program !== this.#program) {
      this.#program = program;
      this.#table = new RouteTable(program.handlers, this.#parts.settings);
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
      const { metaVerifyTokens, ofProvider } = this.#parts.settings.secrets;
      const { provider } = match.post.handlers;
      const tokens =
        provider === "meta" ? metaVerifyTokens : (ofProvider?.(provider).verifyTokens ?? []);
      return answerHandshake(target.queryText, tokens, provider);
    }
    throw new Refusal(405, serverMessages.wrongMethod(method, allow), [["Allow", allow]]);
  }

  /** The address that the sender called: configured, else from the request and trusted proxies. */
  #signedUrl(request: ReceivedRequest, { originalUrl }: RequestTarget): string {
    const base = this.#parts.settings.publicUrl ?? `${request.protocol}://${request.host}`;
    return `${base}${originalUrl}`;
  }

  /** @throws Refusal where the request may not reach its handler */
  #verify(
    signed: SignedRequest,
    match: Extract<RouteMatch, { kind: "found" }>,
    request: ReceivedRequest,
    record: RequestRecord,
  ): VerifiedRequest["verifiedBy"] {
    const verdict = decide(signed, {
      verification: match.route.verification,
      settings: this.#parts.settings,
      remoteAddress: request.remoteAddress,
      // Read where it is wanted alone, as proxies make it costly.
      get clientAddress() {
        return request.clientAddress;
      },
    });
    if (verdict.accepted) return verdict.verifiedBy;
    if (verdict.mismatch !== undefined)
      record.explanation = this.#explain(signed, verdict.mismatch);
    throw new Refusal(verdict.status, verdict.detail);
  }
}

function onceOf({ webhook }: RouteHandlers): DeliveryName | undefined {
  const declaration = webhook?.declaration;
  return declaration?.kind === "webhook" ? declaration.once : undefined;
}
