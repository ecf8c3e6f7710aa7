import { beforeAll, describe, expect, test } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import { GRAPH_VERSION } from "../../src/facts/graph-versions.ts";
import { systemTime } from "../../src/host/timers.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith } from "./command.ts";

const BOT = "ON WHATSAPP MESSAGE RECEIVED DO\n  PRINT 1\nEND ON\n";
const NEWEST = `https://graph.facebook.com/${GRAPH_VERSION}`;

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

/** What `gbasic doctor` finds about versions on a day. */
async function findingsOn(day: string, environment: Readonly<Record<string, string>>) {
  const folder = await folderWith({ "bot.bas": BOT });
  let stdout = "";
  const io = {
    folder,
    environment,
    stderr: () => undefined,
    stdout: (t: string) => void (stdout += t),
  };
  const options = { paths: ["."], production: false, online: false, json: true };
  await doctor(options, io, () => Date.parse(day));
  const { findings } = JSON.parse(stdout) as { findings: readonly Record<string, string>[] };
  return findings
    .filter(({ code }) => code === "GB5510")
    .map(({ subject, state, text, hint }) => [subject, state, text, hint]);
}

const V21 = { WHATSAPP_API_URL: "https://graph.facebook.com/v21.0" };

describe("a version of Meta's API", () => {
  test("is told of from 180 days before its end, and is wrong after it", async () => {
    const hint = `set WHATSAPP_API_URL=${NEWEST}, the version that gbasic is made for`;
    const ends = "Meta ends the version v21.0 of its API on 2027-01-21";
    const ended = "Meta ended the version v21.0 of its API on 2027-01-21";
    expect(await findingsOn("2026-07-24", V21)).toEqual([]);
    expect(await findingsOn("2026-07-25", V21)).toEqual([
      ["WHATSAPP_API_URL", "warning", ends, hint],
    ]);
    expect(await findingsOn("2027-01-20", V21)).toEqual([
      ["WHATSAPP_API_URL", "warning", ends, hint],
    ]);
    expect(await findingsOn("2027-01-21", V21)).toEqual([
      ["WHATSAPP_API_URL", "error", ended, hint],
    ]);
  });

  test("is the same in upper case", async () => {
    const upper = { WHATSAPP_API_URL: "https://graph.facebook.com/V21.0" };
    const text = "Meta ended the version v21.0 of its API on 2027-01-21";
    const hint = `set WHATSAPP_API_URL=${NEWEST}, the version that gbasic is made for`;
    expect(await findingsOn("2027-01-21", upper)).toEqual([
      ["WHATSAPP_API_URL", "error", text, hint],
    ]);
  });

  test.each([
    ["the standard", {}],
    ["one that gbasic does not know yet", { WHATSAPP_API_URL: "https://graph.facebook.com/v31.0" }],
    ["an address without a version", { WHATSAPP_API_URL: "https://graph.facebook.com" }],
    ["CMzon without an address", { ...V21, WHATSAPP_PROVIDERS: "cmzon" }],
    ["a provider that is not used", { ...V21, WHATSAPP_PROVIDERS: "whatsable" }],
    [
      "WhatsAble",
      { WHATSAPP_PROVIDERS: "whatsable", WHATSABLE_API_URL: "https://a.example/v20.0" },
    ],
  ])("is not told of for %s", async (_which, environment) => {
    expect(await findingsOn("2027-06-01", environment)).toEqual([]);
  });

  test("is known of each provider, and told of once where two have the same address", async () => {
    const found = await findingsOn("2027-06-01", {
      ...V21,
      WHATSAPP_PROVIDERS: "cmzon, superwaba, meta",
      CMZON_API_URL: "https://proxy.example.com/meta/v20.0",
    });
    expect(found.map(([subject, , , hint]) => [subject, hint?.split(",")[0]])).toEqual([
      ["CMZON_API_URL", `set CMZON_API_URL=https://proxy.example.com/meta/${GRAPH_VERSION}`],
      ["WHATSAPP_API_URL", `set WHATSAPP_API_URL=${NEWEST}`],
    ]);
    const own = { WHATSAPP_PROVIDERS: "superwaba", SUPERWABA_API_URL: "https://s.example/v19.0" };
    expect((await findingsOn("2027-06-01", own)).map(([subject]) => subject)).toEqual([
      "SUPERWABA_API_URL",
    ]);
  });

  test("is warned of when the server starts, which it does", async () => {
    const folder = await folderWith({ "bot.bas": BOT });
    const time = { ...systemTime, now: () => Date.parse("2027-06-01") };
    const served = await startServe(folder, { paths: ["bot.bas"] }, V21, time);
    served.stop();
    expect(await served.ended).toBe(0);
    expect(served.output.stderr).toContain("warning GB5510: Meta ended the version v21.0");
    expect(served.output.stderr).toContain(`set WHATSAPP_API_URL=${NEWEST}`);
  });
});
