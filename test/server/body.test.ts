import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

import { expect, test, vi } from "vitest";

import { reception, serveRoutes } from "./serving.ts";

const OPEN = { path: "/hook", verification: "open" } as const;
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

function serveHook(bodyLimit = 1000) {
  return serveRoutes({ routes: [OPEN], settings: { bodyLimit } });
}

test("the handler sees the bytes as they were sent", async () => {
  const { url, received } = await serveHook();
  const body = new Uint8Array([0xff, 0x00, 0xef, 0xbb, 0xbf, 0x0d, 0x0a]);
  await fetch(`${url}/hook`, { method: "POST", body });
  expect(new Uint8Array(received[0]?.request.rawBody ?? [])).toEqual(body);
});

test("JSON is left as it is", async () => {
  const { url, received } = await serveHook();
  const body = '{"a": 1.0, "__proto__": {"b": "\\u00e1"}}';
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/hook`, { method: "POST", body, headers });
  expect(response.status).toBe(200);
  expect(Buffer.from(received[0]?.request.rawBody ?? []).toString()).toBe(body);
  expect(received[0]?.request.form.size).toBe(0);
});

test("a form keeps repeated keys, their order and odd names", async () => {
  const { url, received } = await serveHook();
  const body = "?q=0&a=1&b=x+y%20z&a=2&__proto__=p&empty=&novalue&c=%C3%A1&bad=%zz";
  await fetch(`${url}/hook`, { method: "POST", body, headers: FORM });
  expect([...(received[0]?.request.form ?? [])]).toEqual([
    ["?q", ["0"]],
    ["a", ["1", "2"]],
    ["b", ["x y z"]],
    ["__proto__", ["p"]],
    ["empty", [""]],
    ["novalue", [""]],
    ["c", ["á"]],
    ["bad", ["%zz"]],
  ]);
});

test("the query keeps repeated keys", async () => {
  const { url, received } = await serveHook();
  await fetch(`${url}/hook?a=1&a=2&b=%20`, { method: "POST" });
  expect([...(received[0]?.request.query ?? [])]).toEqual([
    ["a", ["1", "2"]],
    ["b", [" "]],
  ]);
});

test("repeated headers are kept apart, under lower-case names", async () => {
  const { port, received } = await serveHook();
  const headers = ["X-Tag", "one", "x-tag", "two", "Host", "127.0.0.1"];
  await send(port, { headers, body: "" });
  expect(received[0]?.request.headers.get("x-tag")).toEqual(["one", "two"]);
});

test("multipart gives fields and files", async () => {
  const { url, received } = await serveHook(10_000);
  const body = new FormData();
  body.append("name", "Ana");
  body.append("name", "Zé");
  body.append("__proto__", "p");
  body.append("photo", new Blob([new Uint8Array([1, 2, 255])], { type: "image/png" }), "olá.png");
  await fetch(`${url}/hook`, { method: "POST", body });
  const request = received[0]?.request;
  expect([...(request?.form ?? [])]).toEqual([
    ["name", ["Ana", "Zé"]],
    ["__proto__", ["p"]],
  ]);
  const [photo] = request?.files.get("photo") ?? [];
  expect(photo).toMatchObject({ name: "olá.png", contentType: "image/png" });
  expect([...(photo?.content ?? [])]).toEqual([1, 2, 255]);
});

test.each([
  ["without a boundary", "multipart/form-data", "x"],
  [
    "without an end",
    "multipart/form-data; boundary=b",
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
  ],
])("multipart %s is 400", async (_, type, body) => {
  const { url, received } = await serveHook();
  const headers = { "Content-Type": type };
  const response = await fetch(`${url}/hook`, { method: "POST", body, headers });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("GB4109");
  expect(received).toHaveLength(0);
});

test("too many fields are refused, of either kind of form", async () => {
  const { url } = await serveHook(1_000_000);
  const fields = (count: number) => Array.from({ length: count }, () => "a=1").join("&");
  const send = (body: string) => fetch(`${url}/hook`, { method: "POST", body, headers: FORM });
  expect((await send(fields(1000))).status).toBe(200);
  expect((await send(fields(1001))).status).toBe(413);
  const parts = new FormData();
  for (let index = 0; index < 1001; index += 1) parts.append("a", "1");
  expect((await fetch(`${url}/hook`, { method: "POST", body: parts })).status).toBe(413);
});

test("a body at the limit passes, one byte more is 413", async () => {
  const { url } = await serveHook();
  const send = (length: number) =>
    fetch(`${url}/hook`, { method: "POST", body: "x".repeat(length) });
  expect((await send(1000)).status).toBe(200);
  const refused = await send(1001);
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain("the body is larger than 1000 bytes, which is the limit");
});

test("a body that is announced as too long is refused before it is sent", async () => {
  const { port } = await serveHook();
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const headers = { "Content-Length": "1001" };
  const sent = request({ port, path: "/hook", method: "POST", headers }, (response) => {
    resolve(response.statusCode);
    response.resume();
    sent.destroy();
  });
  sent.on("error", reject);
  sent.flushHeaders();
  expect(await promise).toBe(413);
});

test("a chunked body that grows too long is 413, and the sender reads the answer", async () => {
  const { url } = await serveHook();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(600));
      if ((sent += 600) > 3000) controller.close();
    },
  });
  let sent = 0;
  const response = await fetch(`${url}/hook`, { method: "POST", body, duplex: "half" });
  expect(response.status).toBe(413);
});

test("a body far beyond the limit is 413 and the server goes on", async () => {
  const { url } = await serveHook(4 * 1024 * 1024);
  const refused = await fetch(`${url}/hook`, { method: "POST", body: new Uint8Array(5_000_000) });
  expect(refused.status).toBe(413);
  expect((await fetch(`${url}/hook`, { method: "POST", body: "x" })).status).toBe(200);
});

test("a compressed body is 415", async () => {
  const { url, received } = await serveHook();
  const headers = { "Content-Encoding": "gzip" };
  const response = await fetch(`${url}/hook`, { method: "POST", body: gzipSync("{}"), headers });
  expect(response.status).toBe(415);
  expect(response.headers.get("accept-encoding")).toBe("identity");
  expect(received).toHaveLength(0);
});

test("the encoding identity is none", async () => {
  const { url } = await serveHook();
  const headers = { "Content-Encoding": "Identity" };
  expect((await fetch(`${url}/hook`, { method: "POST", body: "x", headers })).status).toBe(200);
});

test("a sender that hangs up in the middle of its body reaches no handler", async () => {
  const { port, received, log } = await serveHook();
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc", () => {
    socket.destroy();
  });
  await vi.waitFor(() => {
    expect(log.map(({ msg }) => msg)).toEqual([
      "the sender hung up before its request was complete",
    ]);
  });
  expect(received).toHaveLength(0);
});

test("a sender that hangs up while its handler runs aborts the signal", async () => {
  const { promise: aborted, resolve } = Promise.withResolvers<unknown>();
  const { promise: running, resolve: setRunning } = Promise.withResolvers<undefined>();
  const after = vi.fn<() => void>();
  const { port, log } = await serveRoutes({
    routes: [OPEN],
    answer: async (_, signal) => {
      setRunning(undefined);
      await new Promise((ended) => {
        signal.addEventListener("abort", ended);
      });
      resolve(signal.reason);
      return reception("late", { status: 503 }, { outcome: "hung-up", afterResponse: after });
    },
  });
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
  await running;
  socket.destroy();
  expect(await aborted).toMatchObject({ message: "the caller hung up" });
  await vi.waitFor(() => {
    expect(after).toHaveBeenCalledOnce();
  });
  expect(log).toMatchObject([{ level: "warn", outcome: "hung-up" }]);
});

interface RawRequest {
  readonly headers: readonly string[];
  readonly body: string;
}

async function send(port: number, { headers, body }: RawRequest): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const options = { port, host: "127.0.0.1", path: "/hook", method: "POST", headers };
  const sent = request(options, (response) => {
    text(response).then(resolve, reject);
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}
