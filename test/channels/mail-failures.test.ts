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
    "is not there, as another is not",
    { "al@x.org": 550, "bo@x.org": 551 },
    "permanent",
    "GB4008",
    "550",
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
    for (const [one, reply] of Object.entries(replies)) {
      expect(error.message).toContain(`${one}: ${String(reply)} reply ${String(reply)}`);
    }
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

test.each([
  ["while others have it", {}],
  ["while nobody has it", { "ana@example.org": 451, "cy@x.org": 452 }],
] as const)(
  "who is refused for good is a part of its own where others are put off, %s",
  async (_, more: Readonly<Record<string, number>>) => {
    const replies = new Map(Object.entries({ "al@x.org": 550, "bo@x.org": 450, ...more }));
    server.answer({
      recipient: (address) => {
        const reply = replies.get(address);
        return reply === undefined ? undefined : smtpReply(reply, `reply ${String(reply)}`);
      },
    });
    const message = {
      ...MESSAGE,
      to: ["ana@example.org"],
      cc: ["al@x.org", "bo@x.org", "cy@x.org"],
    };
    const error = await failureOf(channel(), message);
    const delayed = message.to.concat(message.cc).filter((one) => (replies.get(one) ?? 550) < 500);
    expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4013" } });
    expect(error.remaining).toEqual({ ...message, left: delayed });
    for (const one of delayed)
      expect(error.message).toContain(`${one}: ${String(replies.get(one))}`);
    expect(error.message).not.toContain("al@x.org");
    expect(error.refusedPart).toMatchObject({
      ...{ failure: "permanent", remoteCode: "550", detail: { code: "GB4008" } },
      remaining: { ...message, left: ["al@x.org"] },
    });
    expect(error.refusedPart?.message).toContain("al@x.org: 550 reply 550");
  },
);

test("who is refused one after the other is told of one by one, where nobody gets the mail", async () => {
  server.answer({ recipient: (one) => smtpReply(one.startsWith("ana") ? 550 : 551, `no ${one}`) });
  const error = await failureOf(channel(), MESSAGE);
  expect(error).toMatchObject({ failure: "permanent", detail: { code: "GB4001" } });
  expect(error.message).toContain(
    "ana@example.org: 550 no ana@example.org; bo@example.org: 551 no bo@example.org",
  );
  expect([error.remaining, error.refusedPart]).toEqual([undefined, undefined]);
});

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

test("wrong credentials are tried again with what to look at, and the password is not shown", async () => {
  const password = "very/secret%";
  const url = server.url.replace(
    encodeURIComponent(MAIL_USER.password),
    encodeURIComponent(password),
  );
  const error = await failureOf(channel(url), MESSAGE);
  expect(error).toMatchObject({
    failure: "retry",
    remoteCode: "535",
    detail: { code: "GB4871" },
  });
  expect(error.message).toContain("refused the user and password of SMTP_URL: ");
  expect(error.detail.hint).toContain("in SMTP_URL,");
  expect(error.message).toContain("[hidden]");
  expect(String(error.stack) + String(error.cause)).not.toContain(password);
});

test.each([
  [530, "5.7.0 Must issue a STARTTLS command first", "GB4888"],
  [538, "5.7.11 not now", "GB4888"],
  [530, "5.7.0 Authentication required", "GB4889"],
  [535, "5.7.8 who are you", "GB4889"],
] as const)("without a user, the reply %i %s is %s", async (reply, text, code) => {
  server.answer({ sender: () => smtpReply(reply, text) });
  const error = await failureOf(channel(server.url.replace(/[^/]+@/, "")), MESSAGE);
  expect(error).toMatchObject({ failure: "retry", refusesSender: true, detail: { code } });
  expect(error.message).toContain(text);
  expect(error.message).not.toContain("refused the user");
  expect(error.detail.hint).toContain("SMTP_URL=smtps://");
  server.answer({});
});

test("a server that wants STARTTLS says nothing of the password, though there is one", async () => {
  server.answer({ sender: () => smtpReply(530, "Must issue a STARTTLS command first") });
  const error = await failureOf(channel(), MESSAGE);
  expect(error.detail.code).toBe("GB4888");
  expect(`${error.message} ${error.detail.hint ?? ""}`).not.toMatch(/password/);
  server.answer({});
});

test.each([
  ["ECONNECTION", "retry"],
  ["ESOCKET", "retry"],
  ["ETIMEDOUT", "retry"],
  ["EDNS", "retry"],
  ["ETLS", "retry"],
  ["EABORT", "retry"],
  ["EAUTH", "retry"],
  ["ENOAUTH", "retry"],
  ["EOAUTH2", "retry"],
  ["ECONFIG", "permanent"],
  ["EENVELOPE", "permanent"],
  ["EMESSAGE", "permanent"],
] as const)("without a reply, %s is %s", (code, failure) => {
  const error = Object.assign(new Error("no"), { code });
  expect(mailFailure(error, MESSAGE, (text) => text).failure).toBe(failure);
});

test.each([530, 534, 535])("the reply %i refuses who sends, not the mail", (responseCode) => {
  const refused = { code: "EENVELOPE", responseCode, permanent: true };
  const error = Object.assign(new Error("no"), refused);
  const { failure, detail } = mailFailure(error, { ...MESSAGE, account: "sales" }, (text) => text);
  expect(failure).toBe("retry");
  expect(detail).toMatchObject({ code: "GB4871" });
  expect(detail.hint).toContain("SMTP_URL_SALES");
});
