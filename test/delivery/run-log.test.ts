import { describe, expect, it } from "vitest";
import { ChannelError } from "../../src/host/channel.ts";
import { describeFailure, withoutValues } from "../../src/delivery/failure.ts";
import { BasicError, locate } from "../../src/runtime/error.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body, Fixture } from "./fixture.ts";
import { messagesOf, textMessage } from "./whatsapp.ts";

const modelDown = { code: "GB4010", severity: "error", message: "no answer" } as const;

/** The records of runs, by what they hold of the run itself. */
function lines(fixture: Fixture) {
  return fixture.records
    .filter(({ fields }) => fields["outcome"] !== undefined)
    .map(({ level, fields: { kind, name, outcome, durationMs }, message }) => ({
      level,
      kind,
      name,
      outcome,
      durationMs,
      message,
    }));
}

describe("the line of a run", () => {
  it("tells of a request and of the job that it spawned", async () => {
    const handler: Body = async ({ spawn }) => {
      spawn({ procedure: "WORK", args: [], delayMs: 0 });
      return null;
    };
    const work: Body = async () => null;
    const fixture = await startFixture({
      script: scriptOf({ handler, procedures: { WORK: work } }),
    });
    const { runIds } = await fixture.handle(requestOf("{}"));
    const request = { level: "info", kind: "request", name: "POST /hook", outcome: "ok" };
    const job = { level: "info", kind: "job", name: "WORK", outcome: "ok", durationMs: 0 };
    expect(lines(fixture)).toEqual([
      { ...request, durationMs: 0, message: "request POST /hook ok" },
      { ...job, message: "job WORK ok" },
    ]);
    const [first, second] = fixture.records;
    expect(first?.fields).toMatchObject({ run: runIds[0], script: "bot.bas", parent: undefined });
    expect(second?.fields).toMatchObject({ parent: runIds[0] });
    expect(second?.fields["run"]).toBe(`${runIds[0]}:1`);
    expect(fixture.failures).toEqual([]);
  });

  it("tells how long an event ran", async () => {
    const gate = Promise.withResolvers<null>();
    const fixture = await startFixture({ script: scriptOf({ handler: () => gate.promise }) });
    const reception = fixture.receive(messagesOf(textMessage("1")));
    await fixture.time.advance(1500);
    gate.resolve(null);
    (await reception).afterResponse();
    await fixture.delivery.settled();
    expect(lines(fixture)).toMatchObject([{ kind: "event", outcome: "ok", durationMs: 1500 }]);
  });

  it("tells of a failure, which is counted by its code", async () => {
    const handler: Body = async () => {
      throw new BasicError({ code: "GB3002", severity: "error", message: "division by zero" });
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(requestOf("{}"));
    expect(lines(fixture)).toMatchObject([
      { level: "error", kind: "request", outcome: "script-error", durationMs: 0 },
    ]);
    expect(lines(fixture)[0]?.message).toContain("GB3002: division by zero");
    expect(fixture.failures).toEqual(["GB3002"]);
  });

  it.each([
    ["production", 'expected a number, found "…"'],
    ["development", 'expected a number, found "my \\"own\\" words"'],
  ] as const)("quotes values in development alone: %s", async (mode, expected) => {
    const message = 'expected a number, found "my \\"own\\" words"';
    const handler: Body = async () => {
      throw new BasicError({ code: "GB3001", severity: "error", message });
    };
    const fixture = await startFixture({ script: scriptOf({ handler }), mode });
    await fixture.handle(requestOf("{}"));
    const [line] = lines(fixture);
    expect(line?.message.split("\n")[0]).toBe(`bot.bas:1:1 error GB3001: ${expected}`);
    expect(line?.message).toContain('ON WEBHOOK POST TO "/hook" DO');
  });

  it.each([
    ['DIAL does not take "abc"', 'DIAL does not take "abc"', "DIAL", '"abc"'],
    ['DIAL does not take "555"', 'DIAL does not take "…"', "DIAL", "params.to"],
    ['an object takes no "foo"', 'an object takes no "foo"', "LET X =", "{ foo: 1 }"],
    ['an object takes no "fo"', 'an object takes no "…"', "LET X =", "{ foo: 1 }"],
    ['Unclosed section "rows"', 'Unclosed section "rows"', "LET X =", '"{{#rows}}"'],
  ])("shows in production what the script itself writes: %s", (message, expected, ...line) => {
    const file = new SourceFile("bot.bas", line.join(" "));
    const error = new BasicError({ code: "GB3001", severity: "error", message });
    locate(error, file, { start: 0, end: 4 });
    const shown = withoutValues(describeFailure(error, undefined));
    expect(shown.split("\n")[0]).toBe(`bot.bas:1:1 error GB3001: ${expected}`);
  });

  it("counts a bug in gbasic too", async () => {
    const handler: Body = async () => {
      throw new TypeError("x is not a function");
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    await fixture.handle(requestOf("{}"));
    expect(fixture.failures).toEqual(["GB4126"]);
  });

  it("names the place of a call that the language model does not answer, and counts it once given up", async () => {
    const handler: Body = async ({ host, signal }) => host.model.complete("hi", signal);
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    fixture.channels.complete = async () => {
      throw new ChannelError(modelDown, "retry");
    };
    (await fixture.receive(messagesOf(textMessage("1")))).afterResponse();
    await fixture.time.settle();
    expect(lines(fixture)).toMatchObject([{ level: "warn", outcome: "retry" }]);
    expect(lines(fixture)[0]?.message).toMatch(/^bot\.bas:1:1 error GB4010: no answer/);
    expect(fixture.failures).toEqual([]);
    await fixture.time.advance(60 * 60_000);
    expect(fixture.failures).toEqual(["GB4213"]);
  });
});
