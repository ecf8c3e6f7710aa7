import { connect } from "node:net";
import { text } from "node:stream/consumers";

import { expect, test, vi } from "vitest";

import type { Reception } from "../../src/delivery/receiver.ts";
import { BasicError, locate } from "../../src/runtime/error.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Mode } from "../../src/server/settings.ts";
import { reception, serveRoutes } from "./serving.ts";

function serve(answer: () => Promise<Reception>, mode: Mode = "development") {
  const routes = [
    { path: "/hook", verification: "open" },
    { path: "/hook", method: "GET", verification: "open" },
  ] as const;
  return serveRoutes({ routes, settings: { mode }, answer });
}

/** The whole response as it stands on the wire, with the date taken out. */
async function wire(port: number, method = "POST"): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `${method} /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  return (await text(socket)).replace(/Date: [^\r]+\r\n/, "");
}

test("a response leaves as the script made it, byte for byte", async () => {
  const headers = [
    ["Content-Type", "text/xml"],
    ["x-Order-ID", "17"],
    ["Set-Cookie", "a=1"],
    ["Set-Cookie", "b=2"],
  ] as const;
  const body = "<Response><Say>olá</Say></Response>";
  const { port } = await serve(() => Promise.resolve(reception(body, { headers })));
  expect(await wire(port)).toBe(
    [
      "HTTP/1.1 200 OK",
      "Content-Type: text/xml",
      "x-Order-ID: 17",
      "Set-Cookie: a=1",
      "Set-Cookie: b=2",
      "Content-Length: 36",
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
});

test("HEAD has the headers of GET and no body", async () => {
  const { port } = await serve(() => Promise.resolve(reception("hello")));
  const head = await wire(port, "HEAD");
  expect(`${head}hello`).toBe(await wire(port, "GET"));
});

test.each([204, 304])("a response of status %i has no body and no length", async (status) => {
  const { port } = await serve(() =>
    Promise.resolve(reception("ignored", { status, headers: [] })),
  );
  const sent = await wire(port);
  expect(sent).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  expect(sent).not.toMatch(/content-length|transfer-encoding|ignored/i);
});

test.each([201, 404, 500, 599])("a status of the script's own is sent: %i", async (status) => {
  const { url } = await serve(() => Promise.resolve(reception("x", { status })));
  const response = await fetch(`${url}/hook`, { method: "POST" });
  expect([response.status, await response.text()]).toEqual([status, "x"]);
});

test("what waits for the response starts once it is out", async () => {
  const afterResponse = vi.fn<() => void>();
  const { url } = await serve(() => Promise.resolve(reception("OK", {}, { afterResponse })));
  await fetch(`${url}/hook`, { method: "POST" });
  await vi.waitFor(() => {
    expect(afterResponse).toHaveBeenCalledOnce();
  });
});

test("a header that HTTP does not allow is an error, and what waits still starts", async () => {
  const afterResponse = vi.fn<() => void>();
  const headers = [["Content-Type", "a\r\nb"]] as const;
  const { url } = await serve(() => Promise.resolve(reception("", { headers }, { afterResponse })));
  expect((await fetch(`${url}/hook`, { method: "POST" })).status).toBe(500);
  await vi.waitFor(() => {
    expect(afterResponse).toHaveBeenCalledOnce();
  });
});

function scriptError(): BasicError {
  const file = new SourceFile("shop.bas", "PRINT 1\nx = 1 / 0\n");
  const error = new BasicError({ code: "GB3999", severity: "error", message: "division by zero" });
  locate(error, file, { start: 12, end: 17 });
  return error;
}

test("development shows where a script failed", async () => {
  const { url } = await serve(() => Promise.reject(scriptError()));
  const response = await fetch(`${url}/hook`, { method: "POST" });
  expect(response.status).toBe(500);
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await response.text()).toBe(
    "shop.bas:2:5 error GB3999: division by zero\n  2 | x = 1 / 0\n    |     ^^^^^\n",
  );
});

test("production says nothing, and the log says it all", async () => {
  const { url, log } = await serve(() => Promise.reject(scriptError()), "production");
  const response = await fetch(`${url}/hook`, { method: "POST" });
  expect([response.status, await response.text()]).toEqual([500, "Internal Server Error\n"]);
  expect(log[0]).toMatchObject({ level: "error", status: 500, code: "GB3999" });
  expect(log[0]?.["reason"]).toContain("shop.bas:2:5");
});

test("a bug is told without its trace, which the log has", async () => {
  const { url, log } = await serve(() => Promise.reject(new Error("at +5511999999999")));
  const response = await fetch(`${url}/hook`, { method: "POST" });
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).toContain("GB4126");
  expect(body).not.toContain("9999");
  expect(log[0]).toMatchObject({ level: "error", err: { message: "at +*********9999" } });
});

test("each request leaves one line in the log", async () => {
  const { url, log } = await serve(() => Promise.resolve(reception("OK")));
  await fetch(`${url}/hook?secret=1`, { method: "POST" });
  expect(log).toHaveLength(1);
  const { time, request, durationMs, ...rest } = log[0] ?? {};
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(request).toMatch(/^[\da-f-]{36}$/);
  expect(durationMs).toBeTypeOf("number");
  expect(rest).toEqual({
    level: "info",
    method: "POST",
    route: "/hook",
    verification: "unsigned",
    status: 200,
    runs: ["run-1"],
    outcome: "ok",
    msg: "POST /hook 200",
  });
});
