import { mkdir, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { gbasic } from "../cli/command.ts";
import {
  type MailReplies,
  smtpReply,
  startLocalMailServer,
} from "../contract/local-mail-server.ts";
import { ManualTime } from "../manual-time.ts";
import { passTime, untilIdle } from "./far-side.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const FAILED = `ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "handler saw", FAILED
END ON
`;

/** Serves a handler that runs these lines, with a mail server beside it. */
async function serveMails(lines: string, replies: MailReplies = {}, size?: number) {
  const mail = await startLocalMailServer(size);
  onTestFinished(() => mail.close());
  mail.answer(replies);
  const folder = await makeFolder();
  const files = { "hello.html": "<p>Dear {{name}}</p>", "a.txt": "a", "../outside.txt": "secret" };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "s", path)), { recursive: true });
    await writeFile(join(folder, "s", path), content);
  }
  await writeFile(join(folder, "s/mid.bin"), Buffer.alloc(300_000));
  await writeFile(join(folder, "s/big.bin"), "");
  await truncate(join(folder, "s/big.bin"), 13 * 1024 * 1024);
  const script = `ON WEBHOOK POST TO "/send" OPEN DO\n${lines}\nEND ON\n${FAILED}`;
  const settings = {
    ...{ SMTP_URL: mail.url, MAIL_FROM: "bot@example.com" },
    ...{ SMTP_URL_SALES: mail.url, MAIL_FROM_SALES: "Sales <sales@example.com>" },
  };
  const time = new ManualTime();
  const serveAgain = () => serveScript(join(folder, "s"), script, settings, time);
  const served = await serveAgain();
  const send = async () => (await fetch(`${served.url}/send`, { method: "POST" })).text();
  return { mail, served, serveAgain, time, send, folder };
}

/** Waits until the handler of failed messages has said so. */
async function handlerSaw(said: () => string, ...parts: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect(said()).toContain("handler saw"), { timeout: 15_000 });
  for (const part of parts) expect(said()).toContain(part);
}

test("one recipient that is refused among several is a dead letter, and the others have it once", async () => {
  const { mail, served, send, time } = await serveMails(
    '  SEND MAIL TO "ana@example.org, nobody@example.org" WITH SUBJECT "News" AND CC "bo@example.org"',
    {
      recipient: (one) => (one.startsWith("nobody") ? smtpReply(550, "no such box") : undefined),
    },
  );
  await send();
  await handlerSaw(
    served.said,
    '"subject":"News"',
    '"code":"550"',
    "nobody@example.org",
    "no such box",
  );
  await passTime(time, served.url, 3_600_000);
  expect(mail.received.map(({ recipients }) => recipients)).toEqual([
    ["ana@example.org", "bo@example.org"],
  ]);
}, 30_000);

/** Says "later" of bo and knows no box of nobody, until told otherwise; tells who was asked for. */
function startDoubts() {
  const asked: string[] = [];
  const answers = new Map([
    ["bo@example.org", smtpReply(450, "greylisted")],
    ["nobody@example.org", smtpReply(550, "no such box")],
  ]);
  const recipient = (one: string) => {
    asked.push(one);
    return answers.get(one);
  };
  return { asked, answers, recipient };
}

const TO_THREE =
  '  SEND MAIL TO "ana@example.org, bo@example.org" WITH SUBJECT "News" AND CC "nobody@example.org"';

test("who is refused is a dead letter at once and not asked for again, whoever gets the mail later", async () => {
  const { asked, answers, recipient } = startDoubts();
  const { mail, served, send, time, folder } = await serveMails(TO_THREE, { recipient });
  await send();
  await handlerSaw(
    served.said,
    ...['"to":"nobody@example.org"', '"code":"550"', '"attempts":1'],
    ...["GB4013: the mail did not go yet to bo@example.org: 450 greylisted"],
    ...["GB4008: the mail did not go to nobody@example.org: 550 no such box"],
  );
  await passTime(time, served.url, 60_000);
  answers.delete("bo@example.org");
  await passTime(time, served.url, 600_000);
  expect(asked.filter((one) => one.startsWith("nobody"))).toHaveLength(1);
  expect(served.said().match(/handler saw/g)).toHaveLength(1);
  answers.clear();
  const [, entry = ""] = /"entry":"([^"]+)"/.exec(served.said()) ?? [];
  const data = join(folder, "s/.gbasic");
  expect((await gbasic(["jobs", "list", "--data", data], folder)).stdout).toContain(
    "nobody@example.org",
  );
  const retried = gbasic(["jobs", "retry", entry, "--data", data], folder);
  await vi.waitFor(
    async () => {
      await time.advance(1000);
      expect(mail.received).toHaveLength(3);
    },
    { timeout: 15_000 },
  );
  expect((await retried).code).toBe(0);
  expect(mail.received.map(({ recipients }) => recipients)).toEqual([
    ["ana@example.org"],
    ["bo@example.org"],
    ["nobody@example.org"],
  ]);
  expect(new Set(mail.received.map((one) => one.mail.messageId)).size).toBe(1);
}, 30_000);

test("what was refused is remembered over a restart, and what fails later is told of by itself", async () => {
  const { asked, recipient } = startDoubts();
  const first = await serveMails(TO_THREE, { recipient });
  await first.send();
  await handlerSaw(first.served.said, '"to":"nobody@example.org"');
  await first.served.stop();
  const { said, url } = await first.serveAgain();
  await passTime(first.time, url, 25 * 3_600_000);
  await handlerSaw(said, '"to":"bo@example.org"', "within 24 hours", "450 greylisted");
  expect(said().match(/handler saw/g)).toHaveLength(1);
  expect(said()).not.toContain("nobody@example.org");
  expect(asked.filter((one) => !one.startsWith("bo"))).toEqual([
    "ana@example.org",
    "nobody@example.org",
  ]);
  const dead = await gbasic(
    ["jobs", "list", "--data", join(first.folder, "s/.gbasic")],
    first.folder,
  );
  expect(dead.stdout.match(/mail to \S+/g)?.toSorted()).toEqual([
    "mail to bo@example.org",
    "mail to nobody@example.org",
  ]);
  expect(first.mail.received.map(({ recipients }) => recipients)).toEqual([["ana@example.org"]]);
}, 60_000);

test("a server that says later, or ends the connection in the text, gets the same mail again", async () => {
  let asked = 0;
  const { mail, served, send, time } = await serveMails(
    '  SEND MAIL "ana@example.org", "News", "hello"',
    {
      recipient: () => (++asked === 1 ? smtpReply(451, "greylisted, come back") : undefined),
      // The second attempt comes as far as the text.
      data: () => (asked === 2 ? smtpReply(421, "closing") : undefined),
    },
  );
  await send();
  await untilIdle(served.url);
  expect(mail.received).toEqual([]);
  await passTime(time, served.url, 3_600_000);
  expect(mail.received.map(({ recipients }) => recipients)).toEqual([["ana@example.org"]]);
  expect(asked).toBe(3);
  expect(served.said()).not.toContain("handler saw");
}, 30_000);

test("a mail that the server finds too large is a dead letter at once", async () => {
  const { mail, served, send } = await serveMails(
    '  SEND MAIL TO "ana@example.org" WITH SUBJECT "Big" ATTACH "mid.bin"',
    {},
    100_000,
  );
  await send();
  await handlerSaw(served.said, '"subject":"Big"', "the mail is too large", '"attempts":1');
  expect(mail.received).toEqual([]);
}, 30_000);

test("an account that no setting names is a dead letter with what to do", async () => {
  const { mail, served, send } = await serveMails(
    '  SEND MAIL TO "ana@example.org" WITH SUBJECT "x" USING "sale"\n  SEND MAIL TO "ana@example.org" WITH SUBJECT "y" USING "sales"',
  );
  await send();
  await handlerSaw(served.said, '"subject":"x"', "SMTP_URL_SALE");
  await vi.waitFor(() => expect(mail.received).toHaveLength(1));
  expect(mail.received[0]?.mail.from).toEqual({ name: "Sales", address: "sales@example.com" });
}, 30_000);

test("an account with half a sign in its name is a dead letter as any other", async () => {
  const half = '(PARSE JSON "[""\\ud83d""]")[0]';
  const { served, send } = await serveMails(
    `  SEND MAIL TO "ana@example.org" WITH SUBJECT "x" USING ${half}`,
  );
  await send();
  await handlerSaw(served.said, '"subject":"x"', "GB4012");
}, 30_000);

test("what a mail cannot hold is an error of the script, and forges nothing", async () => {
  const wrong = [
    ['"ana@example.org" WITH SUBJECT "x" ATTACH LCASE$("../OUTSIDE.TXT")', "GB4231"],
    ['"ana@example.org" WITH SUBJECT "x" ATTACH "none.txt"', "GB4232"],
    ['"ana@example.org" WITH SUBJECT "x" ATTACH ["big.bin", "big.bin"]', "GB4759"],
    ['"ana@example.org" WITH SUBJECT "x" ATTACH LEN("x")', "GB3332"],
    ['"ana@example.org" WITH SUBJECT "x" TEMPLATE "none.html"', "GB4232"],
    ['"ana@example.org" WITH SUBJECT "x" TEMPLATE LCASE$("../OUTSIDE.TXT")', "GB4231"],
    ['"ana@example.org" + CHR$(10) + "Bcc: eve@example.org" WITH SUBJECT "x"', "GB3330"],
    ['"ana" WITH SUBJECT "x"', "GB3330"],
  ] as const;
  const tries = wrong.map(
    ([rest]) =>
      `  TRY\n    SEND MAIL TO ${rest}\n    PRINT "sent"\n  CATCH e\n    PRINT e.code\n  END TRY`,
  );
  const right = `  N = CHR$(13) + CHR$(10)
  SEND MAIL TO "ana@example.org" WITH SUBJECT "Hi" + N + "Bcc: eve@example.org" + N + N + "x" TEMPLATE "hello.html" VALUES { "name": "<b>Bo</b> & ""Co""" } ATTACH "a.txt"
  BEGIN MAIL "bo@example.org"
  Subject: Hi \${"a" + N + "Bcc: eve@example.org"}

  Text
  END MAIL`;
  const { mail, send } = await serveMails([...tries, right].join("\n"));
  expect((await send()).split("\n")).toEqual(wrong.map(([, code]) => code));
  await vi.waitFor(() => expect(mail.received).toHaveLength(2), { timeout: 15_000 });
  const [first, second] = mail.received.toSorted((one, other) =>
    String(one.recipients[0]).localeCompare(String(other.recipients[0])),
  );
  expect(first).toMatchObject({
    recipients: ["ana@example.org"],
    mail: {
      subject: "Hi Bcc: eve@example.org x",
      html: "<p>Dear &lt;b&gt;Bo&lt;&#x2F;b&gt; &amp; &quot;Co&quot;</p>\n",
      attachments: [{ filename: "a.txt" }],
    },
  });
  expect(second).toMatchObject({
    recipients: ["bo@example.org"],
    mail: { subject: "Hi a Bcc: eve@example.org", text: "Text\n" },
  });
}, 30_000);

test("a refused login makes one attempt for all mails of an account, and another after minutes", async () => {
  let logins = 0;
  let isOpen = false;
  const login = () => {
    logins += 1;
    return isOpen ? undefined : smtpReply(535, "wrong password");
  };
  const lines = `  FOR I = 1 TO 30
    SEND MAIL TO "p" + TRIM$(STR$(I)) + "@example.org" WITH SUBJECT "News"
  NEXT I`;
  const { mail, served, send, time } = await serveMails(lines, {
    login,
  });
  await send();
  await vi.waitFor(() => expect(served.said()).toContain("GB4871"), 15_000);
  await passTime(time, served.url, 4 * 60_000);
  expect(logins).toBe(1);
  await passTime(time, served.url, 7 * 60_000);
  // One after 5 to 10 minutes, and maybe one more after that.
  expect([2, 3]).toContain(logins);
  await passTime(time, served.url, 3 * 3_600_000);
  expect(logins).toBeLessThan(40);
  isOpen = true;
  await passTime(time, served.url, 2 * 3_600_000);
  expect(new Set(mail.received.map(({ recipients }) => recipients[0])).size).toBe(30);
  expect(mail.received).toHaveLength(30);
}, 60_000);

test("an account whose login is refused holds up no other", async () => {
  const mail = await startLocalMailServer();
  onTestFinished(() => mail.close());
  const script = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND MAIL TO "ana@example.org" WITH SUBJECT "refused" USING "sales"
  SEND MAIL TO "bo@example.org" WITH SUBJECT "refused" USING "sales"
  SEND MAIL TO "ana@example.org" WITH SUBJECT "taken"
  SEND MAIL TO "bo@example.org" WITH SUBJECT "taken"
END ON
`;
  const settings = {
    ...{ SMTP_URL: mail.url, MAIL_FROM: "bot@example.com" },
    ...{
      SMTP_URL_SALES: mail.url.replace(/:[^:@/]+@/, ":wrong@"),
      MAIL_FROM_SALES: "s@example.com",
    },
  };
  const served = await serveScript(await makeFolder(), script, settings, new ManualTime());
  await fetch(`${served.url}/send`, { method: "POST" });
  await vi.waitFor(() => expect(mail.received).toHaveLength(2), 15_000);
  await untilIdle(served.url);
  expect(mail.received.map(({ mail: { subject } }) => subject)).toEqual(["taken", "taken"]);
  expect(served.said().match(/not sent yet: GB4871/g)).toHaveLength(1);
}, 30_000);

test("a mail waits for its password to be mended, and leaves after the next start", async () => {
  const mail = await startLocalMailServer();
  onTestFinished(() => mail.close());
  const folder = await makeFolder();
  const script = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND MAIL TO "ana@example.org" WITH SUBJECT "News"
END ON
${FAILED}`;
  const time = new ManualTime();
  const wrong = mail.url.replace(/:[^:@/]+@/, ":wrong@");
  const from = { MAIL_FROM: "bot@example.com" };
  const first = await serveScript(folder, script, { SMTP_URL: wrong, ...from }, time);
  await fetch(`${first.url}/send`, { method: "POST" });
  await vi.waitFor(() => expect(first.said()).toContain("message not sent yet: GB4871"), 15_000);
  await passTime(time, first.url, 3_600_000);
  await first.stop();
  expect(first.said()).toContain("look at the user and the password in SMTP_URL");
  expect(first.said()).not.toContain("handler saw");
  expect(mail.received).toEqual([]);
  const second = await serveScript(folder, script, { SMTP_URL: mail.url, ...from }, time);
  await passTime(time, second.url, 3_600_000);
  await vi.waitFor(() => expect(mail.received).toHaveLength(1), 15_000);
}, 30_000);
