import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

const BOT = `ON WHATSAPP MESSAGE RECEIVED DO
  DATA = PARSE JSON GET REQUEST BODY
  LET FROM$ = DATA.entry[0].changes[0].value.messages[0].from
  SEND WHATSAPP TO FROM$ WITH "Hello"
  SPAWN ANSWER FROM$, RND()
  PRINT "OK"
END ON

ON WHATSAPP STATUS DO
  LET TEXT$ = GENERATE RESPONSE "status"
  SEND WHATSAPP TO "5511999990009" WITH TEXT$
END ON

SUB ANSWER TO$, CHANCE
  LET TEXT$ = GENERATE RESPONSE "think"
  SEND WHATSAPP TO TO$ WITH TEXT$ + " " + CHANCE
  SEND WHATSAPP TO TO$ WITH "at " + NOW() + " " + RND()
END SUB
`;

const answer = (text: string) =>
  ({ status: 200, json: { choices: [{ message: { content: text } }] } }) as const;
const ANSWER = answer("forty-two");

/** Delivers one message or status of WhatsApp. */
async function deliver(url: string, item: object): Promise<void> {
  const value = { messaging_product: "whatsapp", metadata: { phone_number_id: "115" }, ...item };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value }] }],
  });
  const headers = { "content-type": "application/json" };
  const { status } = await fetch(`${url}/webhooks/whatsapp`, { method: "POST", headers, body });
  expect(status).toBe(200);
}

const MESSAGE = {
  messages: [{ from: "5511999990001", id: "wamid.1", type: "text", text: { body: "hi" } }],
};

/** A folder in which the bot took one message and answered it. */
async function served(): Promise<string> {
  const model = await startLocalServer(ANSWER);
  onTestFinished(model.close);
  const folder = await folderWith({ "bot.bas": BOT });
  const settings = { LLM_URL: model.url, LLM_MODEL: "m" };
  const serving = await startServe(folder, {}, settings);
  await deliver(serving.url, MESSAGE);
  await vi.waitFor(
    () => {
      expect(statesOf(folder)).toEqual(["done", "done", "done", "done", "done"]);
    },
    { timeout: 10_000 },
  );
  serving.stop();
  expect(await serving.ended).toBe(0);
  return folder;
}

function statesOf(folder: string): unknown[] {
  const database = new DatabaseSync(join(folder, ".gbasic", "gbasic.db"), { readOnly: true });
  const rows = database.prepare("SELECT state FROM entry ORDER BY seq").all();
  database.close();
  return rows.map(({ state }) => state);
}

async function deliveryOf(folder: string): Promise<string> {
  const { stdout } = await gbasic(["jobs", "deliveries", "--json"], folder);
  return z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(stdout))[0]?.id ?? "";
}

const reportSchema = z.looseObject({
  same: z.boolean(),
  messages: z.array(z.looseObject({ change: z.string() })),
  notes: z.array(z.string()),
});

async function replayed(folder: string, ...args: string[]) {
  const id = await deliveryOf(folder);
  const { code, stdout, stderr } = await gbasic(["replay", id, "--json", ...args], folder);
  expect(stderr).toBe("");
  const report = reportSchema.parse(JSON.parse(stdout));
  return { code, report, changes: report.messages.map(({ change }) => change) };
}

