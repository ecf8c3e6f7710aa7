import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test, vi } from "vitest";

import type { ServeOptions } from "../../src/cli/serve-options.ts";
import { startServe } from "./start-serve.ts";

const FIXTURES = new URL("fixtures/", import.meta.url).pathname;
const BIN = new URL("../../src/cli/bin.ts", import.meta.url).pathname;

/** The handler that `npm start` serves. */
const WHATSAPP = readFileSync(new URL("../../scripts/whatsapp.bas", import.meta.url), "utf8");
const MESSAGE = { from: "5511999999999", type: "text", text: { body: "Test message" } };
const SAMPLE = JSON.stringify({
  object: "whatsapp_business_account",
  entry: [{ id: "1", changes: [{ field: "messages", value: { messages: [MESSAGE] } }] }],
});
const HELLO = 'ON WEBHOOK POST TO "/hello" DO\nPRINT "hello"\nEND ON\n';

type Scripts = Readonly<Record<string, string>>;
type Environment = Readonly<Record<string, string>>;

async function writeScripts(scripts: Scripts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gbasic-serve-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text);
  return folder;
}

/** Runs `gbasic serve .` in a folder of its own until the test ends. */
async function run(
  scripts: Scripts,
  options: Partial<ServeOptions> = {},
  environment: Environment = {},
) {
  const folder = await writeScripts(scripts);
  return { folder, ...(await startServe(folder, options, environment)) };
}

test("the guide's handler answers the guide's request, and the reply is simulated", async () => {
  const { url, output, ended, stop } = await run({ "whatsapp.bas": WHATSAPP });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const headers = { "Content-Type": "application/json", "X-Hub-Signature-256": "sha256=..." };
  const response = await fetch(`${url}/webhooks/whatsapp`, {
    method: "POST",
    body: SAMPLE,
    headers,
  });
  expect([response.status, await response.text()]).toEqual([200, "OK"]);
  await vi.waitFor(() => {
    expect(output.stderr).toMatch(/simulated whatsapp to \*+9999: .*Test message/);
  });
  stop();
  expect(await ended).toBe(0);
  expect(output.stdout).toBe(`listening on ${url}\n`);
  expect(output.stderr).not.toContain("5511999999999");
});

test("what is served is told, with its verification and the state of the channels", async () => {
  const { output } = await run(
    { "a.bas": HELLO, "b.bas": 'ON WEBHOOK POST TO "/open" OPEN DO\nPRINT "x"\nEND ON\n' },
    {},
    { TWILIO_AUTH_TOKEN: "token" },
  );
  expect(output.stderr).toMatch(/^POST \/hello +signed by Twilio +a\.bas:1$/m);
  expect(output.stderr).toMatch(/^POST \/open +open to anyone +b\.bas:1$/m);
  expect(output.stderr).toMatch(/^channel mail +simulated +not set: SMTP_URL, MAIL_FROM$/m);
});

test("the server is ready and counts what it does", async () => {
  const { url } = await run({ "a.bas": HELLO });
  await fetch(`${url}/hello`, { method: "POST" });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('gbasic_runs_total{kind="request",outcome="ok"} 1');
  expect(metrics).toContain('gbasic_queue_depth{queue="outbox_due"} 0');
  expect(metrics).toContain("process_cpu_seconds_total");
});

test("scripts with an error are not served", async () => {
  const { ended, output } = await run({ "good.bas": HELLO, "bad.bas": "x = = 2\n" });
  expect(await ended).toBe(1);
  expect(output.stderr).toMatch(/^bad\.bas:1:5 error GB1004/m);
  expect(output.stdout).toBe("");
});

test("scripts without a handler are refused with advice", async () => {
  const { ended, output } = await run({ "a.bas": "x = 1\n", "a.test.bas": HELLO });
  expect(await ended).toBe(1);
  expect(output.stderr).toMatch(
    /GB4123: no handler was found in \.\n {2}hint: write one: ON WEBHOOK/,
  );
});

