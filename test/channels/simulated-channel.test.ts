import { expect, test } from "vitest";
import { createSimulatedChannel } from "../../src/channels/simulated-channel.ts";
import {
  simulatedMail,
  simulatedSms,
  simulatedWhatsApp,
} from "../../src/channels/simulated-channels.ts";
import type { SmsMessage } from "../../src/host/message.ts";
import { delivery, failureOf } from "../contract/channel-contract.ts";

function sms(text: string): SmsMessage {
  return { channel: "sms", to: "+5511999999999", text };
}

test("logs each message once, for people", async () => {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  await simulatedWhatsApp(log).deliver(
    { channel: "whatsapp", to: "5511999999999", text: "Olá" },
    delivery(),
  );
  await simulatedSms(log).deliver(sms("hello"), delivery());
  await simulatedMail(log).deliver(
    {
      channel: "mail",
      to: ["a@b.c", "d@e.f"],
      cc: [],
      bcc: [],
      subject: "Hi",
      text: undefined,
      html: "<b>x</b>",
      attachments: [],
    },
    delivery(),
  );
  expect(lines).toEqual([
    "simulated whatsapp to 5511999999999: Olá",
    "simulated sms to +5511999999999: hello",
    "simulated mail to a@b.c, d@e.f, subject Hi: <b>x</b>",
  ]);
});

test("remembers what it took, and nothing that it refused", async () => {
  const lines: string[] = [];
  const channel = simulatedSms((line) => void lines.push(line));
  await channel.deliver(sms("one"), delivery());
  await failureOf(channel, sms(""));
  await failureOf(channel, sms("stopped"), delivery("k", AbortSignal.abort()));
  const receipt = await channel.deliver(sms("two"), delivery());
  expect(receipt).toEqual({ id: "simulated-2" });
  expect(channel.sent).toEqual([sms("one"), sms("two")]);
  expect(lines).toHaveLength(2);
});

test("forgets the oldest messages once it holds too many", async () => {
  const channel = createSimulatedChannel<SmsMessage>({
    name: "sms",
    check: () => undefined,
    describe: ({ text }) => text,
    log: () => undefined,
    kept: 2,
  });
  for (const text of ["one", "two", "three"]) await channel.deliver(sms(text), delivery());
  expect(channel.sent.map(({ text }) => text)).toEqual(["two", "three"]);
});
