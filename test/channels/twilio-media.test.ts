import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createTwilioMedia } from "../../src/channels/sms/twilio-media.ts";

const PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A server that answers each path, and notes who showed which credentials. */
async function serving(answers: Readonly<Record<string, Answer>>) {
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const { url: path = "", headers } = request;
    asked.push({ path, authorization: headers.authorization });
    const { status, headers: own = {}, body = "" } = answers[path] ?? { status: 404 };
    response.writeHead(status, own);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${String(port)}` };
}

let signal: AbortSignal;
beforeEach(() => {
  signal = new AbortController().signal;
});

const mediaAt = (apiUrl: string, limit = 100) =>
  createTwilioMedia({ apiUrl, accountSid: "AC1", authToken: "secret-token", limit });

test("the credentials go to the API alone, not to where it leads", async () => {
  const files = await serving({
    "/second": { status: 200, headers: { "content-type": "image/png" }, body: "picture" },
    "/first": { status: 302, headers: { location: "/second" } },
  });
  const api = await serving({
    [PATH]: { status: 307, headers: { location: `${files.url}/first` } },
  });
  const { content, contentType } = await mediaAt(api.url).download(`${api.url}${PATH}`, signal);
  expect(Buffer.from(content).toString()).toBe("picture");
  expect(contentType).toBe("image/png");
  const basic = Buffer.from("AC1:secret-token").toString("base64");
  expect(api.asked).toEqual([{ path: PATH, authorization: `Basic ${basic}` }]);
  expect(files.asked).toEqual([
    { path: "/first", authorization: undefined },
    { path: "/second", authorization: undefined },
  ]);
});

test.each([
  ["https://example.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"],
  ["https://api.twilio.com.example.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"],
  ["https://api.twilio.com:8443/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"],
  ["http://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"],
  ["https://api.twilio.com/2010-04-01/Accounts/AC1/Calls.json"],
  ["https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/../../../Calls.json"],
  ["tea.jpg"],
])("%s is asked of nobody", async (address) => {
  await expect(mediaAt("https://api.twilio.com").download(address, signal)).rejects.toMatchObject({
    ...{ failure: "permanent", detail: { code: "GB4786" } },
  });
});

test.each([
  ["gone", { status: 404 }, "permanent", "GB4788"],
  ["not allowed", { status: 401 }, "permanent", "GB4001"],
  ["too large", { status: 200, body: "x".repeat(101) }, "permanent", "GB4673"],
  ["not there at present", { status: 503 }, "retry", "GB4002"],
  [
    "elsewhere",
    { status: 307, headers: { location: "https://example.com/" } },
    "permanent",
    "GB4787",
  ],
  ["in a circle", { status: 307, headers: { location: PATH } }, "permanent", "GB4001"],
])("a file that is %s", async (_, answer, failure, code) => {
  const api = await serving({ [PATH]: answer });
  const download = mediaAt(api.url).download(`${api.url}${PATH}`, signal);
  await expect(download).rejects.toMatchObject({ failure, detail: { code } });
  expect(api.asked.length).toBeLessThan(6);
  const error: unknown = await download.catch((caught: unknown) => caught);
  expect(JSON.stringify(error)).not.toContain("secret-token");
});
