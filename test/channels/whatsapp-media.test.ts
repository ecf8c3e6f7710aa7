import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCloudApiMedia } from "../../src/channels/whatsapp/media-download.ts";
import { ChannelError } from "../../src/host/channel.ts";
import { portOf } from "../contract/port.ts";

const BYTES = Buffer.from([137, 80, 78, 71, 255, 0]);
const HASH = createHash("sha256").update(BYTES).digest();

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What Meta was asked, as path and token. */
let asked: string[] = [];
let answers: Answer[] = [];
let url = "";
let close: () => Promise<void>;

beforeEach(async () => {
  asked = [];
  answers = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url ?? ""} ${request.headers.authorization ?? ""}`);
    const answer = answers.shift();
    if (answer === undefined) response.writeHead(500).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${String(portOf(server))}`;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});
afterEach(() => close());

const json =
  (body: object, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
const facts = (more: object = {}): Answer =>
  json({ url: `${url}/bytes`, mime_type: "image/png", sha256: HASH.toString("base64"), ...more });
const bytes: Answer = (_request, response) => {
  response.end(BYTES);
};
const status =
  (code: number, headers = {}): Answer =>
  (_request, response) => {
    response.writeHead(code, headers).end();
  };

function download(limit = 1000, signal = new AbortController().signal, number?: string) {
  const media = createCloudApiMedia({ apiUrl: `${url}/v26.0`, accessToken: "EAAG-token", limit });
  return media.download("1003383421387256", signal, { provider: "meta", number });
}

async function failure(limit?: number): Promise<string> {
  const error: unknown = await download(limit).catch((raised: unknown) => raised);
  if (!(error instanceof ChannelError)) throw new Error("no ChannelError");
  return `${error.detail.code} ${error.failure}`;
}

test("asks where the file is, then for its bytes, both with the token", async () => {
  answers = [facts(), bytes];
  const { content, contentType } = await download();
  expect(Buffer.from(content)).toEqual(BYTES);
  expect(contentType).toBe("image/png");
  expect(asked).toEqual(["/v26.0/1003383421387256 Bearer EAAG-token", "/bytes Bearer EAAG-token"]);
});

test("names the number that the file came to, as Meta's page on media shows", async () => {
  answers = [facts(), bytes];
  await download(1000, new AbortController().signal, "106540352242922");
  expect(asked[0]).toBe(
    "/v26.0/1003383421387256?phone_number_id=106540352242922 Bearer EAAG-token",
  );
});

test("takes the hash in hexadecimal too, and does without", async () => {
  answers = [facts({ sha256: HASH.toString("hex") }), bytes];
  await download();
  answers = [json({ url: `${url}/bytes` }), bytes];
  expect((await download()).contentType).toBeUndefined();
});

test("asks once more where an address has expired", async () => {
  answers = [facts(), status(404), facts(), bytes];
  await download();
  expect(asked).toHaveLength(4);
  answers = [facts(), status(404), facts(), status(404)];
  expect(await failure()).toBe("GB4672 permanent");
});

describe("the token goes to Meta's servers alone", () => {
  test.each([
    "https://evil.example.com/bytes",
    "http://lookaside.fbsbx.com/bytes",
    "https://lookaside.fbsbx.com.evil.example/bytes",
    "https://lookaside.fbsbx.com@evil.example/bytes",
    "file:///etc/passwd",
    "no address",
  ])("not to %s", async (address) => {
    answers = [facts({ url: address })];
    expect(await failure()).toBe("GB4674 permanent");
    expect(asked).toHaveLength(1);
  });

  test("and not where a redirect leads", async () => {
    answers = [facts(), status(302, { location: "https://evil.example.com/" })];
    expect(await failure()).toBe("GB4002 permanent");
  });
});

test.each([
  ["a hash that does not fit", () => [facts({ sha256: "47DEQpj8HBSa" }), bytes], "GB4675 retry"],
  ["a file that is too large", () => [facts(), bytes], "GB4673 permanent", 5],
  [
    "an id that is unknown",
    () => [json({ error: { message: "no", code: 100 } }, 400)],
    "GB4672 permanent",
  ],
  ["an id that is not found", () => [status(404)], "GB4672 permanent"],
  [
    "a token that expired",
    () => [json({ error: { message: "no", code: 190 } }, 401)],
    "GB4001 permanent",
  ],
  ["a Meta that is down", () => [status(503)], "GB4744 retry"],
  ["bytes that are not there", () => [facts(), status(503)], "GB4002 retry"],
  ["bytes that are refused", () => [facts(), status(403)], "GB4002 permanent"],
  ["an answer without an address", () => [json({ id: "1" })], "GB4744 retry"],
] as const)("%s", async (_, given, expected, limit?: number) => {
  answers = [...given()];
  expect(await failure(limit)).toBe(expected);
});

test("tells of no token in what it says", async () => {
  answers = [json({ error: { message: "bad token EAAG-token", code: 190 } }, 401)];
  const error: unknown = await download().catch((raised: unknown) => raised);
  expect(String(error)).not.toContain("EAAG-token");
});
