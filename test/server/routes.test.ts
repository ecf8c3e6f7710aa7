import { request } from "node:http";
import { text } from "node:stream/consumers";

import { expect, test } from "vitest";

import { reception, serveRoutes, type TestRoute } from "./serving.ts";

const OPEN = { verification: "open" } as const;

/** Answers with the declared route and the values of its parameters. */
function serveEcho(routes: readonly TestRoute[]) {
  return serveRoutes({
    routes: routes.map((route) => ({ ...OPEN, ...route })),
    answer: ({ handlers: { webhook }, request: { pathValues } }) =>
      Promise.resolve(
        reception(JSON.stringify([webhook?.declaration.path, Object.fromEntries(pathValues)])),
      ),
  });
}

/** Sends a request line as it is, which fetch would tidy up. */
async function sendRaw(port: number, path: string, method = "POST"): Promise<[number, string]> {
  const { promise, resolve, reject } = Promise.withResolvers<[number, string]>();
  const sent = request({ port, host: "127.0.0.1", path, method }, (response) => {
    text(response).then((body) => {
      resolve([response.statusCode ?? 0, body]);
    }, reject);
  });
  sent.on("error", reject);
  sent.end();
  return promise;
}

async function post(url: string): Promise<string> {
  return (await fetch(url, { method: "POST" })).text();
}

test("a literal segment wins over a parameter, whatever the order of declaration", async () => {
  const { url } = await serveEcho([{ path: "/orders/:id" }, { path: "/orders/new" }]);
  expect(await post(`${url}/orders/new`)).toBe('["/orders/new",{}]');
  expect(await post(`${url}/orders/17`)).toBe('["/orders/:id",{"id":"17"}]');
});

test("a parameter route is found behind a literal one that leads nowhere", async () => {
  const { url } = await serveEcho([{ path: "/a/b/c" }, { path: "/:x/b/d" }]);
  expect(await post(`${url}/a/b/d`)).toBe('["/:x/b/d",{"x":"a"}]');
});

test("a parameter route takes the methods that the literal one does not", async () => {
  const { url } = await serveEcho([
    { path: "/a/b", method: "GET" },
    { path: "/a/:x", method: "POST" },
  ]);
  expect(await post(`${url}/a/b`)).toBe('["/a/:x",{"x":"b"}]');
  expect(await (await fetch(`${url}/a/b`)).text()).toBe('["/a/b",{}]');
});

test("segments are decoded one by one", async () => {
  const { url } = await serveEcho([{ path: "/file/:name" }, { path: "/olá" }]);
  expect(await post(`${url}/file/a%2Fb%20c`)).toBe('["/file/:name",{"name":"a/b c"}]');
  expect(await post(`${url}/ol%C3%A1`)).toBe('["/olá",{}]');
});

test("a parameter named __proto__ is an ordinary one", async () => {
  const serving = await serveEcho([{ path: "/:__proto__" }]);
  await post(`${serving.url}/x`);
  expect(serving.received[0]?.request.pathValues.get("__proto__")).toBe("x");
});

test("a parameter takes no empty segment", async () => {
  const { port } = await serveEcho([{ path: "/a/:x/b" }]);
  expect((await sendRaw(port, "/a//b"))[0]).toBe(404);
});

test.each(["/a/%", "/a/%ff", "/%E0%A4%A", "*"])(
  "a path that cannot be decoded is 400: %s",
  async (path) => {
    const { port } = await serveEcho([{ path: "/a/:x" }]);
    const [status, body] = await sendRaw(port, path);
    expect(status).toBe(400);
    expect(body).toContain("GB4111");
  },
);

test("the absolute form of a request target is understood", async () => {
  const { port, received } = await serveEcho([{ path: "/a" }]);
  expect((await sendRaw(port, `http://127.0.0.1:${String(port)}/a?b=1`))[0]).toBe(200);
  expect(received[0]?.request.originalUrl).toBe("/a?b=1");
});

test("one trailing slash more or less makes no difference, two do", async () => {
  const { url, port } = await serveEcho([{ path: "/a" }, { path: "/b/" }, { path: "/" }]);
  expect(await post(`${url}/a/`)).toBe('["/a",{}]');
  expect(await post(`${url}/b`)).toBe('["/b/",{}]');
  expect(await post(url)).toBe('["/",{}]');
  expect((await sendRaw(port, "/a//"))[0]).toBe(404);
});

test("characters that mean something in patterns mean themselves", async () => {
  const { url, port } = await serveEcho([
    { path: "/a(.*)" },
    { path: "/*splat" },
    { path: "/b{/c}" },
  ]);
  expect((await sendRaw(port, "/abc"))[0]).toBe(404);
  expect((await sendRaw(port, "/b"))[0]).toBe(404);
  expect(await post(`${url}/a(.*)`)).toBe('["/a(.*)",{}]');
});

test("paths compare with case", async () => {
  const { url } = await serveEcho([{ path: "/Hook" }]);
  expect((await fetch(`${url}/hook`, { method: "POST" })).status).toBe(404);
});

test("an unknown path is 404", async () => {
  const { url } = await serveEcho([{ path: "/a" }]);
  const response = await fetch(`${url}/constructor`, { method: "POST" });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain("no handler listens on this path");
});

test("a wrong method is 405 and names the right ones in order", async () => {
  const { url } = await serveEcho([
    { path: "/a", method: "PUT" },
    { path: "/a", method: "GET" },
    { path: "/a", method: "DELETE" },
  ]);
  const response = await fetch(`${url}/a`, { method: "POST" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("DELETE, GET, HEAD, PUT");
});

test("OPTIONS tells the methods", async () => {
  const { url } = await serveEcho([{ path: "/a" }]);
  const response = await fetch(`${url}/a`, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toBe("POST");
});

test("HEAD runs the GET handler and leaves out the body", async () => {
  const { url, received } = await serveEcho([{ path: "/a", method: "GET" }]);
  const response = await fetch(`${url}/a`, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-length")).toBe(String('["/a",{}]'.length));
  expect(await response.text()).toBe("");
  expect(received).toHaveLength(1);
});

test("ANY takes every method that has no handler of its own", async () => {
  const { url } = await serveEcho([{ path: "/a", method: "ANY" }]);
  for (const method of ["GET", "POST", "PATCH", "OPTIONS"])
    expect((await fetch(`${url}/a`, { method })).status).toBe(200);
});

test("a reload changes the routes", async () => {
  const { url, reload } = await serveEcho([{ path: "/old" }]);
  expect((await fetch(`${url}/old`, { method: "POST" })).status).toBe(200);
  reload([{ ...OPEN, path: "/new" }]);
  expect((await fetch(`${url}/old`, { method: "POST" })).status).toBe(404);
  expect((await fetch(`${url}/new`, { method: "POST" })).status).toBe(200);
});