test("a handler on a path of the server is told", async () => {
  const { output } = await run({ "a.bas": HELLO.replace("/hello", "/metrics") });
  expect(output.stderr).toMatch(/a\.bas:1:1 warning GB4115/);
});

test("production refuses to start without the secrets that the scripts need", async () => {
  const { ended, output } = await run({ "whatsapp.bas": WHATSAPP }, { production: true });
  expect(await ended).toBe(2);
  expect(output.stderr).toContain("GB4122");
  for (const name of ["WHATSAPP_APP_SECRET", "WHATSAPP_ACCESS_TOKEN", "LLM_URL"])
    expect(output.stderr).toContain(name);
  expect(output.stdout).toBe("");
});

test("every setting that is wrong is told at once", async () => {
  const wrong = { PORT: "99999", PUBLIC_URL: "bot.example.com", WHATSAPP_APP_SECERT: "x" };
  const { ended, output } = await run({ "a.bas": HELLO }, {}, wrong);
  expect(await ended).toBe(2);
  expect(output.stderr).toMatch(/warning GB5002: WHATSAPP_APP_SECERT/);
  expect(output.stderr).toMatch(/error GB5001: PORT is "99999"/);
  expect(output.stderr).toMatch(/error GB5001: PUBLIC_URL is "bot\.example\.com"/);
});

