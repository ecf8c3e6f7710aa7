import { expect, test } from "vitest";

import { createReadiness, type ReadinessParts } from "../../src/server/readiness.ts";
import { serveRoutes } from "./serving.ts";

const HOOK = { path: "/hook", verification: "open" } as const;
const READY: ReadinessParts = {
  handlerCount: () => 1,
  checkStore: () => Promise.resolve(),
  draining: () => false,
};

test("/healthz says that the process is up", async () => {
  const { url } = await serveRoutes({ routes: [HOOK] });
  const response = await fetch(`${url}/healthz`);
  expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
});

test.each<[string, Partial<ReadinessParts>, number, string]>([
  ["all is well", {}, 200, "ready\n"],
  ["no handler", { handlerCount: () => 0 }, 503, "not ready: no scripts are loaded\n"],
  ["draining", { draining: () => true }, 503, "not ready: shutting down\n"],
  [
    "a store out of reach",
    { checkStore: () => Promise.reject(new Error("disk full")) },
    503,
    "not ready: the store takes no writes\n",
  ],
])("/readyz with %s", async (_, parts, status, body) => {
  const readiness = createReadiness({ ...READY, ...parts });
  const { url } = await serveRoutes({ routes: [HOOK], readiness });
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.text()]).toEqual([status, body]);
});

test("/metrics counts requests by route, method and status", async () => {
  const { url, metrics } = await serveRoutes({ routes: [HOOK, { path: "/users/:id" }] });
  await fetch(`${url}/hook`, { method: "POST" });
  await fetch(`${url}/hook`, { method: "POST" });
  await fetch(`${url}/users/17`, { method: "PURGE" });
  await fetch(`${url}/nowhere`, { method: "POST" });
  metrics.run("event", "done", 0.2);
  metrics.send("whatsapp", "delivered");
  metrics.watchQueues(() => Promise.resolve(new Map([["outbox", 3]])));
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const lines = (await response.text()).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      'gbasic_http_requests_total{route="/hook",method="POST",status="200"} 2',
      'gbasic_http_requests_total{route="unmatched",method="other",status="405"} 1',
      'gbasic_http_requests_total{route="unmatched",method="POST",status="404"} 1',
      'gbasic_http_request_duration_seconds_count{route="/hook"} 2',
      'gbasic_errors_total{code="GB4112"} 1',
      'gbasic_runs_total{kind="event",outcome="done"} 1',
      'gbasic_run_duration_seconds_bucket{le="0.1",kind="event"} 0',
      'gbasic_run_duration_seconds_bucket{le="0.25",kind="event"} 1',
      'gbasic_sends_total{channel="whatsapp",outcome="delivered"} 1',
      'gbasic_queue_depth{queue="outbox"} 3',
    ]),
  );
});

test("two servers count apart", async () => {
  const one = await serveRoutes({ routes: [HOOK] });
  const other = await serveRoutes({ routes: [HOOK] });
  await fetch(`${one.url}/hook`, { method: "POST" });
  expect(await other.metrics.registry.metrics()).not.toContain("/hook");
});

test("in production /metrics is for this machine, and not through a proxy", async () => {
  const { url } = await serveRoutes({ routes: [HOOK], settings: { mode: "production" } });
  expect((await fetch(`${url}/metrics`)).status).toBe(200);
  const headers = { "X-Forwarded-For": "203.0.113.9" };
  expect((await fetch(`${url}/metrics`, { headers })).status).toBe(403);
  // The second request was refused, which the third tells of.
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'gbasic_errors_total{code="GB4127"} 1',
  );
});

test("opened metrics are for everyone", async () => {
  const settings = { mode: "production", openMetrics: true } as const;
  const { url } = await serveRoutes({ routes: [HOOK], settings });
  const headers = { "X-Forwarded-For": "203.0.113.9" };
  expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
});

test("a script cannot take a path of the server", async () => {
  const { url, received } = await serveRoutes({
    routes: [{ path: "/healthz", method: "ANY", verification: "open" }],
  });
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok\n");
  const response = await fetch(`${url}/healthz`, { method: "POST" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect(received).toHaveLength(0);
});
