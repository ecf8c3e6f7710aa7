import { describe, expect, it } from "vitest";
import { httpMessages } from "../../src/diagnostics/codes/http.ts";
import { ChannelError } from "../../src/host/channel.ts";
import type { HttpAnswer, ScriptCall } from "../../src/host/http-call.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { type Body, type Fixture, scriptOf, startFixture } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const place = { file: "bot.bas", line: 7 };
const message = (text: string) => ({ channel: "whatsapp", to: "ana", text }) as const;
const answer = (body: string, status = 200): HttpAnswer => ({
  ...{ status, statusText: "", headers: [], body, isText: true },
});
const call = (method: string, url: string, more: Partial<ScriptCall> = {}): ScriptCall => ({
  ...{ method, url, headers: [], body: undefined },
  ...{ refuses: method === "GET" ? "not-2xx" : "none" },
  ...more,
});
const down = (failure: "retry" | "unknown" = "retry") =>
  new ChannelError(httpMessages.addressUnreachable("POST a.test", "down"), failure);

function answers(fixture: Fixture, ...list: readonly (HttpAnswer | Error)[]): void {
  const left = [...list];
  fixture.channels.answerCall = async () => {
    const next = left.shift() ?? answer("no more answers");
    if (next instanceof Error) throw next;
    return next;
  };
}

async function deliver(fixture: Fixture): Promise<void> {
  await fixture.handle(messagesOf(textMessage("1")));
  await fixture.time.advance(60_000);
  await fixture.delivery.settled();
}

const deadOf = async ({ engine }: Fixture) =>
  (await engine.list({ state: "dead", limit: 10 })).map(({ id }) => id);
const methods = ({ channels }: Fixture) => channels.called.map((one) => one.call.method);
const texts = ({ channels }: Fixture) =>
  channels.delivered.map((one) => (one.message as { text: string }).text);

/** Posts an order, asks for its state, and tells somebody. */
const order: Body = async ({ host, signal }) => {
  const body = '{"item":"tea"}';
  const placed = await host.http.call(
    call("POST", "https://a.test/orders?key=k", { body }),
    signal,
  );
  const state = await host.http.call(call("GET", "https://a.test/state"), signal);
  host.whatsapp.send(message(`${placed.body} ${state.body}`), place);
  return null;
};

describe("a run that is tried again", () => {
  it("is told what was answered, and calls anew only what failed", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: order }) });
    answers(fixture, answer("7", 201), down(), answer("sorry", 503), answer("sent"));
    await deliver(fixture);
    expect(methods(fixture)).toEqual(["POST", "GET", "GET", "GET"]);
    expect(texts(fixture)).toEqual(["7 sent"]);
    expect(await deadOf(fixture)).toEqual([]);
  });

  it("makes the same call with the same key when its answer was never stored", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: order }) });
    answers(fixture, down(), answer("7"), answer("sent"));
    await deliver(fixture);
    const keys = fixture.channels.called.map(({ key }) => key);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}:1$/);
    expect(keys).toEqual([keys[0], keys[0], `${keys[0]?.slice(0, -1) ?? ""}2`]);
  });

  it("does not go on where it calls another address", async () => {
    let attempt = 0;
    const handler: Body = async ({ host, signal }) => {
      attempt += 1;
      const path = String(Math.min(attempt, 2));
      await host.http.call(call("POST", `https://a.test/${path}`), signal);
      await host.http.call(call("GET", "https://a.test/"), signal);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    answers(fixture, answer("7"), down());
    await deliver(fixture);
    expect(methods(fixture)).toEqual(["POST", "GET"]);
    const [dead = ""] = await deadOf(fixture);
    expect(JSON.stringify(fixture.records)).toContain("a call over HTTP, POST https://a.test/2");
    expect(dead).not.toBe("");
  });

  it.each([
    ["a header", { headers: [["X-Key", "1"]] }, { headers: [["X-Key", "2"]] }],
    ["a body", { body: "1" }, { body: "2" }],
    ["a query", { url: "https://a.test/?a=1" }, { url: "https://a.test/?a=2" }],
  ] satisfies [string, Partial<ScriptCall>, Partial<ScriptCall>][])(
    "knows %s from another one",
    async (_, first, second) => {
      let attempt = 0;
      const handler: Body = async ({ host, signal }) => {
        const more = attempt++ === 0 ? first : second;
        await host.http.call(call("POST", "https://a.test/", more), signal);
        await host.http.call(call("GET", "https://a.test/"), signal);
        return null;
      };
      const fixture = await startFixture({ script: scriptOf({ handler }) });
      answers(fixture, answer("7"), down());
      await deliver(fixture);
      expect(methods(fixture)).toEqual(["POST", "GET"]);
      expect(await deadOf(fixture)).toHaveLength(1);
    },
  );
});