test("a language model out of reach is told with the line that asked it", async () => {
  const model = { LLM_URL: "http://127.0.0.1:1/v1", LLM_MODEL: "m" };
  const { url, output } = await run({ "whatsapp.bas": WHATSAPP }, {}, model);
  const headers = { "Content-Type": "application/json" };
  await fetch(`${url}/webhooks/whatsapp`, { method: "POST", body: SAMPLE, headers });
  await vi.waitFor(() => {
    expect(output.stderr).toMatch(/whatsapp\.bas:31:19 error GB4010: [^"]*GENERATE RESPONSE BODY/);
  });
});

test("the log has a line for the request, for its run and for the job, and counts them", async () => {
  const { url, output } = await run({ "whatsapp.bas": WHATSAPP });
  const headers = { "Content-Type": "application/json" };
  await fetch(`${url}/webhooks/whatsapp`, { method: "POST", body: SAMPLE, headers });
  await vi.waitFor(() => {
    expect(output.stderr).toContain('"msg":"job PROCESS WHATSAPP MESSAGE ok"');
    expect(output.stderr).toContain('"msg":"simulated whatsapp to');
  });
  const lines = output.stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const find = (msg: string) => lines.find((line) => line["msg"] === msg);
  const request = find("POST /webhooks/whatsapp 200");
  const event = find("event POST /webhooks/whatsapp ok");
  expect(request).toMatchObject({ verification: "unsigned", runs: [event?.["run"]] });
  expect(event).toMatchObject({ kind: "event", outcome: "ok" });
  expect(event?.["durationMs"]).toBeTypeOf("number");
  expect(find("job PROCESS WHATSAPP MESSAGE ok")).toMatchObject({ parent: event?.["run"] });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toContain('gbasic_run_duration_seconds_count{kind="job"} 1');
  expect(metrics).toContain('gbasic_sends_total{channel="whatsapp",outcome="done"} 1');
});

test("--insecure is refused in production, where it would do nothing", async () => {
  const { ended, output } = await run({ "a.bas": HELLO }, { production: true, insecure: true });
  expect(await ended).toBe(2);
  expect(output.stderr).toContain("GB4128");
  expect(output.stderr).toContain("declare the handlers OPEN");
});

test("NODE_ENV turns production on, which needs signatures", async () => {
  const secrets = { NODE_ENV: "production", WHATSAPP_APP_SECRET: "app-secret" };
  const { url } = await run({ "a.bas": HELLO }, {}, secrets);
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/hello`, { method: "POST", body: "{}", headers });
  const digest = createHmac("sha256", "app-secret").update("{}").digest("hex");
  expect((await post({ "X-Hub-Signature-256": `sha256=${digest}` })).status).toBe(200);
  expect((await post({})).status).toBe(401);
});

test("the network is not served without secrets unless --insecure", async () => {
  const refused = await run({ "a.bas": HELLO }, { host: "0.0.0.0" });
  expect(await refused.ended).toBe(2);
  expect(refused.output.stderr).toContain("GB4121");
  const { url, output } = await run({ "a.bas": HELLO }, { host: "0.0.0.0", insecure: true });
  expect((await fetch(`${url}/hello`, { method: "POST" })).status).toBe(200);
  expect(output.stderr).toMatch(/unsigned, from anywhere/);
});

test("a port in use is told", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => {
    other.close();
  });
  await once(other, "listening");
  const address = other.address();
  if (typeof address !== "object" || address === null) throw new Error("expected a port");
  const { ended, output } = await run({ "a.bas": HELLO }, { port: address.port });
  expect(await ended).toBe(2);
  expect(output.stderr).toContain("GB4116");
});

test("TLS_CERT and TLS_KEY turn https on", async () => {
  const files = { TLS_CERT: `${FIXTURES}certificate.pem`, TLS_KEY: `${FIXTURES}key.pem` };
  const { url } = await run({ "a.bas": HELLO }, {}, files);
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const wrong = await run({ "a.bas": HELLO }, {}, { ...files, TLS_KEY: "absent.pem" });
  expect(await wrong.ended).toBe(2);
  expect(wrong.output.stderr).toMatch(/GB4118: TLS_KEY names .*absent\.pem/);
});

test("--watch serves changed scripts, unless something is wrong with them", async () => {
  const { url, folder, output } = await run({ "a.bas": HELLO }, { watch: true });
  const post = async (path: string) => (await fetch(`${url}${path}`, { method: "POST" })).text();
  await writeFile(join(folder, "a.bas"), "x = = 2\n");
  await vi.waitFor(() => {
    expect(output.stderr).toMatch(/a\.bas:1:5 error GB1004[^]*GB4120/);
  }, 5000);
  expect(await post("/hello")).toBe("hello");
  await writeFile(join(folder, "a.bas"), HELLO.replaceAll("hello", "bye"));
  await vi.waitFor(async () => {
    expect(await post("/bye")).toBe("bye");
  }, 5000);
  await writeFile(join(folder, "b.bas"), HELLO);
  await vi.waitFor(async () => {
    expect(await post("/hello")).toBe("hello");
  }, 5000);
});

test("handlers use what their script includes, which is served once and watched", async () => {
  const reply = (text: string) => `SUB REPLY NOW()\nPRINT "${text}"\nEND SUB\n`;
  const scripts = {
    "a.bas": 'INCLUDE "lib.bas"\nON WEBHOOK POST TO "/a" DO\nREPLY NOW\nEND ON\n',
    "lib.bas": `${reply("one")}${HELLO}`,
  };
  const { url, folder, output } = await run(scripts, { paths: ["a.bas"], watch: true });
  const post = async (path: string) => (await fetch(`${url}${path}`, { method: "POST" })).text();
  expect(await post("/a")).toBe("one");
  expect(output.stderr).toContain("GB2276");
  expect((await fetch(`${url}/hello`, { method: "POST" })).status).toBe(404);
  await writeFile(join(folder, "lib.bas"), reply("two"));
  await vi.waitFor(async () => {
    expect(await post("/a")).toBe("two");
  }, 5000);
  const whole = await run(scripts);
  const hello = await fetch(`${whole.url}/hello`, { method: "POST" });
  expect([hello.status, await hello.text(), whole.output.stderr]).toEqual([
    200,
    "hello",
    expect.not.stringContaining("GB2"),
  ]);
});

test("the command ends with 0 on SIGTERM, once it has answered", async () => {
  const folder = await writeScripts({ "a.bas": HELLO });
  const { PATH } = process.env;
  const child = spawn(process.execPath, [BIN, "serve", folder, "--port", "0"], {
    cwd: folder,
    env: { PATH },
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [line] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  const url = line.replace("listening on ", "").trim();
  expect(await (await fetch(`${url}/hello`, { method: "POST" })).text()).toBe("hello");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});
