import { describe, expect, it } from "vitest";
import { ChannelError } from "../../src/host/channel.ts";
import { BasicError } from "../../src/runtime/error.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body, Fixture } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const place = { file: "bot.bas", line: 7 };
const message = (text: string) => ({ channel: "whatsapp", to: "ana", text }) as const;
const detail = { code: "GB4001", severity: "error", message: "the model is down" } as const;
const down = (failure: "retry" | "permanent" = "retry") => new ChannelError(detail, failure);
const NEVER_TWICE = { maySendTwice: false };

function texts(fixture: Fixture): string[] {
  return fixture.channels.delivered.map((one) => (one.message as { text: string }).text);
}

/** Answers in turn; an error is raised. */
function answers(fixture: Fixture, ...list: readonly (string | Error)[]): string[] {
  const asked: string[] = [];
  const left = [...list];
  fixture.channels.complete = async (prompt) => {
    asked.push(prompt);
    const next = left.shift() ?? "no more answers";
    if (next instanceof Error) throw next;
    return next;
  };
  return asked;
}

/** Delivers one message of WhatsApp, and lets all attempts be made. */
async function deliver(fixture: Fixture): Promise<void> {
  await fixture.handle(messagesOf(textMessage("1")));
  await fixture.time.advance(60_000);
  await fixture.delivery.settled();
}

async function deadIds(fixture: Fixture): Promise<readonly string[]> {
  return (await fixture.engine.list({ state: "dead", limit: 10 })).map(({ id }) => id);
}

async function retryDead(fixture: Fixture): Promise<void> {
  await fixture.engine.retry(await deadIds(fixture), NEVER_TWICE);
  await fixture.delivery.settled();
}

