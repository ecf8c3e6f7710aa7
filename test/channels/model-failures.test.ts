import { afterAll, beforeAll, expect, test } from "vitest";
import { createOpenAiCompatibleModel } from "../../src/channels/model/openai-compatible.ts";
import { ChannelError } from "../../src/host/channel.ts";
import { startLocalServer, type LocalServer } from "../contract/local-server.ts";

const KEY = "sk-very-secret";

let openAi: LocalServer;

beforeAll(async () => {
  openAi = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => openAi.close());

async function failure(timeout = 60_000, url = openAi.url): Promise<ChannelError> {
  const model = createOpenAiCompatibleModel({ url, model: "small", apiKey: KEY, timeout });
  const outcome: unknown = await model
    .complete("hello", new AbortController().signal)
    .catch((error: unknown) => error);
  if (outcome instanceof ChannelError) return outcome;
  throw new Error("expected a ChannelError", { cause: outcome });
}

test.each([
  [400, "permanent"],
  [401, "permanent"],
  [404, "permanent"],
  [408, "retry"],
  [429, "retry"],
  [500, "retry"],
  [503, "retry"],
] as const)("HTTP %i is %s", async (status, expected) => {
  openAi.answer({ status, json: { error: { message: "no such model" } } });
  const error = await failure();
  expect(error).toMatchObject({ failure: expected, detail: { code: "GB4009" } });
  expect(error.message).toBe(`the language model refused: HTTP ${status} no such model`);
});

test("shows an error that is a text, or no JSON at all", async () => {
  openAi.answer({ status: 400, json: { error: "model not loaded" } });
  expect((await failure()).message).toContain("model not loaded");
  openAi.answer({ status: 502, text: "<h1>Bad gateway</h1>" });
  expect((await failure()).message).toContain("Bad gateway");
});

test.each([
  ["no JSON", "hello"],
  ["no choices", '{"choices":[]}'],
  ["no text", '{"choices":[{"message":{"content":null}}]}'],
])("an answer with %s is an error", async (_name, text) => {
  openAi.answer({ status: 200, text });
  expect(await failure()).toMatchObject({ failure: "permanent", detail: { code: "GB4011" } });
});

test("a silent or absent endpoint may be asked again", async () => {
  openAi.answer(() => undefined);
  expect(await failure(50)).toMatchObject({ failure: "retry", detail: { code: "GB4010" } });
  const gone = await startLocalServer({ status: 200, text: "" });
  await gone.close();
  expect(await failure(50, gone.url)).toMatchObject({ failure: "retry" });
});

test("an answer without end is given up", async () => {
  openAi.answer((response) => {
    const chunk = "x".repeat(1_000_000);
    const write = () => {
      while (response.writable && response.write(chunk));
    };
    response.on("drain", write);
    write();
  });
  const error = await failure();
  expect(error.failure).toBe("retry");
  expect(error.message).toContain("too long");
});

test("the key is never shown", async () => {
  openAi.answer({ status: 401, json: { error: { message: `Incorrect API key: ${KEY}` } } });
  const error = await failure();
  expect(error.message).toContain("Incorrect API key: [hidden]");
  expect(String(error.stack)).not.toContain(KEY);
});
