import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { readStore } from "../../src/engine/sqlite/store-reader.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { smtpReply, startLocalMailServer } from "../contract/local-mail-server.ts";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, type ServedScript, serveScript } from "./served-scripts.ts";
import { startServe } from "./start-serve.ts";

const ANA = "5511999990001";
const SENDING = `ON WEBHOOK POST TO "/send" DO
  SEND WHATSAPP TO "${ANA}" WITH "hello"
END ON
`;
const HANDLER = `ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "handler saw", FAILED
END ON
`;
const sentSchema = z.object({ to: z.string(), biz_opaque_callback_data: z.string() });

/** A Meta on this machine that takes or refuses what it gets. */
async function startMeta(refusal?: number) {
  const sent: z.infer<typeof sentSchema>[] = [];
  const settings = await startLocalMeta((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      sent.push(sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString())));
      if (refusal === undefined) response.end(JSON.stringify({ messages: [{ id: "wamid.1" }] }));
      else response.writeHead(400).end(JSON.stringify({ error: { message: "no", code: refusal } }));
    });
  });
  return { sent, settings };
}

const post = (url: string) => fetch(`${url}/send`, { method: "POST" });

async function said(served: ServedScript, text: string, times = 1): Promise<void> {
  const wait = { timeout: 15_000 };
  await vi.waitFor(() => expect(served.said().split(text)).toHaveLength(times + 1), wait);
}

/** What the store holds, as kind and state, in order. */
function entriesOf(folder: string): readonly string[] {
  const read = readStore(join(folder, ".gbasic"), (reader) =>
    reader.list({ state: undefined, limit: 100 }),
  );
  return read.map(({ kind, state }) => `${kind} ${state}`).reverse();
}

