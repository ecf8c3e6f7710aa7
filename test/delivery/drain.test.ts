import { describe, expect, it } from "vitest";
import type { EngineDepth } from "../../src/engine/engine.ts";
import { sentFileMessages } from "../../src/diagnostics/codes/sent-files.ts";
import { ChannelError } from "../../src/host/channel.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const LEFT = "what waits goes on at the next start";
const place = { file: "bot.bas", line: 7 };

/** A handler that ends when it is let, or when it is stopped. */
function gated() {
  const gate = Promise.withResolvers<void>();
  const reasons: unknown[] = [];
  const handler: Body = async ({ signal, host }) => {
    const stopped = Promise.withResolvers<void>();
    signal.addEventListener("abort", () => stopped.resolve());
    await Promise.race([gate.promise, stopped.promise]);
    if (signal.aborted) reasons.push(signal.reason);
    signal.throwIfAborted();
    host.output.print("done");
    return null;
  };
  return { handler, reasons, open: () => gate.resolve() };
}

describe("draining", () => {
  it("waits for what is under way and takes nothing new", async () => {
    const { handler, open } = gated();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const running = fixture.receive(requestOf("{}"));
    await fixture.time.settle();
    let drained = false;
    const draining = fixture.delivery.drain(5000).then(() => (drained = true));
    expect(await fixture.receive(requestOf("{}"))).toMatchObject({
      response: { status: 503 },
      outcome: "unavailable",
    });
    // Nobody could be told of GB4215 but the caller, who sees a 503, and the log.
    expect(fixture.records.map(({ fields }) => fields.code)).toContain("GB4215");
    await fixture.time.advance(4999);
    expect(drained).toBe(false);
    open();
    await draining;
    expect((await running).response.body).toBe("done");
    expect(fixture.logged("info")).not.toContain(LEFT);
  });

  it("starts nothing more: what waits and what comes of the last runs is left", async () => {
    const { handler, open } = gated();
    const spawning: Body = async (context, args) => {
      await handler(context, args);
      context.spawn({ procedure: "WORK", args: [], delayMs: 0 });
      return null;
    };
    const work: Body = async ({ host }) => {
      host.whatsapp.send({ channel: "whatsapp", to: "ana", text: "hi" }, place);
      return null;
    };
    const fixture = await startFixture({
      script: scriptOf({ handler: spawning, procedures: { WORK: work } }),
    });
    const messages = [textMessage("1"), textMessage("2"), textMessage("3")];
    const receiving = fixture.receive(messagesOf(...messages));
    await fixture.time.settle();
    (await receiving).afterResponse();
    const draining = fixture.delivery.drain(5000);
    open();
    await draining;
    expect(fixture.runs.map(({ kind, outcome }) => [kind, outcome])).toEqual([["event", "ok"]]);
    expect(fixture.channels.delivered).toEqual([]);
    expect(fixture.records.at(-1)).toMatchObject({
      message: LEFT,
      fields: { waitingWork: 3, waitingSends: 0 },
    });
    // The next start of the pipeline does it.
    await fixture.delivery.start();
    await fixture.delivery.settled();
    expect(fixture.channels.delivered).toHaveLength(3);
  });

  it("does not wait for another attempt", async () => {
    const handler: Body = async ({ host }) => {
      host.whatsapp.send({ channel: "whatsapp", to: "ana", text: "1" }, place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const busy = { code: "GB4001", severity: "error", message: "busy" } as const;
    fixture.channels.answers.push(() => Promise.reject(new ChannelError(busy, "retry")));
    await fixture.handle(requestOf("{}"));
    await fixture.delivery.drain(5000);
    expect(fixture.logged("info")).toContain(LEFT);
  });

  it("stops what is not done in time and keeps it for later", async () => {
    const { handler, reasons } = gated();
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const plain = fixture.receive(requestOf("{}"));
    await fixture.receive(messagesOf(textMessage("1"), textMessage("2")));
    await fixture.time.settle();
    const draining = fixture.delivery.drain(5000);
    await fixture.time.advance(5000);
    await draining;
    expect(reasons).toMatchObject([{ code: "GB4202" }, { code: "GB4202" }]);
    expect(await plain).toMatchObject({ response: { status: 503 }, outcome: "unavailable" });
    expect(await fixture.delivery.depth()).toMatchObject({ work: { due: 2, running: 0 } });
    expect(fixture.records.at(-1)).toMatchObject({
      level: "info",
      fields: { waitingWork: 2, waitingSends: 0 },
    });
    const [first] = await fixture.engine.leaseWork({ limit: 1, leaseMs: 1000 });
    expect(first?.attempt).toBe(1);
  });

  it("leaves messages in the outbox that nobody has tried, and ends attempts under way", async () => {
    const handler: Body = async ({ host }) => {
      for (const text of ["1", "2"]) {
        host.whatsapp.send({ channel: "whatsapp", to: "ana", text }, place);
      }
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    fixture.channels.answers.push(() => new Promise(() => {}));
    (await fixture.receive(requestOf("{}"))).afterResponse();
    await fixture.time.settle();
    const draining = fixture.delivery.drain(5000);
    await fixture.time.advance(5000);
    await draining;
    expect(await fixture.finished("unknown")).toEqual([
      "Error: the server shut down before an answer came",
    ]);
    const depth: EngineDepth = await fixture.delivery.depth();
    expect(depth.outbox).toEqual({ due: 1, delayed: 0, running: 0 });
  });

  it("believes a channel that says what became of an attempt which was ended", async () => {
    const handler: Body = async ({ host }) => {
      host.whatsapp.send({ channel: "whatsapp", to: "ana", text: "1" }, place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const detail = sentFileMessages.uploadUnanswered("a.pdf", "stopped");
    fixture.channels.answers.push(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new ChannelError(detail, "retry")));
        }),
    );
    (await fixture.receive(requestOf("{}"))).afterResponse();
    await fixture.time.settle();
    const draining = fixture.delivery.drain(5000);
    await fixture.time.advance(5000);
    await draining;
    expect(await fixture.finished("unknown")).toEqual([]);
    const { outbox } = await fixture.delivery.depth();
    expect(outbox).toEqual({ due: 0, delayed: 1, running: 0 });
  });
});
