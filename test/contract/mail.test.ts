import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSmtpChannel } from "../../src/channels/mail/smtp-channel.ts";
import { simulatedMail } from "../../src/channels/simulated-channels.ts";
import type { MailMessage } from "../../src/host/message.ts";
import { isSigned } from "./dkim-signature.ts";
import { delivery, failureOf, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { startLocalMailServer, type LocalMailServer } from "./local-mail-server.ts";

const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });

let server: LocalMailServer;

beforeAll(async () => {
  server = await startLocalMailServer();
});
afterAll(() => server.close());

function mail(parts: Partial<MailMessage> = {}): MailMessage {
  return {
    channel: "mail",
    to: ["ana@example.org"],
    cc: [],
    bcc: [],
    subject: "Hello",
    text: "It works.",
    html: undefined,
    attachments: [],
    ...parts,
  };
}

function live() {
  return createSmtpChannel({ smtpUrl: server.url, from: "Ana's bot <bot@example.com>" });
}

const subject: ContractSubject<MailMessage> = {
  name: "mail",
  good: mail(),
  refused: [
    ["a line break in an address", mail({ to: ["a@b.c\r\nBcc: x@y.z"] }), "GB4006"],
    ["a line break in a CC", mail({ cc: ["a@b.c\nBcc: x@y.z"] }), "GB4006"],
    ["a line break in a name", mail({ bcc: ['"Ana\r\nX: 1" <a@b.c>'] }), "GB4006"],
    ["a word as address", mail({ to: ["ana"] }), "GB4004"],
    ["an empty address", mail({ to: [""] }), "GB4004"],
    ["an address with blanks", mail({ to: ["a b@c.d"] }), "GB4004"],
    ["prose that holds an address", mail({ to: ["write to a@b.c"] }), "GB4004"],
    ["one wrong address among good ones", mail({ to: ["a@b.c, ana"] }), "GB4004"],
  ],
  odd: [
    ["an empty mail", mail({ subject: "", text: undefined })],
    ["emoji in subject and text", mail({ subject: "😀".repeat(100), text: "😀" })],
    ["a long text", mail({ text: "x".repeat(5000) })],
    ["a line break in the subject", mail({ subject: "Hello\r\nBcc: x@y.z" })],
    ["a line break in the name of an attachment", attached("a\r\nX-Evil: 1.txt")],
    ["several addresses in one text", mail({ to: ["a@b.c, Ana <d@e.f>"] })],
  ],
};

function attached(name: string): MailMessage {
  return mail({ attachments: [{ name, content: new Uint8Array([1, 2, 3]) }] });
}

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedMail(() => undefined));

test("sends every part of a mail", async () => {
  const receipt = await live().deliver(
    mail({
      to: ["Ana <ana@example.org>", "b@example.org"],
      cc: ["c@example.org"],
      bcc: ["d@example.org"],
      subject: "Olá 😀",
      text: "ação\r\n.\r\nend",
      html: "<b>ação</b>",
      attachments: [
        { name: "olá.bin", content: new Uint8Array([0, 255, 10, 13]), contentType: "x/y" },
      ],
    }),
    delivery("run-1/1"),
  );
  const { from, recipients, source, mail: read } = lastMail();
  expect(from).toBe("bot@example.com");
  expect(recipients).toEqual([
    "ana@example.org",
    "b@example.org",
    "c@example.org",
    "d@example.org",
  ]);
  expect(read.from).toMatchObject({ name: "Ana's bot", address: "bot@example.com" });
  expect(read.to).toMatchObject([
    { name: "Ana", address: "ana@example.org" },
    { name: "", address: "b@example.org" },
  ]);
  expect(read.cc).toMatchObject([{ address: "c@example.org" }]);
  expect(source).not.toContain("d@example.org");
  expect(read).toMatchObject({ subject: "Olá 😀", messageId: receipt.id });
  expect(read.text?.trim()).toBe("ação\n.\nend");
  expect(read.html?.trim()).toBe("<b>ação</b>");
  const [attachment] = read.attachments;
  expect(attachment).toMatchObject({ filename: "olá.bin", mimeType: "x/y" });
  expect(attachment?.content).toEqual(new Uint8Array([0, 255, 10, 13]).buffer);
});

