import { describe, expect, it } from "vitest";
import { ChannelError } from "../../src/host/channel.ts";
import type { FailureClass } from "../../src/host/channel.ts";
import type { OutboundMessage } from "../../src/host/message.ts";
import { requestOf } from "../requests.ts";
import { scriptOf, startFixture } from "./fixture.ts";
import type { Body, Fixture } from "./fixture.ts";

const HOUR = 60 * 60_000;
const place = { file: "bot.bas", line: 7 };
const whatsapp = (to: string, text: string) => ({ channel: "whatsapp", to, text }) as const;
const mail = (...to: string[]) =>
  ({
    channel: "mail",
    to,
    cc: [],
    bcc: [],
    subject: "Hi",
    text: "text",
    html: undefined,
    attachments: [],
  }) as const;

function sends(...messages: OutboundMessage[]): Body {
  return async ({ host }) => {
    for (const message of messages) {
      if (message.channel === "mail") host.mail.send(message, place);
      else if (message.channel === "sms") host.sms.send(message, place);
      else if (message.channel === "call") host.phone.send(message, place);
      else host.whatsapp.send(message, place);
    }
    return null;
  };
}

async function start(...messages: OutboundMessage[]): Promise<Fixture> {
  return startFixture({ script: scriptOf({ handler: sends(...messages) }) });
}

function refused(failure: FailureClass, remoteCode?: string) {
  const message = `it was ${failure}`;
  const detail = { code: "GB4009", severity: "error", message, hint: "ask them" } as const;
  const options = remoteCode === undefined ? {} : { remoteCode };
  return () => Promise.reject(new ChannelError(detail, failure, options));
}

