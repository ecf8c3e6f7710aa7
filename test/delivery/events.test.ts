import { describe, expect, it } from "vitest";
import { valueMessages } from "../../src/diagnostics/codes/values.ts";
import { ChannelError } from "../../src/host/channel.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { bodyOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body } from "./fixture.ts";
import { deliveryOf, messagesOf, textMessage, valueOf } from "./whatsapp.ts";

/** What the documented path gives for the request of a run. */
function messageOf({ host }: RunContext): { id?: string; type: string; from: string } {
  const payload = JSON.parse(bodyOf(host.request.current())) as {
    entry: { changes: { value: { messages: { id?: string; type: string; from: string }[] } }[] }[];
  };
  const message = payload.entry[0]?.changes[0]?.value.messages[0];
  if (message === undefined) throw new Error("no message at the documented path");
  return message;
}

/** A handler that notes which messages it ran for, and ends when it is let. */
function recorder() {
  const started: string[] = [];
  const ended: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const gate = (id: string) => {
    const known = gates.get(id) ?? Promise.withResolvers<void>();
    gates.set(id, known);
    return known;
  };
  const handler: Body = async (context) => {
    const id = messageOf(context).id ?? "";
    started.push(id);
    await gate(id).promise;
    ended.push(id);
    context.host.output.print(`answer to ${id}`);
    return null;
  };
  return { started, ended, handler, let: (id: string) => gate(id).resolve() };
}

const printsOk: Body = async ({ host }) => {
  host.output.print("OK then");
  return null;
};

function noting(seen: string[]): Body {
  return async (context) => {
    seen.push(messageOf(context).id ?? messageOf(context).type);
    return null;
  };
}

const failure: Body = async () => {
  throw new BasicError(valueMessages.badJson(1, 1, "a value", "the end"));
};

describe("a delivery of WhatsApp events", () => {
  it("runs the handler once for each message of a batch and for nothing else", async () => {
    const seen: string[] = [];
    const fixture = await startFixture({ script: scriptOf({ handler: noting(seen) }) });
    const status = { id: "wamid.9", status: "sent", recipient_id: "ana" };
    const reception = await fixture.handle(
      deliveryOf(
        valueOf({ messages: [textMessage("1"), textMessage("2", "ana")], statuses: [status] }),
        valueOf({ messages: [textMessage("3")], errors: [{ code: 130_429 }] }),
      ),
    );
    expect(seen.sort()).toEqual(["1", "2", "3"]);
    expect(reception).toMatchObject({ response: { status: 200, body: "OK" }, outcome: "ok" });
    expect(reception.runIds).toHaveLength(3);
    expect((await fixture.finished("unhandled")).toSorted()).toEqual([
      "no handler for errors",
      "no handler for the status sent",
    ]);
  });

  it("runs nothing for statuses and other fields, and answers 200", async () => {
    const seen: string[] = [];
    const fixture = await startFixture({ script: scriptOf({ handler: noting(seen) }) });
    const statuses = [{ id: "wamid.9", status: "delivered", recipient_id: "ana" }];
    const reception = await fixture.handle(deliveryOf(valueOf({ statuses })));
    expect(reception.response).toMatchObject({ status: 200, body: "OK" });
    expect(seen).toEqual([]);
    expect(fixture.runs).toEqual([]);
  });

  it("runs for messages without a text", async () => {
    const seen: string[] = [];
    const fixture = await startFixture({ script: scriptOf({ handler: noting(seen) }) });
    await fixture.handle(messagesOf({ from: "551", type: "image", image: { id: "9" } }));
    expect(seen).toEqual(["image"]);
  });

  it("does not run a duplicate, in a delivery of its own or among new ones", async () => {
    const seen: string[] = [];
    const fixture = await startFixture({ script: scriptOf({ handler: noting(seen) }) });
    await fixture.handle(messagesOf(textMessage("1")));
    const repeat = await fixture.handle(messagesOf(textMessage("1")));
    expect(repeat).toMatchObject({
      response: { status: 200, body: "OK" },
      outcome: "duplicate",
      runIds: [],
    });
    await fixture.handle(messagesOf(textMessage("1"), textMessage("2")));
    expect(seen).toEqual(["1", "2"]);
  });

  it("takes a message without an id as new every time", async () => {
    const seen: string[] = [];
    const fixture = await startFixture({ script: scriptOf({ handler: noting(seen) }) });
    await fixture.handle(messagesOf(textMessage(undefined)));
    await fixture.handle(messagesOf(textMessage(undefined)));
    expect(seen).toEqual(["text", "text"]);
  });

  it("gives a RAW handler the delivery whole, duplicates too", async () => {
    const bodies: string[] = [];
    const handler: Body = async ({ host }) => {
      bodies.push(bodyOf(host.request.current()));
      host.response.setStatus(202);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler, raw: true }) });
    const request = messagesOf(textMessage("1"), textMessage("2"));
    expect((await fixture.handle(request)).response.status).toBe(202);
    await fixture.handle(request);
    expect(bodies).toEqual([bodyOf(request), bodyOf(request)]);
  });
});

