import { serverMessages } from "../diagnostics/codes/server.ts";
import type { OutgoingResponse } from "../host/http.ts";
import { Refusal } from "./refusal.ts";
import type { Readiness } from "./readiness.ts";
import type { Metrics } from "./metrics.ts";
import type { HttpSettings } from "./settings.ts";
import { forwardingHeader, isLoopbackAddress } from "./verify/local-request.ts";

/** What the answers rest on. */
export interface OwnEndpoints {
  readonly settings: Pick<HttpSettings, "mode" | "openMetrics">;
  /** Gives what is counted, once somebody asks for it. */
  readonly metrics: () => Promise<Metrics>;
  readonly readiness: Readiness;
}

/** The request, as far as these endpoints look at it. */
export interface OwnRequest {
  readonly method: string;
  readonly path: string;
  readonly remoteAddress: string | undefined;
  readonly headerNames: readonly string[];
}

/**
 * Answers `/healthz`, `/readyz` and `/metrics`.
 * @param request for one of these paths
 * @throws Refusal 405 for other methods than GET and HEAD, 403 for metrics that are not open
 */
export async function answerOwnEndpoint(
  request: OwnRequest,
  endpoints: OwnEndpoints,
): Promise<OutgoingResponse> {
  const { method, path } = request;
  if (method !== "GET" && method !== "HEAD")
    throw new Refusal(405, serverMessages.wrongMethod(method, "GET"), [["Allow", "GET, HEAD"]]);
  if (path === "/healthz") return text(200, "ok");
  if (path === "/readyz") return answerReadiness(await endpoints.readiness.obstacles());
  return answerMetrics(request, endpoints);
}

function answerReadiness(obstacles: readonly string[]): OutgoingResponse {
  if (obstacles.length === 0) return text(200, "ready");
  return text(503, `not ready: ${obstacles.join(", ")}`);
}

async function answerMetrics(
  { remoteAddress, headerNames }: OwnRequest,
  { settings, metrics }: OwnEndpoints,
): Promise<OutgoingResponse> {
  const open = settings.mode === "development" || settings.openMetrics;
  // Behind a proxy on this machine every request comes from a loopback address.
  const local = isLoopbackAddress(remoteAddress) && forwardingHeader(headerNames) === undefined;
  if (!open && !local) throw new Refusal(403, serverMessages.metricsClosed());
  const counted = await metrics();
  return {
    status: 200,
    headers: [["Content-Type", counted.registry.contentType]],
    body: await counted.text(),
  };
}

function text(status: number, body: string): OutgoingResponse {
  return { status, headers: [["Content-Type", "text/plain; charset=utf-8"]], body: `${body}\n` };
}
