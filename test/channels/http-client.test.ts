import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { createServer, type Server, type ServerResponse } from "node:http";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createHttpClient, type HttpClientOptions } from "../../src/channels/http/http-client.ts";
import { parseAllowedAddress } from "../../src/host/allowed-address.ts";
import { ChannelError } from "../../src/host/channel.ts";
import { headerIn, type HttpAnswer, type HttpCall } from "../../src/host/http-call.ts";
import { portOf } from "../contract/port.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

let server: Server;
let url: string;
let seen: Seen[] = [];
let reply: (response: ServerResponse, request: Seen) => void;
const clients: ReturnType<typeof createHttpClient>[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", rawHeaders } = request;
      const one = { method, url: path, rawHeaders, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      reply(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://localhost:${portOf(server)}`;
});
afterEach(async () => {
  seen = [];
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function allowing(...texts: string[]): HttpClientOptions["allowed"] {
  return texts.map((text) => {
    const allowed = parseAllowedAddress(text);
    if (allowed === undefined) throw new Error(`${text} is nothing that can be allowed`);
    return allowed;
  });
}

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({
    allowed: allowing("localhost"),
    timeoutMs: 20_000,
    maximumBytes: 1000,
    retryMs: 1,
    ...options,
  });
  clients.push(made);
  return made;
}

const call = (method: string, address: string, more: Partial<HttpCall> = {}): HttpCall => ({
  ...{ method, url: address, headers: [], body: undefined },
  ...more,
});

async function answerTo(
  asked: HttpCall,
  options?: Partial<HttpClientOptions>,
): Promise<HttpAnswer> {
  const { signal } = new AbortController();
  return client(options).call(asked, { key: "run:7", signal });
}

async function failureOf(
  asked: HttpCall,
  options?: Partial<HttpClientOptions>,
): Promise<ChannelError> {
  const outcome: unknown = await answerTo(asked, options).catch((error: unknown) => error);
  if (outcome instanceof ChannelError) return outcome;
  throw new Error("expected a ChannelError", { cause: outcome });
}

function text(body: string | Buffer, headers: Record<string, string> = {}, status = 200) {
  reply = (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

describe("what leaves", () => {
  test("is the call with its headers and nothing that was not asked for", async () => {
    text("ok");
    const headers = [
      ["Content-Type", "application/json"],
      ["X-Api-Key", "k"],
    ] as const;
    await answerTo(call("POST", `${url}/a?b=c%20d`, { headers, body: '{"é":1}' }));
    const [first] = seen;
    expect(first).toMatchObject({ method: "POST", url: "/a?b=c%20d", body: '{"é":1}' });
    const sent: unknown = Object.fromEntries(
      Array.from({ length: (first?.rawHeaders.length ?? 0) / 2 }, (_, at) => [
        first?.rawHeaders[2 * at]?.toLowerCase(),
        first?.rawHeaders[2 * at + 1],
      ]),
    );
    expect(sent).toEqual({
      host: new URL(url).host,
      connection: "close",
      accept: "application/json, text/*;q=0.9, */*;q=0.8",
      "accept-encoding": "gzip, br",
      "user-agent": "gbasic",
      "idempotency-key": "run:7",
      "content-type": "application/json",
      "x-api-key": "k",
      "content-length": "8",
    });
  });

  test("a GET has no Idempotency-Key, and the script's headers count more", async () => {
    text("ok");
    const headers = [["accept", "text/csv"]] as const;
    await answerTo(call("GET", url, { headers }));
    const raw = seen[0]?.rawHeaders.join("\n") ?? "";
    expect(raw).not.toMatch(/idempotency/i);
    expect(raw.match(/accept\n(.*)/)?.[1]).toBe("text/csv");
  });
});

describe("what comes back", () => {
  test("is status, headers and the body", async () => {
    text("körper", { "Content-Type": "text/plain", "X-One": "1" }, 201);
    const answer = await answerTo(call("POST", url));
    expect(answer).toMatchObject({ status: 201, statusText: "Created", body: "körper" });
    expect(headerIn(answer.headers, "x-one")).toBe("1");
  });

  test("204 has an empty body", async () => {
    text("", {}, 204);
    expect(await answerTo(call("DELETE", url))).toMatchObject({ status: 204, body: "" });
  });

  test.each([
    ["gzip", gzipSync("packed")],
    ["br", brotliCompressSync("packed")],
  ])("a body packed as %s is unpacked", async (encoding, body) => {
    text(body, { "Content-Encoding": encoding });
    expect((await answerTo(call("GET", url))).body).toBe("packed");
  });

  test.each([
    ["iso-8859-1", Buffer.from("ol\xe1", "latin1"), "olá"],
    ["utf-16le", Buffer.from("olá", "utf16le"), "olá"],
    ["klingon-7", Buffer.from("olá"), "olá"],
    ["utf-8", Buffer.from("ol\xe1!", "latin1"), "ol\ufffd!"],
  ])("a text in %s is read", async (charset, body, expected) => {
    text(body, { "Content-Type": `text/plain; charset=${charset}` });
    expect((await answerTo(call("GET", url))).body).toBe(expected);
  });

  test("a picture is no text", async () => {
    text(Buffer.from([0x89, 0x50]), { "Content-Type": "image/png" });
    expect(await answerTo(call("GET", url))).toMatchObject({ isText: false, body: "" });
  });
});

describe("bodies that do harm", () => {
  const endless = (response: ServerResponse) => {
    const write = () => {
      while (response.write("x".repeat(100)));
    };
    response.on("drain", write);
    response.on("error", () => {});
    write();
  };

  test.each([
    ["too long", "x".repeat(1001), {}],
    [
      "a small packed one that is large",
      gzipSync("x".repeat(10_000_000)),
      { "Content-Encoding": "gzip" },
    ],
    [
      "a small packed one that is large, too",
      brotliCompressSync("x".repeat(10_000_000)),
      { "Content-Encoding": "br" },
    ],
    ["one that says its length", "x".repeat(1001), { "Content-Length": "1001" }],
  ])("%s", async (_, body, headers) => {
    text(body, headers);
    const error = await failureOf(call("GET", url));
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4606" } });
    expect(error.detail.hint).toContain("GBASIC_HTTP_MAX_BODY");
  });

  test("one that never ends", async () => {
    reply = endless;
    expect((await failureOf(call("GET", url))).detail.code).toBe("GB4606");
  });

  test("one that comes too slowly ends with the time for the call", async () => {
    reply = (response) => response.write("a");
    const error = await failureOf(call("GET", url), { timeoutMs: 150 });
    expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4605" } });
    expect(error.message).toContain("none within 0.15 s");
  });

  test("one that is cut off", async () => {
    reply = (response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("a");
      response.destroy();
    };
    expect(await failureOf(call("POST", url))).toMatchObject({
      failure: "unknown",
      detail: { code: "GB4605" },
    });
  });

  test.each([
    ["gzip", "it is packed so, and is not"],
    ["compress", "nobody asked for it"],
  ])("one that says it is packed as %s", async (encoding, body) => {
    text(body, { "Content-Encoding": encoding });
    expect((await failureOf(call("GET", url))).detail.code).toBe("GB4620");
  });
});

describe("private addresses", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.20.0.1/",
    "http://192.168.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[64:ff9b::10.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[2002:7f00:1::]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[64:ff9b:1:a00:0:100:808:808]/",
    "http://[64:ff9b:1:ffff::808:808]/",
    "http://[fec0::1]/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://127.1./",
    "http://0/",
    "http://\uff11\uff12\uff17.0.0.1/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://localhost/",
  ])("%s is not called", async (address) => {
    const error = await failureOf(call("GET", address), { allowed: [] });
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4602" } });
    expect(error.detail.hint).toContain("GBASIC_HTTP_ALLOW=");
  });

  test.each(["127.0.0.1", "10.0.0.7", "::1", "::ffff:10.0.0.7"])(
    "a name that stands for %s is not called, whatever else it stands for",
    async (address) => {
      const family = address.includes(":") ? 6 : 4;
      let asked = 0;
      const resolve = async () => {
        asked += 1;
        return [
          { address: "93.184.216.34", family: 4 },
          { address, family },
        ];
      };
      const error = await failureOf(call("GET", "http://inside.test:81/"), {
        allowed: [],
        resolve,
      });
      expect(error.detail.code).toBe("GB4602");
      expect(error.detail.hint).toContain("GBASIC_HTTP_ALLOW=inside.test:81 ");
      expect(asked).toBe(1);
    },
  );

  test("a name that stands for another address the second time is looked at again", async () => {
    const { port } = new URL(url);
    const addresses = ["127.0.0.1", "127.0.0.2"];
    const resolve = async () => [{ address: addresses.shift() ?? "", family: 4 }];
    // One connection is closed behind its call, so that the second call asks anew.
    reply = (response) => response.writeHead(200, { connection: "close" }).end("ok");
    const asked = client({ allowed: allowing("127.0.0.1/32"), resolve });
    const { signal } = new AbortController();
    const again = (method: string) =>
      asked.call(call(method, `http://turning.test:${port}/`), { key: "k", signal });
    expect((await again("POST")).body).toBe("ok");
    await expect(again("POST")).rejects.toMatchObject({ detail: { code: "GB4602" } });
    expect(seen).toHaveLength(1);
  });

  test("the address that was looked at is the one that is called", async () => {
    text("ok");
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const port = new URL(url).port;
    const answer = await answerTo(call("GET", `http://shop.test:${port}/`), {
      allowed: allowing("127.0.0.0/8"),
      resolve,
    });
    expect(answer.body).toBe("ok");
    expect(seen[0]?.rawHeaders).toContain(`shop.test:${port}`);
  });

  test.each([
    ["localhost", true],
    ["localhost:PORT", true],
    ["localhost:1", false],
    ["*.localhost", false],
    ["127.0.0.1/32", true],
    ["127.0.0.1:PORT", true],
    ["10.0.0.0/8", false],
  ])("GBASIC_HTTP_ALLOW=%s", async (allowed, isAllowed) => {
    text("ok");
    const { port } = new URL(url);
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const options = { allowed: allowing(allowed.replace("PORT", port)), resolve };
    const outcome = answerTo(call("GET", url), options).then(
      () => true,
      () => false,
    );
    expect(await outcome).toBe(isAllowed);
  });

  test.each(["*", "http://localhost", "local host", "10.0.0.0/33", "a..b", "[10.0.0.1]", ":80"])(
    "%s is nothing that can be allowed",
    (written) => {
      expect(parseAllowedAddress(written)).toBeUndefined();
    },
  );

  test("a name for examples is not asked for", async () => {
    const resolve = () => Promise.reject(new Error("asked"));
    const error = await failureOf(call("GET", "https://shop.example/"), { resolve });
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4604" } });
  });
});

describe("redirects", () => {
  const leadTo = (location: (request: Seen) => string | undefined, status = 302) => {
    reply = (response, request) => {
      const to = location(request);
      if (to !== undefined) response.writeHead(status, { location: to });
      response.end("there");
    };
  };

  test("are followed, also relative ones", async () => {
    leadTo(({ url: path }) => (path === "/a" ? "b?c=1" : undefined));
    expect((await answerTo(call("GET", `${url}/a`))).body).toBe("there");
    expect(seen.map((one) => one.url)).toEqual(["/a", "/b?c=1"]);
  });

  test("in a circle end", async () => {
    leadTo(({ url: path }) => (path === "/a" ? "/b" : "/a"));
    const error = await failureOf(call("GET", `${url}/a`));
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4607" } });
    expect(seen).toHaveLength(11);
  });

  test.each(["http://127.0.0.2/", "http://169.254.169.254/", "http://[::1]:1/"])(
    "to the private address %s are not followed",
    async (location) => {
      leadTo(() => location);
      expect((await failureOf(call("GET", url))).detail.code).toBe("GB4602");
      expect(seen).toHaveLength(1);
    },
  );

  test("to a name that stands for a private address are not followed", async () => {
    const { port } = new URL(url);
    const resolve = async (host: string) => [
      { address: host === "inside.test" ? "10.0.0.7" : "127.0.0.1", family: 4 },
    ];
    leadTo(() => `http://inside.test:${port}/`);
    const options = { resolve, allowed: allowing("127.0.0.1") };
    const error = await failureOf(call("GET", `http://shop.test:${port}/`), options);
    expect(error).toMatchObject({ detail: { code: "GB4602" } });
    expect(error.message).toContain("inside.test is at 10.0.0.7");
    expect(seen).toHaveLength(1);
  });

  test.each(["file:///etc/passwd", "ftp://localhost/", "http://u:p@localhost/", "http://"])(
    "to %s are not followed",
    async (location) => {
      leadTo(() => location);
      const error = await failureOf(call("GET", url));
      expect(error.detail.code).toBe("GB4608");
      expect(error.message).not.toMatch(/passwd|u:p/);
    },
  );

  test.each([
    [301, "POST", "GET", ""],
    [302, "POST", "GET", ""],
    [303, "PUT", "GET", ""],
    [302, "PUT", "PUT", "b"],
    [307, "POST", "POST", "b"],
    [308, "PATCH", "PATCH", "b"],
  ])("with %i a %s goes on as %s", async (status, method, then, body) => {
    leadTo(({ url: path }) => (path === "/a" ? "/b" : undefined), status);
    await answerTo(call(method, `${url}/a`, { body: "b" }));
    expect(seen[1]).toMatchObject({ method: then, body });
  });

  test("to another origin leave out what says who calls", async () => {
    const other = new URL(url);
    other.hostname = "127.0.0.1";
    leadTo(({ url: path }) => (path === "/a" ? `${other.href}b` : undefined));
    const headers = [
      ["Authorization", "Bearer secret"],
      ["X-Api-Key", "secret"],
      ["Accept", "text/csv"],
    ] as const;
    await answerTo(call("GET", `${url}/a`, { headers }), {
      allowed: allowing("localhost", "127.0.0.1"),
    });
    expect(seen[0]?.rawHeaders.join()).toContain("Bearer secret");
    expect(seen[1]?.rawHeaders.join()).not.toContain("secret");
    expect(seen[1]?.rawHeaders.join()).toContain("text/csv");
  });
});

describe("repeating", () => {
  const failFirst = (times: number, fail: (response: ServerResponse) => void) => {
    reply = (response) => {
      if (seen.length <= times) fail(response);
      else response.end("at last");
    };
  };
  const busy = (response: ServerResponse) => {
    response.writeHead(503, { "Retry-After": "0" });
    response.end("busy");
  };

  test.each(["GET", "PUT", "DELETE"])("%s is made again after 503 and a cut", async (method) => {
    failFirst(2, (response) => (seen.length === 1 ? busy(response) : response.destroy()));
    expect((await answerTo(call(method, url, { body: "b" }))).body).toBe("at last");
    expect(seen).toHaveLength(3);
  });

  test.each(["POST", "PATCH"])("%s is made once", async (method) => {
    failFirst(1, busy);
    expect(await answerTo(call(method, url))).toMatchObject({ status: 503, body: "busy" });
    seen = [];
    failFirst(1, (response) => response.destroy());
    expect(await failureOf(call(method, url))).toMatchObject({
      failure: "unknown",
      detail: { code: "GB4605" },
    });
    expect(seen).toHaveLength(1);
  });

  test("ends after three more attempts", async () => {
    reply = busy;
    expect(await answerTo(call("GET", url))).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(4);
  });

  test("ends with the run", async () => {
    const stop = new AbortController();
    reply = () => stop.abort();
    const outcome = client().call(call("GET", url), { key: "k", signal: stop.signal });
    await expect(outcome).rejects.toThrow("the run was stopped");
  });
});

test("nothing that listens is a call that never was", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = `http://localhost:${portOf(closed)}/`;
  await new Promise((resolve) => closed.close(resolve));
  expect(await failureOf(call("POST", address))).toMatchObject({
    failure: "retry",
    detail: { code: "GB4604" },
  });
});

