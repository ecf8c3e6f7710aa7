import { describe, expect, it } from "vitest";
import { valueMessages } from "../../src/diagnostics/codes/values.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body } from "./fixture.ts";

const FORM = "application/x-www-form-urlencoded";
const call = (token?: string) =>
  requestOf("CallSid=CA1&From=%2B1&To=%2B2", FORM, {
    headers: token === undefined ? {} : { "i-twilio-idempotency-token": token },
  });

const failing: Body = async () => {
  throw new BasicError(valueMessages.badJson(1, 1, "a value", "the end"));
};

/** A handler whose n-th run does what the n-th body does. */
function inTurn(...bodies: Body[]) {
  const ids: string[] = [];
  const handler: Body = async (context, args) => {
    ids.push(context.id);
    return (await bodies[ids.length - 1]?.(context, args)) ?? null;
  };
  return { ids, handler };
}

const prints =
  (text: string): Body =>
  async ({ host }) => {
    host.output.print(text);
    return null;
  };

describe("a plain request", () => {
  it("is answered with the handler's own response", async () => {
    const handler: Body = async ({ host }) => {
      host.response.setStatus(201);
      host.response.setHeader("X-Order", "7");
      host.output.print(host.request.current().form.get("CallSid")?.[0] ?? null);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const reception = await fixture.handle(call());
    expect(reception.response).toEqual({
      status: 201,
      headers: [
        ["X-Order", "7"],
        ["Content-Type", "text/plain; charset=utf-8"],
      ],
      body: "CA1",
    });
    expect(reception).toMatchObject({ outcome: "ok", runIds: ["uuid-1"] });
    expect(fixture.runs).toEqual([{ kind: "request", outcome: "ok", durationMs: 0 }]);
    expect(await fixture.finished("done")).toHaveLength(1);
  });

  it("runs every time where nothing tells a repeat", async () => {
    const { handler, ids } = inTurn(prints("a"), prints("b"));
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(requestOf("{}"));
    expect((await fixture.handle(requestOf("{}"))).response.body).toBe("b");
    expect(new Set(ids).size).toBe(2);
  });

  it("is 500 for a script error, without the diagnostic in production", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: failing }) });
    const reception = await fixture.handle(requestOf("{broken"));
    expect(reception).toMatchObject({
      response: { status: 500, body: "Internal Server Error" },
      outcome: "script-error",
    });
    expect(fixture.logged("error")).toEqual([expect.stringContaining("bot.bas:1:1 error GB3020")]);
    expect(await fixture.finished("dead")).toEqual([expect.stringContaining("GB3020")]);
  });

  it("shows the diagnostic in development", async () => {
    const script = scriptOf({ handler: failing });
    const fixture = await startFixture({ script, mode: "development" });
    const { response } = await fixture.handle(requestOf("{}"));
    expect(response.status).toBe(500);
    expect(response.body).toContain("bot.bas:1:1 error GB3020");
    expect(fixture.logged("error")).toHaveLength(1);
  });

  it("is 500 for a bug in gbasic, with the stack in the log", async () => {
    const handler: Body = async () => {
      throw new TypeError("undefined is not a function");
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    expect((await fixture.handle(requestOf("{}"))).response.status).toBe(500);
    expect(fixture.logged("error")).toEqual([expect.stringContaining("requests.test.ts")]);
  });

  it("gives a phone call something to say when the script fails", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: failing }) });
    const reception = await fixture.handle(call());
    expect(reception.outcome).toBe("script-error");
    expect(reception.response).toMatchObject({
      status: 200,
      headers: [["Content-Type", "text/xml; charset=utf-8"]],
    });
    expect(reception.response.body).toBe("<Response><Say>Sorry.</Say></Response>");
  });

  it("is 500 for a response that the script got wrong", async () => {
    const handler: Body = async () => ({ status: 99 });
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    expect((await fixture.handle(requestOf("{}"))).response.status).toBe(500);
    expect(fixture.logged("error")).toEqual([expect.stringContaining("bot.bas:1:1 error GB3201")]);
  });

  it("is stopped at the deadline", async () => {
    let reason: unknown;
    const handler: Body = async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      reason = signal.reason;
      throw signal.reason;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const received = fixture.receive(requestOf("{}"));
    await fixture.time.advance(9999);
    expect(reason).toBeUndefined();
    await fixture.time.advance(1);
    expect(await received).toMatchObject({ response: { status: 500 }, outcome: "deadline" });
    expect(reason).toMatchObject({ code: "GB4201" });
  });

  it("is stopped when the caller hangs up", async () => {
    const caller = new AbortController();
    let code: string | undefined;
    const handler: Body = async ({ signal, host }) => {
      caller.abort();
      code = signal.reason instanceof BasicError ? signal.reason.code : undefined;
      const place = { file: "bot.bas", line: 1 };
      host.sms.send({ channel: "sms", to: "1", text: "late" }, place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const { outcome } = await fixture.receive(requestOf("{}"), caller.signal);
    expect(outcome).toBe("hung-up");
    await fixture.delivery.settled();
    expect(code).toBe("GB4203");
    expect(fixture.channels.delivered).toEqual([]);
    expect(fixture.runs).toMatchObject([{ outcome: "stopped" }]);
  });

  it("waits for its turn, and gives up at the deadline", async () => {
    const { handler, ids } = inTurn(
      ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", reject)),
    );
    const limits = { runs: 1 };
    const fixture = await startFixture({ script: scriptOf({ handler }), limits });
    const first = fixture.receive(requestOf("{}"));
    await fixture.time.advance(5000);
    const second = fixture.receive(requestOf("{}"));
    const caller = new AbortController();
    const third = fixture.receive(requestOf("{}"), caller.signal);
    await fixture.time.settle();
    caller.abort();
    expect(await third).toMatchObject({ response: { status: 503 }, outcome: "unavailable" });
    expect(ids).toHaveLength(1);
    await fixture.time.advance(5000);
    expect((await first).outcome).toBe("deadline");
    expect((await second).outcome).toBe("ok");
    expect(ids).toHaveLength(2);
  });
});

