import { afterAll, beforeAll, expect, test } from "vitest";
import { mailFailure } from "../../src/channels/mail/mail-failure.ts";
import { createSmtpChannel } from "../../src/channels/mail/smtp-channel.ts";
import type { MailMessage } from "../../src/host/message.ts";
import { delivery, failureOf } from "../contract/channel-contract.ts";
import {
  MAIL_USER,
  smtpReply,
  startLocalMailServer,
  type LocalMailServer,
} from "../contract/local-mail-server.ts";
import { startLocalServer } from "../contract/local-server.ts";

const MESSAGE: MailMessage = {
  channel: "mail",
  to: ["ana@example.org", "bo@example.org"],
  cc: [],
  bcc: [],
  subject: "Hello",
  text: "It works.",
  html: undefined,
  attachments: [],
};

let server: LocalMailServer;

beforeAll(async () => {
  server = await startLocalMailServer();
});
afterAll(() => server.close());

function channel(smtpUrl = server.url, timeout = 10_000) {
  return createSmtpChannel({ smtpUrl, from: "bot@example.com", timeout });
}

test.each([
  [421, "retry"],
  [450, "retry"],
  [452, "retry"],
  [550, "permanent"],
  [552, "permanent"],
  [554, "permanent"],
] as const)("reply %i to all recipients is %s", async (code, failure) => {
  server.answer({ recipient: () => smtpReply(code, "no") });
  const error = await failureOf(channel(), MESSAGE);
  expect(error).toMatchObject({ failure, remoteCode: String(code), detail: { code: "GB4001" } });
});

test.each([
  [451, "retry"],
  [550, "permanent"],
] as const)("reply %i to the text is %s", async (code, failure) => {
  server.answer({ data: () => smtpReply(code, "looks like spam") });
  const error = await failureOf(channel(), MESSAGE);
  expect(error).toMatchObject({ failure, remoteCode: String(code) });
  expect(error.message).toContain("looks like spam");
});

test.each([
  ["is busy", { "bo@example.org": 450 }, "retry", "GB4013", "450"],
  ["is not there", { "bo@example.org": 550 }, "permanent", "GB4008", "550"],
  [
    "is busy behind one that is not there",
    { "al@x.org": 550, "bo@x.org": 450 },
    "retry",
    "GB4013",
    "450",
  ],
] as const)(
  "a mail that one of its recipients did not get, whose box %s, goes to that one alone",
  async (_, replies: Readonly<Record<string, number>>, failure, code, remoteCode) => {
    const left = Object.keys(replies);
    const message = { ...MESSAGE, to: ["Ana <ana@example.org>"], cc: [...left, "cy@x.org"] };
    const answers = new Map(Object.entries(replies));
    server.answer({
      recipient: (address) => {
        const reply = answers.get(address);
        return reply === undefined ? undefined : smtpReply(reply, `reply ${String(reply)}`);
      },
    });
    const error = await failureOf(channel(), message);
    expect(error).toMatchObject({ failure, remoteCode, detail: { code } });
    expect(error.message).toContain(`to ${left.join(", ")}: `);
    expect(error.message).toContain(`reply ${remoteCode}`);
    expect(error.message).not.toContain("ana@example.org");
    expect(error.remaining).toEqual({ ...message, left });
    server.answer({});
    await channel().deliver({ ...message, left }, delivery("run-1/1"));
    const [first, second] = server.received.slice(-2);
    expect(first?.recipients).toEqual(["ana@example.org", "cy@x.org"]);
    expect(second?.recipients).toEqual(left);
    expect([second?.mail.to, second?.mail.cc]).toEqual([first?.mail.to, first?.mail.cc]);
  },
);

test("a connection lost after the text may be tried again with the same Message-ID", async () => {
  server.answer({});
  server.hangUpAtData();
  const error = await failureOf(channel(), MESSAGE, delivery("run-1/1"));
  expect(error.failure).toBe("retry");
  server.answer({});
  const { id } = await channel().deliver(MESSAGE, delivery("run-1/1"));
  expect(server.received.slice(-2).map(({ mail }) => mail.messageId)).toEqual([id, id]);
});

test("a server that is not there may be tried again", async () => {
  const gone = await startLocalMailServer();
  await gone.close();
  const error = await failureOf(channel(gone.url), MESSAGE);
  expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4002" } });
});

test("a server that never greets may be tried again", async () => {
  const http = await startLocalServer({ status: 200, text: "" });
  const error = await failureOf(channel(http.url.replace("http", "smtp"), 50), MESSAGE);
  expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4002" } });
  expect(error.message).toContain("within 0.05 s");
  await http.close();
});

test("wrong credentials are final, and the password is not shown", async () => {
  const password = "very/secret%";
  const url = server.url.replace(
    encodeURIComponent(MAIL_USER.password),
    encodeURIComponent(password),
  );
  const error = await failureOf(channel(url), MESSAGE);
  expect(error).toMatchObject({ failure: "permanent", remoteCode: "535" });
  expect(error.message).toContain("[hidden]");
  expect(String(error.stack) + String(error.cause)).not.toContain(password);
});

test.each([
  ["ECONNECTION", "retry"],
  ["ESOCKET", "retry"],
  ["ETIMEDOUT", "retry"],
  ["EDNS", "retry"],
  ["ETLS", "retry"],
  ["EABORT", "retry"],
  ["EAUTH", "permanent"],
  ["ECONFIG", "permanent"],
  ["EENVELOPE", "permanent"],
  ["EMESSAGE", "permanent"],
] as const)("without a reply, %s is %s", (code, failure) => {
  const error = Object.assign(new Error("no"), { code });
  expect(mailFailure(error, (text) => text).failure).toBe(failure);
});