describe("encrypted calls", () => {
  const pem = (name: string) =>
    readFileSync(new URL(`../server/fixtures/${name}.pem`, import.meta.url));
  const trusted = getCACertificates("default");
  let tls: Server;
  let location = "";
  let received: string[] = [];

  beforeAll(async () => {
    const pair = { cert: pem("certificate"), key: pem("key") };
    tls = createTlsServer(pair, (request, response) => {
      received.push(`${request.method ?? ""} ${request.headers.authorization ?? "-"}`);
      response.writeHead(location === "" ? 200 : 307, location === "" ? {} : { location });
      response.end("encrypted");
    });
    await new Promise<void>((resolve) => tls.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => {
    setDefaultCACertificates(trusted);
    received = [];
    location = "";
  });
  afterAll(() => {
    tls.closeAllConnections();
    tls.close();
  });

  const trust = () => setDefaultCACertificates([...trusted, pem("certificate").toString()]);
  const secret = { headers: [["Authorization", "Bearer secret"]] as const, body: "private" };

  test("a certificate that nobody vouches for is refused, and nothing is sent", async () => {
    const error = await failureOf(call("POST", `https://localhost:${portOf(tls)}/`, secret));
    expect(error.detail.code).toBe("GB4604");
    expect(error.message).toContain("certificate");
    expect(received).toEqual([]);
  });

  test("one of another host is refused", async () => {
    trust();
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const address = `https://shop.test:${portOf(tls)}/`;
    const error = await failureOf(call("GET", address), {
      resolve,
      allowed: allowing("127.0.0.1"),
    });
    expect(error.message).toContain("shop.test");
    expect(received).toEqual([]);
  });

  test.each(["GET", "POST", "PUT"])("%s is not led from https to http", async (method) => {
    trust();
    text("in the open");
    location = `${url}/open?token=t`;
    const error = await failureOf(call(method, `https://localhost:${portOf(tls)}/`, secret));
    expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4757" } });
    expect(error.message).toContain(`to ${url}, where`);
    expect(error.message).not.toContain("token");
    expect({ received, seen }).toEqual({ received: [`${method} Bearer secret`], seen: [] });
  });

  test("http is led to https, without what says who calls", async () => {
    trust();
    const to = `https://localhost:${portOf(tls)}/`;
    reply = (response) => response.writeHead(302, { location: to }).end();
    expect((await answerTo(call("GET", url, secret))).body).toBe("encrypted");
    expect(received).toEqual(["GET -"]);
  });
});