it("a POST of which nobody knows what became is not made again", async () => {
  const fixture = await startFixture({ script: scriptOf({ handler: order }) });
  answers(fixture, down("unknown"));
  await deliver(fixture);
  expect(methods(fixture)).toEqual(["POST"]);
  expect(await deadOf(fixture)).toHaveLength(1);
});

it.each([404, 401, 400])("a GET that is answered with %i ends the run at once", async (status) => {
  const handler: Body = async ({ host, signal }) => {
    await host.http.call(call("GET", "https://a.test/"), signal);
    return null;
  };
  const fixture = await startFixture({ script: scriptOf({ handler }) });
  answers(fixture, answer("no", status));
  await deliver(fixture);
  expect(methods(fixture)).toEqual(["GET"]);
  expect(fixture.failures).toEqual(["GB4609"]);
});

it("a failure that the script catches is told again", async () => {
  const seen: string[] = [];
  const handler: Body = async ({ host, signal }) => {
    const asked = host.http.call(call("GET", "https://a.test/1"), signal);
    seen.push(
      await asked
        .then(({ body }) => body)
        .catch((error: unknown) => String(error instanceof BasicError)),
    );
    await host.http.call(call("GET", "https://a.test/2"), signal);
    return null;
  };
  const fixture = await startFixture({ script: scriptOf({ handler }) });
  answers(fixture, down(), down(), answer("b"));
  await deliver(fixture);
  expect(seen).toEqual(["true", "true"]);
  expect(await deadOf(fixture)).toEqual([]);
});

it("headers that a run sets go with its calls, and with no other run's", async () => {
  const handler: Body = async ({ host, signal }) => {
    await host.http.call(call("GET", "https://a.test/"), signal);
    host.sentHeaders.set("X-One", "1");
    host.sentHeaders.set("x-one", "2");
    host.sentHeaders.set("X-Two", "2");
    await host.http.call(call("GET", "https://a.test/", { headers: [["X-TWO", "own"]] }), signal);
    host.sentHeaders.set("X-ONE", "");
    await host.http.call(call("GET", "https://a.test/"), signal);
    host.sentHeaders.clear();
    await host.http.call(call("GET", "https://a.test/"), signal);
    return null;
  };
  const fixture = await startFixture({ script: scriptOf({ handler }) });
  await fixture.handle(messagesOf(textMessage("1")));
  await fixture.handle(messagesOf(textMessage("2")));
  await fixture.delivery.settled();
  const once = [
    [],
    [
      ["x-one", "2"],
      ["X-TWO", "own"],
    ],
    [["X-Two", "2"]],
    [],
  ];
  expect(fixture.channels.called.map((one) => one.call.headers)).toEqual([...once, ...once]);
});

it("a call has one line in the log and one in the metrics, without its secrets", async () => {
  const handler: Body = async ({ host, signal }) => {
    const headers = [["Authorization", "Bearer s3cret"]] as const;
    const url = "https://a.test/orders/ana?token=s3cret";
    await host.http.call(call("POST", url, { headers, body: "s3cret" }), signal);
    await host.http.call(call("GET", url, { headers }), signal).catch(() => {});
    return null;
  };
  const fixture = await startFixture({ script: scriptOf({ handler }) });
  answers(fixture, answer("s3cret", 201), down());
  await deliver(fixture);
  const lines = fixture.records.filter(({ fields }) => "method" in fields);
  expect(lines.map(({ level, message: line }) => `${level} ${line}`)).toEqual([
    "info POST a.test 201",
    "warn GET a.test got no answer",
  ]);
  expect(lines[0]?.fields).toMatchObject({
    method: "POST",
    host: "a.test",
    status: 201,
    durationMs: 0,
  });
  expect(JSON.stringify(fixture.records)).not.toContain("s3cret");
  expect(fixture.calls.map(({ status, code }) => [status, code])).toEqual([
    [201, undefined],
    [undefined, "GB4604"],
  ]);
});