describe("the order of events", () => {
  it("runs the messages of one sender one after another", async () => {
    const { handler, started, let: letEnd } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const reception = fixture.receive(messagesOf(textMessage("1"), textMessage("2")));
    (await reception).afterResponse();
    const third = fixture.receive(messagesOf(textMessage("3")));
    await fixture.time.settle();
    expect(started).toEqual(["1"]);
    letEnd("2");
    await fixture.time.settle();
    expect(started).toEqual(["1"]);
    letEnd("1");
    await fixture.time.settle();
    expect(started).toEqual(["1", "2", "3"]);
    letEnd("3");
    expect((await third).response.body).toBe("answer to 3");
  });

  it("runs the messages of different senders side by side", async () => {
    const { handler, started } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.receive(messagesOf(textMessage("1", "ana"), textMessage("2", "rui")));
    await fixture.time.settle();
    expect(started).toEqual(["1", "2"]);
  });

  it("runs no more at once than the limit allows", async () => {
    const { handler, started, let: letEnd } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }), limits: { runs: 2 } });
    await fixture.receive(messagesOf(...["1", "2", "3"].map((id) => textMessage(id, id))));
    await fixture.time.settle();
    expect(started).toEqual(["1", "2"]);
    letEnd("2");
    await fixture.time.settle();
    expect(started).toEqual(["1", "2", "3"]);
  });
});

describe("the acknowledgement", () => {
  it("has the body of a run that ends within 200 ms, as text with status 200", async () => {
    const handler: Body = async (context, args) => {
      context.host.response.setStatus(500);
      context.host.response.setHeader("Content-Type", "text/html");
      return printsOk(context, args);
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    expect((await fixture.handle(messagesOf(textMessage("1")))).response).toEqual({
      status: 200,
      headers: [["Content-Type", "text/plain; charset=utf-8"]],
      body: "OK then",
    });
  });

  it("does not wait longer than 200 ms", async () => {
    const { handler, ended, let: letEnd } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    let body: string | undefined;
    const received = fixture
      .receive(messagesOf(textMessage("1")))
      .then(({ response }) => (body = response.body));
    await fixture.time.advance(199);
    expect(body).toBeUndefined();
    await fixture.time.advance(1);
    expect(body).toBe("OK");
    letEnd("1");
    await received;
    await fixture.delivery.settled();
    expect(ended).toEqual(["1"]);
  });

  it("does not wait at all where several messages came", async () => {
    const { handler } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const batch = messagesOf(textMessage("1"), textMessage("2"));
    expect((await fixture.receive(batch)).response.body).toBe("OK");
  });

  it("is OK for a script error, which is logged with its place and final at once", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: failure }) });
    const reception = await fixture.handle(messagesOf(textMessage("1")));
    expect(reception).toMatchObject({
      response: { status: 200, body: "OK" },
      outcome: "script-error",
    });
    const [logged] = fixture.logged("error");
    expect(logged).toContain("bot.bas:1:1 error GB3020");
    expect(logged).toContain('1 | ON WEBHOOK POST TO "/hook" DO');
    expect(await fixture.finished("dead")).toEqual([expect.stringContaining("GB3020")]);
    expect(await fixture.delivery.depth()).toMatchObject({ work: { due: 0, delayed: 0 } });
    expect(fixture.runs).toMatchObject([{ kind: "event", outcome: "script-error" }]);
  });

  it("shows a script error in development", async () => {
    const script = scriptOf({ handler: failure });
    const fixture = await startFixture({ script, mode: "development" });
    const { response } = await fixture.handle(messagesOf(textMessage("1")));
    expect(response.status).toBe(200);
    expect(response.body).toContain("bot.bas:1:1 error GB3020");
  });

  it("is 503 when the event cannot be stored", async () => {
    const fixture = await startFixture({ script: scriptOf({ handler: printsOk }) });
    await fixture.delivery.drain(0);
    const reception = await fixture.receive(messagesOf(textMessage("1")));
    expect(reception).toMatchObject({ response: { status: 503 }, outcome: "unavailable" });
  });
});