test("keeps the Message-ID of a delivery over its attempts", async () => {
  const first = await live().deliver(mail(), delivery("run-1/1"));
  const again = await live().deliver(mail(), delivery("run-1/1"));
  const other = await live().deliver(mail(), delivery("run-1/2"));
  expect(first.id).toMatch(/^<[0-9a-f]{40}@example\.com>$/);
  expect(again.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
});

test("a line break in the subject or a file name adds no header", async () => {
  await live().deliver(
    { ...attached("a\r\nX-Evil: 1.txt"), subject: "Hello\r\nBcc: x@y.z\r\n\r\nbody" },
    delivery(),
  );
  const { recipients, mail: read } = lastMail();
  expect(recipients).toEqual(["ana@example.org"]);
  expect(read.subject).toBe("Hello Bcc: x@y.z body");
  expect(read.headers.map(({ key }) => key)).not.toContain("bcc");
  expect(read.attachments.map(({ filename }) => filename)).toEqual(["a X-Evil: 1.txt"]);
});

test("a text that looks like a path or an address is only text", async () => {
  await live().deliver(mail({ text: "/etc/passwd", html: "http://127.0.0.1/" }), delivery());
  expect(lastMail().mail.text?.trim()).toBe("/etc/passwd");
  expect(lastMail().mail.html?.trim()).toBe("http://127.0.0.1/");
});

const DKIM = {
  domain: "example.com",
  selector: "mail",
  privateKey: RSA.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
};

test.each(["bot@example.com", "Bot <bot@Mail.Example.com>"])(
  "signs a mail of %s with DKIM",
  async (from) => {
    const channel = createSmtpChannel({ smtpUrl: server.url, from, dkim: DKIM });
    await channel.deliver(mail({ html: "<p>olá</p>", cc: ["bo@example.org"] }), delivery());
    const { source } = lastMail();
    expect(source).toContain(" d=example.com;");
    expect(source).toContain(" s=mail;");
    expect(isSigned(source, RSA.publicKey)).toBe(true);
    expect(isSigned(source.replace("It works.", "It fails."), RSA.publicKey)).toBe(false);
    expect(isSigned(source.replace(/^Subject: Hello/m, "Subject: Bye"), RSA.publicKey)).toBe(false);
  },
);

test("signs no mail of a domain that is not its own", async () => {
  for (const from of ["bot@example.org", "bot@notexample.com"]) {
    const channel = createSmtpChannel({ smtpUrl: server.url, from, dkim: DKIM });
    await channel.deliver(mail(), delivery());
    expect(lastMail().source.toLowerCase()).not.toContain("dkim-signature");
  }
});

test("a mail leaves through the account that it names, whatever the case and signs", async () => {
  const other = await startLocalMailServer();
  const accounts = new Map([
    ["SALES", { smtpUrl: other.url, from: "Sales <sales@example.org>" }],
    ["ANA_EXAMPLE_COM", { smtpUrl: server.url, from: "ana@example.com" }],
  ]);
  const channel = createSmtpChannel({ smtpUrl: server.url, from: "bot@example.com", accounts });
  await channel.deliver(mail({ account: "sales" }), delivery("1"));
  await channel.deliver(mail({ account: "ana@example.com" }), delivery("2"));
  expect(other.received.map(({ from }) => from)).toEqual(["sales@example.org"]);
  expect(lastMail()).toMatchObject({ from: "ana@example.com" });
  const count = server.received.length;
  const { failure, detail } = await failureOf(channel, mail({ account: "sails" }));
  expect({ failure, code: detail.code }).toEqual({ failure: "permanent", code: "GB4012" });
  expect(detail.hint).toContain("SALES");
  expect(server.received.length).toBe(count);
  await channel.close();
  await other.close();
});

function lastMail() {
  const last = server.received.at(-1);
  if (last === undefined) throw new Error("the server took no mail");
  return last;
}
