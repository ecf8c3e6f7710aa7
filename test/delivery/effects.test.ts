import { describe, expect, it } from "vitest";
import { EngineUnavailableError } from "../../src/engine/engine.ts";
import { BasicError } from "../../src/runtime/error.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body, Fixture } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const place = { file: "bot.bas", line: 7 };
const message = (text: string) => ({ channel: "whatsapp", to: "ana", text }) as const;

/** The texts that a channel was given so far. */
function texts(fixture: Fixture): string[] {
  return fixture.channels.delivered.map((one) => (one.message as { text: string }).text);
}

/** Lets the engine have no room for the effects of one result. */
function fillOnce(fixture: Fixture, method: "finishWork" | "finishResponse"): void {
  const { engine } = fixture;
  const original = engine[method].bind(engine) as (...args: unknown[]) => Promise<boolean>;
  let isFull = true;
  const replacement = async (...args: unknown[]): Promise<boolean> => {
    const { sends } = args.at(-1) as { sends: readonly unknown[] };
    if (isFull && sends.length > 0) {
      isFull = false;
      throw new EngineUnavailableError("full");
    }
    return original(...args);
  };
  Object.assign(engine, { [method]: replacement });
}

describe("what a run does to the outside", () => {
  it("leaves before the run waits for something slow", async () => {
    const gate = Promise.withResolvers<string>();
    const handler: Body = async ({ host, signal }) => {
      host.whatsapp.send(message("please wait"), place);
      host.whatsapp.send(message(await host.model.complete("think", signal)), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    fixture.channels.complete = () => gate.promise;
    const receiving = fixture.receive(requestOf("{}"));
    await fixture.time.settle();
    expect(texts(fixture)).toEqual(["please wait"]);
    gate.resolve("the answer");
    (await receiving).afterResponse();
    await fixture.delivery.settled();
    expect(texts(fixture)).toEqual(["please wait", "the answer"]);
  });

  it("happens although the run fails afterwards", async () => {
    const handler: Body = async ({ host }) => {
      host.whatsapp.send(message("before"), place);
      throw new BasicError({ code: "GB3002", severity: "error", message: "division by zero" });
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(messagesOf(textMessage("1")));
    expect(texts(fixture)).toEqual(["before"]);
    expect(await fixture.finished("dead")).toHaveLength(1);
  });

  it("is bounded by the limit of one run", async () => {
    const handler: Body = async ({ host }) => {
      for (let count = 0; count < 3; count += 1) host.whatsapp.send(message("x"), place);
      return null;
    };
    const script = scriptOf({ handler });
    const fixture = await startFixture({ script, limits: { effects: 2 } });
    const { outcome } = await fixture.handle(requestOf("{}"));
    expect(outcome).toBe("script-error");
    expect(texts(fixture)).toEqual(["x", "x"]);
    expect(fixture.logged("error").join()).toContain("GBASIC_MAX_EFFECTS");
  });

  it("is done by a later attempt where the store had no room", async () => {
    const runs: Value[] = [];
    const handler: Body = async ({ host }) => {
      runs.push(null);
      host.whatsapp.send(message("once"), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    fillOnce(fixture, "finishWork");
    await fixture.handle(messagesOf(textMessage("1")));
    expect(texts(fixture)).toEqual([]);
    await fixture.time.advance(1000);
    await fixture.delivery.settled();
    expect(texts(fixture)).toEqual(["once"]);
    expect(runs).toHaveLength(2);
  });

  it("is refused with a 503 where a caller waits and the store has no room", async () => {
    const handler: Body = async ({ host }) => {
      host.whatsapp.send(message("never"), place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    fillOnce(fixture, "finishResponse");
    const { response, outcome } = await fixture.handle(requestOf("{}"));
    expect([response.status, outcome]).toEqual([503, "unavailable"]);
    expect(texts(fixture)).toEqual([]);
    expect(await fixture.finished("dead")).toHaveLength(1);
  });
});
