import { describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { ChannelError } from "../../src/host/channel.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { DateTime } from "../../src/runtime/value/date-time.ts";
import { ErrorValue, ThrownError } from "../../src/runtime/value/error-value.ts";
import { toText } from "../../src/runtime/value/text.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import { requestOf } from "../requests.ts";
import { Fixture, scriptOf, startFixture } from "./fixture.ts";
import type { Body } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const detail = { code: "GB4001", severity: "error", message: "the model is down" } as const;

/** A handler that spawns WORK with each of the arguments. */
function spawns(...args: Value[]): Body {
  return async ({ spawn }) => {
    for (const arg of args) spawn({ procedure: "WORK", args: [arg], delayMs: 0 });
    return null;
  };
}

function notes(seen: Value[]): Body {
  return async (_context, [arg = null]) => {
    seen.push(arg);
    return null;
  };
}

describe("a spawned SUB", () => {
  it.each([
    ["a plain request", () => requestOf("{}")],
    ["a WhatsApp message", () => messagesOf(textMessage("1"))],
  ])("of %s starts after the response has left, not before", async (_name, request) => {
    const seen: Value[] = [];
    const script = scriptOf({ handler: spawns("a", "b"), procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    const reception = await fixture.receive(request());
    await fixture.time.settle();
    expect(seen).toEqual([]);
    reception.afterResponse();
    await fixture.delivery.settled();
    expect(seen).toEqual(["a", "b"]);
    expect(fixture.runs.map(({ kind, outcome }) => [kind, outcome]).slice(1)).toEqual([
      ["job", "ok"],
      ["job", "ok"],
    ]);
  });

  it("is waited for, however long the engine takes to learn that the response is out", async () => {
    const seen: Value[] = [];
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    const { engine } = fixture;
    const releaseJobs = engine.releaseJobs.bind(engine);
    engine.releaseJobs = async (runId) => {
      for (let turn = 0; turn < 50; turn++) await nextTurn();
      await releaseJobs(runId);
    };
    await fixture.handle(requestOf("{}"));
    expect(seen).toEqual(["a"]);
  });

  it("starts when its time is over, and others of the sender are handled meanwhile", async () => {
    const seen: Value[] = [];
    const handler: Body = async ({ spawn }) => {
      spawn({ procedure: "WORK", args: ["later"], delayMs: 600_000 });
      spawn({ procedure: "WORK", args: ["now"], delayMs: 0 });
      return null;
    };
    const script = scriptOf({ handler, procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.handle(messagesOf(textMessage("1")));
    await fixture.handle(messagesOf(textMessage("2")));
    expect(seen).toEqual(["now", "now"]);
    await fixture.time.advance(599_999);
    expect(seen).toHaveLength(2);
    await fixture.time.advance(1);
    expect(seen).toEqual(["now", "now", "later", "later"]);
  });

  it("starts although nothing says that the response has left", async () => {
    const seen: Value[] = [];
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.receive(requestOf("{}"));
    await fixture.time.advance(15_000);
    expect(seen).toEqual(["a"]);
  });

  it("gets its arguments as they were, dates and odd names too", async () => {
    const seen: Value[] = [];
    const odd: Value = JSON.parse(
      '{"__proto__": 1, "$date": ["x"], "list": [null, true, 1.5]}',
    ) as Value;
    const args = [odd, new DateTime(5, "America/Sao_Paulo", "day"), [[]], "text", null];
    const script = scriptOf({ handler: spawns(...args), procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.handle(requestOf("{}"));
    expect(seen).toEqual(args);
    expect(seen[1]).toBeInstanceOf(DateTime);
    expect(Object.keys(seen[0] ?? {})).toEqual(["__proto__", "$date", "list"]);
  });

  it("gets a caught error as one, which says its message and has its members", async () => {
    const seen: Value[] = [];
    const error = new ErrorValue(new ThrownError({ message: "no tea", item: 7 }, "no tea"));
    const script = scriptOf({ handler: spawns(error), procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.handle(requestOf("{}"));
    expect(seen[0]).toBeInstanceOf(ErrorValue);
    expect(toText(seen[0] ?? null)).toBe("no tea");
    expect(Object.entries(seen[0] ?? {})).toEqual(Object.entries(error));
  });

  it("cannot be given a value that holds itself", async () => {
    const circle: Value[] = [];
    circle.push(circle);
    const script = scriptOf({ handler: spawns(circle), procedures: { WORK: notes([]) } });
    const fixture = await startFixture({ script });
    expect((await fixture.handle(requestOf("{}"))).outcome).toBe("script-error");
    expect(fixture.logged("error")).toEqual([expect.stringContaining("GB4214")]);
  });

  it("runs after the message that came before it and before the one that comes next", async () => {
    const seen: Value[] = [];
    let count = 0;
    const handler: Body = async (context, args) => {
      count += 1;
      seen.push(`message ${count}`);
      return spawns(`job ${count}`)(context, args);
    };
    const script = scriptOf({ handler, procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    const first = await fixture.receive(messagesOf(textMessage("1")));
    const second = fixture.receive(messagesOf(textMessage("2")));
    await fixture.time.settle();
    expect(seen).toEqual(["message 1"]);
    first.afterResponse();
    (await second).afterResponse();
    await fixture.delivery.settled();
    expect(seen).toEqual(["message 1", "job 1", "message 2", "job 2"]);
  });

  it("can spawn others, and has no request and no response", async () => {
    const seen: Value[] = [];
    const WORK: Body = async (context, args) => {
      const { host } = context;
      for (const use of [() => host.request.current(), () => host.response.setStatus(200)]) {
        try {
          use();
        } catch (error) {
          if (error instanceof BasicError) seen.push(error.code);
        }
      }
      host.output.print("from the job");
      context.spawn({ procedure: "MORE", args: [...args], delayMs: 0 });
      return null;
    };
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK, MORE: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.handle(requestOf("{}"));
    expect(seen).toEqual(["GB3207", "GB3206", "a"]);
    expect(fixture.printed).toEqual(["from the job"]);
  });

  it("may spawn itself for ever where it waits a minute or more each time", async () => {
    let runs = 0;
    const WORK: Body = async ({ spawn }) => {
      runs += 1;
      spawn({ procedure: "WORK", args: [], delayMs: 60_000 });
      return null;
    };
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK } });
    const fixture = await startFixture({ script, limits: { generations: 1 } });
    await fixture.handle(requestOf("{}"));
    for (let minute = 0; minute < 5; minute += 1) await fixture.time.advance(60_000);
    expect(runs).toBe(6);
    expect(fixture.logged("error")).toEqual([]);
  });

  it("that waits a shorter time each time is stopped", async () => {
    let runs = 0;
    const WORK: Body = async ({ spawn }) => {
      runs += 1;
      spawn({ procedure: "WORK", args: [], delayMs: 1000 });
      return null;
    };
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK } });
    const fixture = await startFixture({ script, limits: { generations: 3 } });
    await fixture.handle(requestOf("{}"));
    for (let second = 0; second < 9; second += 1) await fixture.time.advance(1000);
    expect(runs).toBe(3);
    expect(fixture.logged("error").join()).toContain("GB4217");
  });

  it("is tried again when a channel is down, and finally runs once", async () => {
    const seen: Value[] = [];
    const WORK: Body = async ({ host, signal }) => {
      seen.push(await host.model.complete("hi", signal));
      return null;
    };
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK } });
    const fixture = await startFixture({ script });
    let attempts = 0;
    fixture.channels.complete = async () => {
      attempts += 1;
      if (attempts < 3) throw new ChannelError(detail, "retry");
      return "well";
    };
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(500 + 1000);
    expect(seen).toEqual(["well"]);
    expect(fixture.runs.map(({ outcome }) => outcome)).toEqual(["ok", "retry", "retry", "ok"]);
    expect(fixture.logged("warn")).toHaveLength(2);
  });

  it("is a dead letter at once when the script is to blame", async () => {
    let attempts = 0;
    const WORK: Body = async () => {
      attempts += 1;
      throw new BasicError({ code: "GB3001", severity: "error", message: "division by zero" });
    };
    const script = scriptOf({ handler: spawns("a"), procedures: { WORK } });
    const fixture = await startFixture({ script });
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(60 * 60_000);
    expect(attempts).toBe(1);
    expect(await fixture.finished("dead")).toEqual(["GB3001: division by zero"]);
  });

  it("says so in the dead letters when its SUB is gone", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: spawns("a") }) });
    await fixture.handle(requestOf("{}"));
    expect(await fixture.finished("dead")).toEqual([
      "GB4212: bot.bas has no SUB WORK any more, but it was spawned",
    ]);
    expect(fixture.logged("error")).toHaveLength(1);
  });

  it("is given up when it ended the process again and again", async () => {
    const seen: Value[] = [];
    const fixture = new Fixture({ script: scriptOf({ procedures: { WORK: notes(seen) } }) });
    const names = { parentId: "p", script: "bot.bas", procedure: "WORK", args: "[]" };
    const job = { kind: "job", id: "job", lane: "lane", heldMs: 0, delayMs: 0, ...names } as const;
    await fixture.engine.addEffects({ jobs: [job], sends: [] });
    for (let crash = 0; crash < 12; crash += 1) {
      await fixture.engine.leaseWork({ limit: 1, leaseMs: 1000 });
      await fixture.engine.start();
    }
    await fixture.delivery.start();
    await fixture.delivery.settled();
    expect(seen).toEqual([]);
    expect(await fixture.finished("dead")).toEqual(["GB4213: given up after 12 attempts"]);
  });

  it("waits for the response of the first delivery while a second one is answered", async () => {
    const seen: Value[] = [];
    const gate = Promise.withResolvers<void>();
    const handler: Body = async (context, args) => {
      await gate.promise;
      return spawns("a")(context, args);
    };
    const script = scriptOf({ handler, procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    const first = fixture.receive(messagesOf(textMessage("1")));
    const second = await fixture.receive(messagesOf(textMessage("1")));
    expect(second.outcome).toBe("duplicate");
    second.afterResponse();
    gate.resolve();
    await fixture.time.settle();
    expect(seen).toEqual([]);
    (await first).afterResponse();
    await fixture.delivery.settled();
    expect(seen).toEqual(["a"]);
  });

  it("of a later attempt does not wait for a response, whatever came in between", async () => {
    const seen: Value[] = [];
    let attempts = 0;
    const handler: Body = async (context, args) => {
      attempts += 1;
      if (attempts === 1) throw new ChannelError(detail, "retry");
      return spawns("a")(context, args);
    };
    const script = scriptOf({ handler, procedures: { WORK: notes(seen) } });
    const fixture = await startFixture({ script });
    await fixture.handle(messagesOf(textMessage("1")));
    await fixture.receive(messagesOf(textMessage("1")));
    await fixture.time.advance(500);
    expect(seen).toEqual(["a"]);
  });

  it("is stopped after the time for jobs", async () => {
    const script = scriptOf({
      handler: spawns("a"),
      procedures: { WORK: () => new Promise(() => {}) },
    });
    const fixture = await startFixture({ script });
    (await fixture.receive(requestOf("{}"))).afterResponse();
    await fixture.time.advance(60_000);
    expect(await fixture.finished("dead")).toEqual([]);
    await fixture.time.advance(1000);
    expect(await fixture.finished("dead")).toEqual([expect.stringContaining("after 60 seconds")]);
  });
});

describe("settling", () => {
  it("waits for work that somebody else has leased", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: spawns("a") }) });
    await fixture.receive(requestOf("{}"));
    await fixture.delivery.drain(0);
    await fixture.engine.releaseJobs("uuid-1");
    const [leased] = await fixture.engine.leaseWork({ limit: 1, leaseMs: 60_000 });
    if (leased === undefined) throw new Error("nothing leased");
    let settled = false;
    void fixture.delivery.settled().then(() => (settled = true));
    await fixture.time.settle();
    expect(settled).toBe(false);
    await fixture.engine.finishWork(leased.lease, { state: "done" }, NO_EFFECTS);
    await fixture.time.settle();
    expect(settled).toBe(true);
  });
});
