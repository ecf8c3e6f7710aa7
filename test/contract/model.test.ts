import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOpenAiCompatibleModel } from "../../src/channels/model/openai-compatible.ts";
import { createSimulatedModel } from "../../src/channels/model/simulated-model.ts";
import type { LanguageModel } from "../../src/host/channel.ts";
import { startLocalServer, type LocalServer } from "./local-server.ts";

let openAi: LocalServer;

beforeAll(async () => {
  openAi = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => openAi.close());
beforeEach(() => {
  openAi.answer({
    status: 200,
    json: { choices: [{ index: 0, message: { role: "assistant", content: "Olá!" } }] },
  });
});

function live(apiKey: string | undefined = "sk-secret"): LanguageModel {
  return createOpenAiCompatibleModel({ url: `${openAi.url}/v1`, model: "small", apiKey });
}

const never = new AbortController().signal;

describe.each([
  ["live", () => live()],
  ["simulated", createSimulatedModel],
] as const)("%s model", (mode, model) => {
  test("says what it is", () => {
    expect(model().mode).toBe(mode);
  });

  test.each(["How are you?", "😀", '"quoted"\r\n', "x".repeat(100_000)])(
    "completes a prompt",
    async (prompt) => {
      expect(await model().complete(prompt, never)).not.toBe("");
    },
  );

  test("asks nothing once it was stopped", async () => {
    const before = openAi.received.length;
    await expect(model().complete("hello", AbortSignal.abort())).rejects.toMatchObject({
      failure: "retry",
      detail: { code: "GB4010" },
    });
    expect(openAi.received).toHaveLength(before);
  });
});

test("sends exactly a chat completion and returns its text", async () => {
  expect(await live().complete('Say "hi"', never)).toBe("Olá!");
  const request = openAi.received.at(-1);
  expect(request).toMatchObject({
    method: "POST",
    path: "/v1/chat/completions",
    body: '{"model":"small","messages":[{"role":"user","content":"Say \\"hi\\""}]}',
  });
  expect(request?.headers).toMatchObject({
    authorization: "Bearer sk-secret",
    "content-type": "application/json",
  });
});

test("what the model is told before the prompt goes first", async () => {
  await live().complete("hi", never, "Answer in Portuguese.");
  expect(openAi.received.at(-1)?.body).toBe(
    '{"model":"small","messages":[{"role":"system","content":"Answer in Portuguese."},{"role":"user","content":"hi"}]}',
  );
});

test("sends no key where there is none", async () => {
  const model = createOpenAiCompatibleModel({
    url: `${openAi.url}/v1`,
    model: "small",
    apiKey: undefined,
  });
  await model.complete("hi", never);
  expect(openAi.received.at(-1)?.headers).not.toHaveProperty("authorization");
});

test("the simulated model echoes the prompt and says that it is simulated", async () => {
  const answer = await createSimulatedModel().complete("How are you?", never);
  expect(answer).toContain("simulated");
  expect(answer).toContain("How are you?");
});
