import { describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/host/configuration.ts";

function warnings(values: Readonly<Record<string, string>>) {
  const { configuration, messages } = readConfiguration(new Map(Object.entries(values)));
  if (configuration === undefined) throw new Error(messages.map((m) => m.message).join("; "));
  return messages;
}

describe("what opens more than is meant is told of", () => {
  test.each([
    ["TRUST_PROXY", "0.0.0.0/1", "GB5530"],
    ["TRUST_PROXY", "loopback, 10.0.0.0/7", "GB5530"],
    ["TRUST_PROXY", "2000::/3", "GB5530"],
    ["TRUST_PROXY", "::ffff:0:0/96", "GB5530"],
    ["WHATSABLE_ALLOW", "0.0.0.0/0", "GB5534"],
    ["WHATSABLE_ALLOW", "203.0.113.0/24, ::/0", "GB5534"],
    ["GBASIC_HTTP_ALLOW", "0.0.0.0/0", "GB5533"],
    ["GBASIC_HTTP_ALLOW", "localhost, ::/0", "GB5533"],
    ["WHATSAPP_API_URL", "http://graph.example.com/v26.0", "GB5531"],
    ["WHATSAPP_API_URL", "http://8.8.8.8/v26.0", "GB5531"],
    ["CMZON_API_URL", "http://api.example.com", "GB5531"],
    ["WHATSABLE_API_URL", "http://api.example.com", "GB5531"],
    ["TWILIO_API_URL", "http://twilio.example.com", "GB5531"],
    ["TWILIO_API_URL", "http://[2606:4700::1]", "GB5531"],
    ["WHATSAPP_API_URL", "https://graph.facebook.com", "GB5532"],
    ["WHATSAPP_API_URL", "https://graph.facebook.com/26.0", "GB5532"],
    ["CMZON_API_URL", "https://graph.facebook.com/", "GB5532"],
  ])("%s=%s: %s", (name, value, code) => {
    const found = warnings({ [name]: value });
    expect(found).toMatchObject([{ code, severity: "warning" }]);
    expect(found[0]?.message).toContain(name);
    expect(found[0]?.hint).toBeDefined();
  });

  test("the fix of an address is that address", () => {
    const hintOf = (value: string) => warnings({ WHATSAPP_API_URL: value })[0]?.hint;
    expect(hintOf("http://graph.example.com/v26.0")).toContain(
      "WHATSAPP_API_URL=https://graph.example.com/v26.0",
    );
    expect(hintOf("https://graph.facebook.com")).toContain(
      "WHATSAPP_API_URL=https://graph.facebook.com/v26.0",
    );
  });

  test("a key of a language model is not sent in the clear either", () => {
    const url = { LLM_URL: "http://llm.example.com/v1", LLM_MODEL: "m" };
    expect(warnings(url)).toEqual([]);
    expect(warnings({ ...url, LLM_API_KEY: "k" })).toMatchObject([{ code: "GB5531" }]);
  });

  test.each([
    ["http://box.home.arpa/v1", []],
    ["http://BOX.lan:11434/v1", []],
    ["http://llm.default.svc:8080/v1", []],
    ["http://llm.default.svc.cluster.local./v1", []],
    ["http://home.arpa.example.com/v1", ["GB5531"]],
    ["http://plan.example/v1", ["GB5531"]],
    ["http://evil.arpa/v1", ["GB5531"]],
  ])("a model at %s: %j", (url, codes) => {
    const found = warnings({ LLM_URL: url, LLM_MODEL: "m", LLM_API_KEY: "k" });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  test("an address that counts for two providers is told of once", () => {
    const both = {
      WHATSAPP_PROVIDERS: "meta, superwaba",
      WHATSAPP_API_URL: "http://a.example/v26.0",
    };
    expect(
      warnings(both)
        .map(({ code }) => code)
        .filter((code) => code !== "GB5005"),
    ).toEqual(["GB5531"]);
  });
});

test.each([
  [
    "TRUST_PROXY",
    "loopback, uniquelocal, 10.0.0.0/8, ::ffff:10.0.0.0/104, 203.0.113.7, fd00::/16, ::1",
  ],
  ["WHATSABLE_ALLOW", "203.0.113.0/24, 2001:db8::/32"],
  ["GBASIC_HTTP_ALLOW", "10.0.0.0/8, localhost:8080, *.corp.example"],
  ["WHATSAPP_API_URL", "http://127.0.0.1:8080/v26.0"],
  ["WHATSAPP_API_URL", "http://localhost:8080"],
  ["WHATSAPP_API_URL", "http://10.1.2.3"],
  ["WHATSAPP_API_URL", "http://[fd00::1]/v26.0"],
  ["TWILIO_API_URL", "http://twilio:8080"],
  ["TWILIO_API_URL", "http://mock.internal"],
  ["WHATSAPP_API_URL", "https://graph.example.com"],
  ["WHATSAPP_API_URL", "https://graph.facebook.com/V23.0"],
])("%s=%s is all right", (name, value) => {
  expect(warnings({ [name]: value })).toEqual([]);
});