describe("gbasic replay", () => {
  test("sends what was sent: the same answers, time and chance; the store stays as it is", async () => {
    const folder = await served();
    const before = statesOf(folder);
    const id = await deliveryOf(folder);
    const { code, stdout, stderr } = await gbasic(["replay", id], folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      expect.stringContaining(`${id} (message from`),
      "= whatsapp to 5511999990001: Hello",
      expect.stringMatching(/^= whatsapp to 5511999990001: forty-two 0\.\d+$/),
      expect.stringMatching(/^= whatsapp to 5511999990001: at .* 0\.\d+$/),
      "response: 200 OK",
      "it would send what was sent",
      "",
    ]);
    expect(statesOf(folder)).toEqual(before);
    const { report } = await replayed(folder);
    expect(report).toMatchObject({
      delivery: id,
      script: "bot.bas",
      same: true,
      runs: [
        { kind: "event", failure: null },
        { kind: "job", response: null },
      ],
      notes: [],
    });
  }, 60_000);

  test("shows what another script would send beside it", async () => {
    const folder = await served();
    const changed = BOT.replace('"Hello"', '"Good morning"').replace(
      "END SUB",
      '  SEND WHATSAPP TO "1" WITH "more"\nEND SUB',
    );
    await writeFile(join(folder, "new.bas"), changed);
    const { code, report, changes } = await replayed(folder, "--against", "new.bas");
    expect({ code, changes, same: report.same }).toEqual({
      code: 1,
      changes: ["changed", "same", "same", "added"],
      same: false,
    });
    expect(report.messages[0]).toMatchObject({
      before: { state: "done", message: { text: "Hello" } },
      now: { script: "new.bas", line: 4, message: { text: "Good morning" } },
    });
    const { stdout } = await gbasic(
      ["replay", await deliveryOf(folder), "--against", "new.bas"],
      folder,
    );
    expect(stdout).toContain(
      "- whatsapp to 5511999990001: Hello (done)\n+ whatsapp to 5511999990001: Good morning\n",
    );
  }, 60_000);

  test("tells where it asks what was not asked, fails, or sends less", async () => {
    const folder = await served();
    const scripts = {
      "asks.bas": BOT.replace('"think"', '"think hard"'),
      "fails.bas": BOT.replace('LET TEXT$ = GENERATE RESPONSE "think"', "LET TEXT$ = 1 / 0"),
      "gone.bas": BOT.replace("SUB ANSWER", "SUB OTHER").replace("SPAWN ANSWER", "SPAWN OTHER"),
    };
    for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text);
    const asks = await replayed(folder, "--against", "asks.bas");
    expect(asks.report.notes).toEqual([expect.stringContaining("old answer used")]);
    const fails = await replayed(folder, "--against", "fails.bas");
    expect({ code: fails.code, changes: fails.changes }).toEqual({
      code: 1,
      changes: ["same", "removed", "removed"],
    });
    expect(fails.report).toMatchObject({
      runs: [{ failure: null }, { failure: expect.stringContaining("fails.bas:15") as unknown }],
    });
    expect((await replayed(folder, "--against", "gone.bas")).changes).toContain("same");
  }, 60_000);

  test("refuses what it cannot replay", async () => {
    const folder = await served();
    const id = await deliveryOf(folder);
    const told = async (...args: string[]) => {
      const { code, stderr } = await gbasic(["replay", ...args], folder);
      return [code, stderr.slice(0, 12)];
    };
    expect(await told("nix")).toEqual([2, "error GB5311"]);
    expect(await told(`${id}:1`)).toEqual([2, "error GB5341"]);
    expect(await told(id, "--against", "nowhere.bas")).toEqual([2, "error GB3390"]);
    await writeFile(join(folder, "wrong.bas"), "SEND MIAL\n");
    expect((await told(id, "--against", "wrong.bas"))[0]).toBe(1);
    await writeFile(join(folder, "bot.bas"), "PRINT 1\n");
    const { code, stdout } = await gbasic(["replay", id], folder);
    expect({ code, told: stdout.includes("GB4211") }).toEqual({ code: 1, told: true });
    const database = new DatabaseSync(join(folder, ".gbasic", "gbasic.db"));
    database.exec("UPDATE entry SET item = NULL WHERE kind = 'event'");
    database.close();
    expect(await told(id)).toEqual([2, "error GB5342"]);
  }, 60_000);

  test("says so where the script is not found from here", async () => {
    const folder = await served();
    const id = await deliveryOf(folder);
    const elsewhere = await folderWith({});
    const data = join(folder, ".gbasic");
    const { code, stderr } = await gbasic(["replay", id, "--data", data], elsewhere);
    expect({ code, told: stderr.slice(0, 12) }).toEqual({ code: 2, told: "error GB5343" });
  }, 60_000);
});

test("a run for a status is tried again after an error of the outside", async () => {
  const model = await startLocalServer({ status: 503, text: "busy" });
  onTestFinished(model.close);
  const folder = await folderWith({ "bot.bas": BOT });
  const settings = { LLM_URL: model.url, LLM_MODEL: "m" };
  const serving = await startServe(folder, {}, settings);
  const status = { id: "wamid.9", status: "read", recipient_id: "5511999990001" };
  await deliver(serving.url, { statuses: [status] });
  await vi.waitFor(() => expect(model.received.length).toBeGreaterThan(0), { timeout: 10_000 });
  model.answer(answer("well"));
  await vi.waitFor(() => expect(statesOf(folder)).toEqual(["done", "done"]), { timeout: 20_000 });
  const { stdout } = await gbasic(["jobs", "list", "--json"], folder);
  expect(stdout).toContain("status from *********0001");
}, 60_000);