describe("ON SEND FAILED", () => {
  test("runs once for a message that WhatsApp refuses, and knows all about it", async () => {
    const { settings } = await startMeta(131051);
    const served = await serveScript(await makeFolder(), SENDING + HANDLER, settings);
    await post(served.url);
    await said(served, "handler saw");
    for (const part of ['"channel":"whatsapp"', '"code":"131051"', '"attempts":1', '"line":2']) {
      expect(served.said()).toContain(part);
    }
    await served.stop();
    expect(served.said().split("handler saw")).toHaveLength(2);
  }, 30_000);

  test("runs for a message that was sent and that a status reports as failed, over a restart", async () => {
    const { sent, settings } = await startMeta();
    const folder = await makeFolder();
    const script = `${SENDING}${HANDLER}ON WHATSAPP STATUS DO\n  PRINT "OK"\nEND ON\n`;
    const first = await serveScript(folder, script, settings);
    await post(first.url);
    await said(first, "message sent");
    await first.stop();
    const second = await serveScript(folder, script, settings);
    const report = async (status: string) => {
      const errors = [{ code: 131026, title: "Message undeliverable" }];
      const key = sent[0]?.biz_opaque_callback_data;
      const one = { id: "wamid.1", status, recipient_id: ANA, biz_opaque_callback_data: key };
      const value = { statuses: [{ ...one, ...(status === "failed" ? { errors } : {}) }] };
      const entry = [{ changes: [{ field: "messages", value }] }];
      const body = JSON.stringify({ object: "whatsapp_business_account", entry });
      const headers = { "Content-Type": "application/json" };
      const url = `${second.url}/webhooks/whatsapp`;
      expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
    };
    await report("failed");
    await report("failed");
    await said(second, "handler saw");
    expect(second.said()).toContain('"id":"wamid.1"');
  }, 30_000);

  test("does not run for a mark of reading that is refused", async () => {
    const settings = await startLocalMeta((request, response) => {
      request.resume();
      response.writeHead(400).end(JSON.stringify({ error: { message: "no", code: 100 } }));
    });
    const script = `ON WEBHOOK POST TO "/send" DO\n  MARK WHATSAPP READ "wamid.0"\nEND ON\n${HANDLER}`;
    const served = await serveScript(await makeFolder(), script, settings);
    await post(served.url);
    await said(served, "message not sent");
    await served.stop();
    expect(served.said()).not.toContain("handler saw");
  }, 30_000);

  test("runs too where the status gives nothing but WhatsApp's id back, as services in between do", async () => {
    const { settings } = await startMeta();
    const script = `${SENDING}${HANDLER}ON WHATSAPP STATUS DO\n  PRINT "OK"\nEND ON\n`;
    const served = await serveScript(await makeFolder(), script, settings);
    await post(served.url);
    await said(served, "message sent");
    for (const id of ["wamid.elsewhere", "wamid.1"]) {
      const errors = [{ code: 131026, title: "Message undeliverable" }];
      const value = { statuses: [{ id, status: "failed", recipient_id: ANA, errors }] };
      const entry = [{ changes: [{ field: "messages", value }] }];
      const body = JSON.stringify({ object: "whatsapp_business_account", entry });
      const headers = { "Content-Type": "application/json" };
      await fetch(`${served.url}/webhooks/whatsapp`, { method: "POST", headers, body });
    }
    await said(served, "handler saw");
    expect(served.said()).toContain('"id":"wamid.1"');
    expect(served.said()).toContain('"code":"131026"');
  }, 30_000);

  test("runs for an SMS, and what it sends itself does not come back to it", async () => {
    const twilio = await startLocalServer({ status: 400, json: { code: 21610, message: "stop" } });
    onTestFinished(() => twilio.close());
    const settings = {
      TWILIO_ACCOUNT_SID: "AC1",
      TWILIO_AUTH_TOKEN: "token",
      TWILIO_FROM: "+15550001111",
      TWILIO_API_URL: twilio.url,
    };
    const script = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND SMS TO "+${ANA}" WITH "hello"
END ON
ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  SEND SMS TO FAILED.to WITH "again: " + FAILED.text
  SPAWN ONCE MORE FAILED.to
END ON
SUB ONCE MORE TO$
  SEND SMS TO TO$ WITH "once more"
END SUB
`;
    const folder = await makeFolder();
    const served = await serveScript(folder, script, settings);
    await post(served.url);
    await vi.waitFor(() => expect(twilio.received).toHaveLength(3), { timeout: 15_000 });
    await served.stop();
    expect(entriesOf(folder).toSorted()).toEqual(
      ["request done", "send dead", "job done", "send dead", "job done", "send dead"].toSorted(),
    );
  }, 30_000);

  test("runs for a mail whose address the mail server refuses", async () => {
    const mail = await startLocalMailServer();
    mail.answer({ recipient: () => smtpReply(550, "no such mailbox") });
    onTestFinished(() => mail.close());
    const script = SENDING.replace(
      `SEND WHATSAPP TO "${ANA}" WITH "hello"`,
      'SEND MAIL "nobody@example.com", "News", "hello"',
    );
    const settings = { SMTP_URL: mail.url, MAIL_FROM: "bot@example.com" };
    const served = await serveScript(await makeFolder(), script + HANDLER, settings);
    await post(served.url);
    await said(served, "handler saw");
    for (const part of ['"channel":"mail"', '"subject":"News"', '"code":"550"']) {
      expect(served.said()).toContain(part);
    }
  }, 30_000);

  test("that fails itself is a dead letter, and its message stays one", async () => {
    const { settings } = await startMeta(131051);
    const folder = await makeFolder();
    const wrong = "ON SEND FAILED DO\n  LOG 1 / (LEN(GET FAILED MESSAGE) * 0)\nEND ON\n";
    const served = await serveScript(folder, SENDING + wrong, settings);
    await post(served.url);
    await vi.waitFor(() => expect(entriesOf(folder)).toContain("job dead"), { timeout: 15_000 });
    await served.stop();
    expect(entriesOf(folder)).toEqual(["request done", "send dead", "job dead"]);
  }, 30_000);

  test("is listed at the start, and may be all that a file has", async () => {
    const { output } = await startServe(await folderOf({ "failed.bas": HANDLER }), {}, {});
    expect(output.stderr).toMatch(/ON SEND FAILED +messages that failed for good +\S*failed.bas:1/);
  });

  test("stands once in all scripts together", async () => {
    const folder = await folderOf({ "a.bas": HANDLER, "b.bas": HANDLER });
    const { output, ended } = await startServe(folder, {}, {});
    expect(await ended).toBe(1);
    expect(output.stderr).toContain("GB2282: there are two handlers ON SEND FAILED");
  });

  test("alone gives GET FAILED MESSAGE something", async () => {
    const script = 'ON WEBHOOK POST TO "/send" DO\n  PRINT GET FAILED MESSAGE\nEND ON\n';
    const served = await serveScript(await makeFolder(), script);
    expect(await (await post(served.url)).text()).toContain("GB3422: GET FAILED MESSAGE gives");
  });
});

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