describe("a run that is tried again after an error of the outside", () => {
  it("is told what it was told, and asks anew only what failed", async () => {
    const handler: Body = async ({ host, signal }) => {
      host.whatsapp.send(message(await host.model.complete("first", signal)), place);
      host.whatsapp.send(message(await host.model.complete("second", signal)), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const asked = answers(fixture, "one", down(), down(), "two");
    await deliver(fixture);
    expect(asked).toEqual(["first", "second", "second", "second"]);
    expect(texts(fixture)).toEqual(["one", "two"]);
    expect(await deadIds(fixture)).toEqual([]);
  });

  it.each([0, 1000, 60_000, 600_000])(
    "knows the job again that is to wait %i ms",
    async (delayMs) => {
      let jobs = 0;
      const handler: Body = async ({ host, signal, spawn }) => {
        spawn({ procedure: "WORK", args: ["a"], delayMs });
        host.whatsapp.send(message(await host.model.complete("x", signal)), place);
        return null;
      };
      const WORK: Body = async () => {
        jobs += 1;
        return null;
      };
      const script = scriptOf({ handler, procedures: { WORK } });
      const fixture = await startFixture({ script });
      answers(fixture, down(), down(), "one");
      await deliver(fixture);
      expect([texts(fixture), await deadIds(fixture)]).toEqual([["one"], []]);
      await fixture.time.advance(600_000);
      expect(jobs).toBe(1);
    },
  );

  it("reads the same time and has the same chance", async () => {
    const seen: Value[][] = [];
    const handler: Body = async ({ host, signal }) => {
      const drawn = [host.clock.now(), host.random.next(), host.random.uuid()];
      host.whatsapp.send(message(drawn.join()), place);
      const last = [host.random.next(), host.random.next()];
      await host.model.complete("x", signal);
      seen.push([...drawn, ...last, host.clock.now()]);
      if (seen.length < 2) await host.model.complete("y", signal);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    answers(fixture, "well", down());
    await deliver(fixture);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
    const [, first, uuid, second, third] = seen[0] ?? [];
    expect(new Set([first, second, third]).size).toBe(3);
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(texts(fixture)).toHaveLength(1);
  });

  it("is told again of a failure that the script caught, and goes the same way", async () => {
    const handler: Body = async ({ host, signal }) => {
      const answer = await host.model.complete("first", signal).catch(() => "sorry");
      host.whatsapp.send(message(answer), place);
      host.whatsapp.send(message(await host.model.complete("second", signal)), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const asked = answers(fixture, down(), down(), "two");
    await deliver(fixture);
    expect(asked).toEqual(["first", "second", "second"]);
    expect(texts(fixture)).toEqual(["sorry", "two"]);
  });

  it("is different from other runs in its chance", async () => {
    const drawn: Value[] = [];
    const handler: Body = async ({ host }) => {
      drawn.push(host.random.next());
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    for (const body of ["{}", "[]"]) await fixture.handle(requestOf(body));
    expect(new Set(drawn).size).toBe(2);
  });
});

describe("a run that is given a new start", () => {
  const failing: Body = async ({ host, signal, spawn }) => {
    host.whatsapp.send(message("before"), place);
    spawn({ procedure: "WORK", args: ["a"], delayMs: 0 });
    host.whatsapp.send(message(await host.model.complete("x", signal)), place);
    throw new BasicError({ code: "GB3002", severity: "error", message: "division by zero" });
  };
  const start = async (): Promise<Fixture> => {
    const WORK: Body = async () => null;
    const script = scriptOf({ handler: failing, procedures: { WORK } });
    const fixture = await startFixture({ script });
    answers(fixture, "an answer");
    await deliver(fixture);
    expect(texts(fixture)).toEqual(["before", "an answer"]);
    return fixture;
  };
  const mendTo = (fixture: Fixture, handler: Body) => {
    fixture.script = scriptOf({ handler, procedures: { WORK: async () => null } });
  };

  it("does only what is left, once its script is mended", async () => {
    const fixture = await start();
    mendTo(fixture, async ({ host, signal, spawn }) => {
      host.whatsapp.send(message("before"), place);
      spawn({ procedure: "WORK", args: ["a"], delayMs: 0 });
      host.whatsapp.send(message(await host.model.complete("x", signal)), place);
      host.whatsapp.send(message("after"), place);
      return null;
    });
    await retryDead(fixture);
    expect(texts(fixture)).toEqual(["before", "an answer", "after"]);
    expect(await deadIds(fixture)).toEqual([]);
  });

  it.each<[string, Body, string]>([
    [
      "another text",
      async ({ host }) => {
        host.whatsapp.send(message("changed"), place);
        host.whatsapp.send(message("more"), place);
        return null;
      },
      "step 1 of this run is a message for whatsapp, but in an earlier attempt it was one with other content",
    ],
    [
      "another statement",
      async ({ host }) => {
        host.whatsapp.send(message("before"), place);
        host.whatsapp.send(message("more"), place);
        return null;
      },
      "step 2 of this run is a message for whatsapp, but in an earlier attempt it was SPAWN WORK",
    ],
    [
      "another question",
      async ({ host, signal, spawn }) => {
        host.whatsapp.send(message("before"), place);
        spawn({ procedure: "WORK", args: ["a"], delayMs: 0 });
        await host.model.complete("y", signal);
        host.whatsapp.send(message("more"), place);
        return null;
      },
      "step 3 of this run is a question to the language model, but in an earlier attempt it was one with other content",
    ],
    [
      "another text, of which the script catches the error",
      async ({ host }) => {
        for (const text of ["changed", "more"]) {
          try {
            host.whatsapp.send(message(text), place);
          } catch {
            host.output.print("caught");
          }
        }
        return null;
      },
      "step 1 of this run is a message",
    ],
  ])(
    "sends nothing where it comes to %s, and says so in its dead letter",
    async (_, body, told) => {
      const fixture = await start();
      mendTo(fixture, body);
      await retryDead(fixture);
      expect(texts(fixture)).toEqual(["before", "an answer"]);
      const [reason] = await fixture.finished("dead");
      expect(reason).toContain(`GB5340: ${told}`);
    },
  );

  it("asks the model again after a failure that ended it", async () => {
    const handler: Body = async ({ host, signal }) => {
      host.whatsapp.send(message(await host.model.complete("x", signal)), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    answers(fixture, down("permanent"), "well");
    await deliver(fixture);
    expect(await deadIds(fixture)).toHaveLength(1);
    await retryDead(fixture);
    expect(texts(fixture)).toEqual(["well"]);
  });
});

describe("a run that a shutdown stopped", () => {
  it("goes on from what it was told", async () => {
    const gate = Promise.withResolvers<string>();
    const handler: Body = async ({ host, signal }) => {
      host.whatsapp.send(message(await host.model.complete("first", signal)), place);
      await host.model.complete("second", signal);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const asked: string[] = [];
    fixture.channels.complete = (prompt) => {
      asked.push(prompt);
      return prompt === "first" ? Promise.resolve("one") : gate.promise;
    };
    const receiving = fixture.receive(messagesOf(textMessage("1")));
    await fixture.time.advance(200);
    await receiving;
    const draining = fixture.delivery.drain(1000);
    await fixture.time.advance(2000);
    await draining;
    const [again] = await fixture.engine.leaseWork({ limit: 1, leaseMs: 1000 });
    expect(again).toMatchObject({ attempt: 1, repeated: true });
    const { journal } = await fixture.engine.recall(again?.item.id ?? "");
    expect(journal).toMatchObject([{ kind: "model", step: 1, outcome: '{"answer":"one"}' }]);
    expect(asked).toEqual(["first", "second"]);
  });
});

describe("a history that a run was told", () => {
  it("is the same when the run is tried again, and has what the run sent before", async () => {
    const seen: string[] = [];
    const handler: Body = async ({ host, signal }) => {
      host.whatsapp.send(message("before"), place);
      const history = await host.history.of("5511999999999", 10);
      const own = await host.history.of("ana", 10);
      seen.push([...history, ...own].map(({ text, status }) => `${text} ${status}`).join());
      await host.model.complete("x", signal);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    answers(fixture, down(), "well");
    await deliver(fixture);
    expect(seen).toEqual(["hello received,before queued", "hello received,before queued"]);
    expect(await fixture.engine.history({ person: "ana", limit: 1 })).toMatchObject([
      { status: "sent" },
    ]);
  });
});