describe("a message that a script sends", () => {
  it("goes to its channel with a key of its run and is done", async () => {
    const fixture = await start(whatsapp("ana", "1"), mail("rui@example.com"));
    await fixture.handle(requestOf("{}"));
    // Channels do not wait for each other.
    expect(new Set(fixture.channels.delivered)).toEqual(
      new Set([
        { message: whatsapp("ana", "1"), key: "uuid-1:1" },
        { message: mail("rui@example.com"), key: "uuid-1:2" },
      ]),
    );
    expect(await fixture.finished("done")).toHaveLength(3);
    expect(new Set(fixture.sends)).toEqual(
      new Set([
        { channel: "whatsapp", outcome: "done" },
        { channel: "mail", outcome: "done" },
      ]),
    );
  });

  it("leaves in order for one recipient, whatever others wait for", async () => {
    const fixture = await start(whatsapp("ana", "1"), whatsapp("ana", "2"), whatsapp("rui", "3"));
    const gate = Promise.withResolvers<{ id: string }>();
    fixture.channels.answers.push(() => gate.promise);
    (await fixture.receive(requestOf("{}"))).afterResponse();
    await fixture.time.settle();
    const texts = () =>
      fixture.channels.delivered.map(({ message }) =>
        message.channel === "mail" ? "" : message.text,
      );
    expect(texts()).toEqual(["1", "3"]);
    gate.resolve({ id: "wamid.1" });
    await fixture.delivery.settled();
    expect(texts()).toEqual(["1", "3", "2"]);
  });

  it("is tried again with growing pauses", async () => {
    const fixture = await start(whatsapp("ana", "1"));
    fixture.channels.answers.push(refused("retry"), refused("retry"), refused("retry"));
    await fixture.handle(requestOf("{}"));
    expect(fixture.failures).toEqual([]);
    const counts = [];
    for (const pause of [999, 1, 1999, 1, 3999, 1]) {
      await fixture.time.advance(pause);
      counts.push(fixture.channels.delivered.length);
    }
    expect(counts).toEqual([1, 2, 2, 3, 3, 4]);
    expect(new Set(fixture.channels.delivered.map(({ key }) => key)).size).toBe(1);
    expect(fixture.sends.at(-1)).toEqual({ channel: "whatsapp", outcome: "done" });
  });

  it("shows nobody as typing where the answers may have left before", async () => {
    const content = (typing: boolean) => ({ kind: "read", messageId: "wamid.1", typing }) as const;
    const mark = { ...whatsapp("", ""), content: content(true) };
    const fixture = await start(mark);
    fixture.channels.answers.push(refused("retry"));
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(60_000);
    expect(fixture.channels.delivered.map(({ message }) => message)).toEqual([
      mark,
      { ...mark, content: content(false) },
    ]);
  });

  it("waits 4^n seconds when one WhatsApp user gets too many", async () => {
    const fixture = await start(whatsapp("ana", "1"));
    fixture.channels.answers.push(refused("retry", "131056"), refused("retry", "131056"));
    await fixture.handle(requestOf("{}"));
    const counts = [];
    for (const pause of [3999, 1, 15_999, 1]) {
      await fixture.time.advance(pause);
      counts.push(fixture.channels.delivered.length);
    }
    expect(counts).toEqual([1, 2, 2, 3]);
  });

  it("becomes a dead letter after 24 hours", async () => {
    const fixture = await start(whatsapp("ana", "1"));
    for (let count = 0; count < 200; count += 1) fixture.channels.answers.push(refused("retry"));
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(23 * HOUR);
    expect(await fixture.finished("dead")).toEqual([]);
    await fixture.time.advance(HOUR);
    expect(await fixture.finished("dead")).toEqual([
      "the message could not be sent within 24 hours: GB4009: it was retry",
    ]);
    expect(fixture.logged("error")).toHaveLength(1);
    expect(fixture.failures).toEqual(["GB4223"]);
  });

  it("becomes a dead letter at once when it can never be sent, and lets the next pass", async () => {
    const fixture = await start(whatsapp("ana", "1"), whatsapp("ana", "2"));
    fixture.channels.answers.push(refused("permanent"));
    await fixture.handle(requestOf("{}"));
    expect(await fixture.finished("dead")).toEqual(["GB4009: it was permanent"]);
    expect(fixture.channels.delivered).toHaveLength(2);
    expect(fixture.logged("error")).toEqual(["message not sent: GB4009: it was permanent"]);
    expect(fixture.records.find(({ level }) => level === "error")?.fields).toMatchObject({
      channel: "whatsapp",
      file: "bot.bas",
      line: 7,
      code: "GB4009",
      hint: "ask them",
    });
    expect(fixture.failures).toEqual(["GB4009"]);
  });

  it.each(["whatsapp", "sms"] as const)(
    "is held as unknown and never sent again when %s did not answer",
    async (channel) => {
      const fixture = await start({ channel, to: "ana", text: "1" });
      fixture.channels.answers.push(refused("unknown"));
      await fixture.handle(requestOf("{}"));
      await fixture.time.advance(48 * HOUR);
      expect(fixture.channels.delivered).toHaveLength(1);
      expect(await fixture.finished("unknown")).toEqual(["GB4009: it was unknown"]);
      expect(fixture.logged("error")).toEqual([
        expect.stringContaining("may have been sent or not"),
      ]);
      expect(fixture.failures).toEqual(["GB4222"]);
    },
  );

  it("is sent again when a mail server did not answer", async () => {
    const fixture = await start(mail("ana@example.com"));
    fixture.channels.answers.push(refused("unknown"));
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(1000);
    expect(fixture.channels.delivered).toHaveLength(2);
    expect(await fixture.finished("unknown")).toEqual([]);
  });

  it("is unknown when the channel never answers, and the attempt is ended", async () => {
    const fixture = await start(whatsapp("ana", "1"));
    let signal: AbortSignal | undefined;
    fixture.channels.answers.push((context) => {
      signal = context.signal;
      return new Promise(() => {});
    });
    (await fixture.receive(requestOf("{}"))).afterResponse();
    await fixture.time.advance(60_000);
    expect(signal?.aborted).toBe(true);
    expect(await fixture.finished("unknown")).toEqual(["Error: no answer in time"]);
  });

  it("is recorded as skipped with a warning that names the line", async () => {
    const handler: Body = async ({ host }) => {
      host.whatsapp.skip(whatsapp("", "1"), "it has no recipient", place);
      return null;
    };
    const fixture = await startFixture({ script: scriptOf({ handler }) });
    const reception = await fixture.handle(requestOf("{}"));
    expect(reception.outcome).toBe("ok");
    expect(fixture.channels.delivered).toEqual([]);
    expect(await fixture.finished("skipped")).toEqual(["it has no recipient"]);
    expect(fixture.sends).toEqual([{ channel: "whatsapp", outcome: "skipped" }]);
    expect(fixture.records.find(({ level }) => level === "warn")).toMatchObject({
      fields: { code: "GB4221", file: "bot.bas", line: 7 },
      message: "a message for whatsapp was not sent: it has no recipient",
    });
  });

  it("keeps what it says out of the log", async () => {
    const fixture = await start(whatsapp("5511999999999", "my secret"));
    fixture.channels.answers.push(refused("retry"));
    await fixture.handle(requestOf("{}"));
    await fixture.time.advance(HOUR);
    expect(JSON.stringify(fixture.records)).not.toMatch(/my secret|5511999999999/);
    expect(fixture.records.length).toBeGreaterThan(1);
  });
});
