import { once } from "node:events";
import { connect } from "node:net";

import { expect, test, vi } from "vitest";

import { Shutdown } from "../../src/server/shutdown.ts";
import { ManualTime } from "../manual-time.ts";
import { reception, serveRoutes } from "./serving.ts";

const LIMIT_MS = 10_000;

/** A server whose one handler runs until it is released. */
async function serveSlowly() {
  const shutdown = new Shutdown();
  const time = new ManualTime();
  const { promise: running, resolve: setRunning } = Promise.withResolvers<AbortSignal>();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  const { url, port, server } = await serveRoutes({
    routes: [{ path: "/slow", verification: "open" }],
    draining: () => shutdown.draining,
    answer: async (_, signal) => {
      setRunning(signal);
      await released;
      return reception("done");
    },
  });
  const drain = vi.fn<(limitMs: number) => Promise<void>>(() => Promise.resolve());
  const begin = () =>
    shutdown.begin({
      server,
      drain,
      timers: time,
      stopwatch: () => time.now(),
      limitMs: LIMIT_MS,
    });
  return {
    url,
    port,
    shutdown,
    time,
    running,
    drain,
    begin,
    release: () => {
      release(undefined);
    },
  };
}

test("a running request is finished, new connections are refused, then the rest is drained", async () => {
  const { url, running, begin, drain, release } = await serveSlowly();
  const answer = fetch(`${url}/slow`, { method: "POST" });
  await running;
  const ended = begin();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  expect(drain).not.toHaveBeenCalled();
  release();
  const response = await answer;
  expect([response.status, await response.text()]).toEqual([200, "done"]);
  expect(response.headers.get("connection")).toBe("close");
  await ended;
  expect(drain).toHaveBeenCalledOnce();
});

test("a request that runs on beyond the limit is cut off", async () => {
  const { url, running, begin, time, drain } = await serveSlowly();
  const answer = fetch(`${url}/slow`, { method: "POST" }).catch((error: unknown) => error);
  const signal = await running;
  const ended = begin();
  await time.advance(LIMIT_MS - 1);
  expect(signal.aborted).toBe(false);
  await time.advance(1);
  await ended;
  expect(await answer).toBeInstanceOf(TypeError);
  expect(signal.aborted).toBe(true);
  expect(drain).toHaveBeenCalledExactlyOnceWith(0);
});

/** Opens a connection and leaves it idle after one request. */
async function connectIdle(port: number) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  await once(socket, "data");
  return socket;
}

test("idle connections do not hold up the end", async () => {
  const { port, begin, time } = await serveSlowly();
  const socket = await connectIdle(port);
  const closed = once(socket, "close");
  const ended = begin();
  await time.advance(500);
  await ended;
  await closed;
});

test("a request that was on its way over an idle connection is answered", async () => {
  const { port, begin } = await serveSlowly();
  const socket = await connectIdle(port);
  const ended = begin();
  socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  const [answer] = (await once(socket.setEncoding("latin1"), "data")) as [string];
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*Connection: close\r\n/);
  await ended;
});

test("a second call waits for the first", async () => {
  const { begin, drain } = await serveSlowly();
  await Promise.all([begin(), begin()]);
  expect(drain).toHaveBeenCalledOnce();
});
