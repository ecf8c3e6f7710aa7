import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { text } from "node:stream/consumers";

import express from "express";
import { expect, onTestFinished, test } from "vitest";

import { listen, type ListenOptions } from "../../src/server/listen.ts";
import { StartupError } from "../../src/server/startup-error.ts";
import { readTlsPair } from "../../src/server/tls.ts";

const FIXTURES = new URL("fixtures/", import.meta.url).pathname;
const certificate = `${FIXTURES}certificate.pem`;
const key = `${FIXTURES}key.pem`;

async function start(options: Partial<ListenOptions>) {
  const app = express();
  app.use((_, response) => {
    response.end("hello");
  });
  const listening = await listen(app, { host: "127.0.0.1", port: 0, ...options });
  onTestFinished(() => {
    listening.server.close();
  });
  return listening;
}

async function failureOf(start: Promise<unknown>): Promise<string> {
  const error: unknown = await start.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartupError))
    throw new Error("expected a StartupError", { cause: error });
  return error.details.map(({ code, message }) => `${code} ${message}`).join("\n");
}

test("port 0 picks a free one, which the URL names", async () => {
  const { url } = await start({});
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  expect(await (await fetch(url)).text()).toBe("hello");
});

test("https is served with the certificate", async () => {
  const tls = await readTlsPair({ certificate, key });
  const { url } = await start({ tls });
  expect(url).toMatch(/^https:/);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const sent = request(url, { ca: await readFile(certificate) }, (response) => {
    text(response).then(resolve, reject);
  });
  sent.on("error", reject);
  sent.end();
  expect(await promise).toBe("hello");
});

test("a port in use is told with what to do", async () => {
  const { url } = await start({});
  const port = Number(new URL(url).port);
  expect(await failureOf(start({ port }))).toBe(
    `GB4116 port ${String(port)} on 127.0.0.1 is in use by another program`,
  );
});

test("an address of another machine is told", async () => {
  expect(await failureOf(start({ host: "203.0.113.1" }))).toBe(
    "GB4117 cannot listen on 203.0.113.1 port 0: this machine does not have that address",
  );
});

test.each([
  [
    "a missing certificate",
    { certificate: "absent.pem", key },
    /^GB4118 TLS_CERT names absent.pem/,
  ],
  ["a missing key", { certificate, key: "absent.pem" }, /^GB4118 TLS_KEY names absent.pem/],
  [
    "the key of another certificate",
    { certificate, key: `${FIXTURES}other-key.pem` },
    /^GB4119 .*another certificate/,
  ],
  ["a file that is no certificate", { certificate: key, key }, /^GB4119 /],
  ["files changed for each other", { certificate: key, key: certificate }, /^GB4119 /],
])("TLS with %s does not start", async (_, paths, expected) => {
  expect(await failureOf(readTlsPair(paths))).toMatch(expected);
});