describe("an event whose run fails", () => {
  const detail = { code: "GB4001", severity: "error", message: "the model is down" } as const;

  it("is tried again with growing pauses when the outside is to blame", async () => {
    const fixture = await startFixture({
      script: scriptOf({
        handler: async ({ host, signal }) => {
          host.output.print(await host.model.complete("hi", signal));
          return null;
        },
      }),
    });
    let attempts = 0;
    fixture.channels.complete = async () => {
      attempts += 1;
      if (attempts < 4) throw new ChannelError(detail, "retry");
      return "well";
    };
    await fixture.handle(messagesOf(textMessage("1")));
    const seenAfter = [];
    for (const pause of [499, 1, 999, 1, 1999, 1]) {
      await fixture.time.advance(pause);
      seenAfter.push(attempts);
    }
    expect(seenAfter).toEqual([1, 2, 2, 3, 3, 4]);
    expect(await fixture.finished("done")).toHaveLength(1);
    expect(await fixture.finished("dead")).toEqual([]);
  });

  it("becomes a dead letter after the last attempt", async () => {
    let attempts = 0;
    const handler: Body = async () => {
      attempts += 1;
      throw new BasicError(detail, { cause: new ChannelError(detail, "retry") });
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(messagesOf(textMessage("1")));
    await fixture.time.advance(24 * 60 * 60_000);
    expect(attempts).toBe(12);
    expect(await fixture.finished("dead")).toEqual([
      expect.stringMatching(/^given up after 12 attempts: .*GB4001: the model is down/),
    ]);
  });

  it("is final when the outside says it is", async () => {
    const handler: Body = async () => {
      throw new ChannelError(detail, "permanent");
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(messagesOf(textMessage("1")));
    expect(await fixture.finished("dead")).toEqual(["GB4001: the model is down"]);
  });

  it("repeats no effect of the first attempt", async () => {
    let attempts = 0;
    const handler: Body = async ({ host, spawn }) => {
      const place = { file: "bot.bas", line: 2 };
      host.whatsapp.send({ channel: "whatsapp", to: "ana", text: "one moment" }, place);
      spawn({ procedure: "NOTE", args: [], delayMs: 0 });
      attempts += 1;
      if (attempts === 1) throw new ChannelError(detail, "retry");
      return null;
    };
    let jobs = 0;
    const NOTE: Body = async () => {
      jobs += 1;
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler, procedures: { NOTE } }) });
    await fixture.handle(messagesOf(textMessage("1")));
    await fixture.time.advance(60_000);
    expect([attempts, jobs, fixture.channels.delivered.length]).toEqual([2, 1, 1]);
  });

  it("is a dead letter when its handler is gone", async () => {
    const { handler, let: letEnd } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.receive(messagesOf(textMessage("1"), textMessage("2")));
    fixture.script = scriptOf({});
    letEnd("1");
    await fixture.time.settle();
    expect(await fixture.finished("dead")).toEqual([
      "GB4211: bot.bas has no handler for POST /hook any more",
    ]);
  });

  it("is stopped at its deadline even where it does not notice", async () => {
    const { handler } = recorder();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const received = fixture.receive(messagesOf(textMessage("1")));
    await fixture.time.advance(11_000);
    expect((await received).response.body).toBe("OK");
    expect(await fixture.finished("dead")).toEqual([
      expect.stringContaining("GB4201: the run was stopped after 10 seconds"),
    ]);
    expect(fixture.runs).toMatchObject([{ outcome: "deadline" }]);
  });
});