describe("a repeated Twilio request", () => {
  it("gets the recorded response of the finished run", async () => {
    const { handler, ids } = inTurn(prints("<Response/>"), prints("again"));
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const first = await fixture.handle(call("token-1"));
    const repeat = await fixture.handle(call("token-1"));
    expect(repeat.response).toEqual(first.response);
    expect(repeat).toMatchObject({ outcome: "duplicate", runIds: first.runIds });
    expect(ids).toHaveLength(1);
    expect((await fixture.handle(call("token-2"))).response.body).toBe("again");
  });

  it("waits for the run that is under way", async () => {
    const gate = Promise.withResolvers<void>();
    const { handler, ids } = inTurn(async (context, args) => {
      await gate.promise;
      return prints("once")(context, args);
    });
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const first = fixture.receive(call("token-1"));
    const repeat = fixture.receive(call("token-1"));
    await fixture.time.settle();
    gate.resolve();
    expect((await first).response.body).toBe("once");
    expect(await repeat).toMatchObject({ response: { body: "once" }, outcome: "duplicate" });
    expect(ids).toHaveLength(1);
  });

  it("runs again under the same id what failed, without repeating its effects", async () => {
    const place = { file: "bot.bas", line: 3 };
    const sends: Body = async ({ host }) => {
      host.sms.send({ channel: "sms", to: "1", text: "hi" }, place);
      return null;
    };
    const { handler, ids } = inTurn(
      async (context, args) => {
        await sends(context, args);
        return failing(context, args);
      },
      async (context, args) => {
        await sends(context, args);
        return prints("better")(context, args);
      },
    );
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    expect((await fixture.handle(call("token-1"))).outcome).toBe("script-error");
    const repeat = await fixture.handle(call("token-1"));
    expect(repeat).toMatchObject({ response: { body: "better" }, outcome: "ok" });
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
    expect(fixture.channels.delivered).toHaveLength(1);
    expect(await fixture.finished("dead")).toEqual([]);
  });
});
