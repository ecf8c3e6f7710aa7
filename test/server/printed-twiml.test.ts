import { beforeAll, expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";

const FAULTY = 'PRINT "<Response><Foo/></Response>"';

beforeAll(() => import("../../src/twiml/check-twiml.ts"), 60_000);

/** All that the server said when it was asked; its log is written in bursts. */
async function logOf(script: string, path: string, request: RequestInit): Promise<string> {
  const { url, stop, said } = await serveScript(await makeFolder(), script);
  const answer = await fetch(url + path, request);
  expect(answer.status).toBe(200);
  await stop();
  return said();
}

test.each([
  ["ON CALL DO", "/twilio/voice", "POST"],
  ["ON SMS DO", "/twilio/sms", "POST"],
  ['ON WEBHOOK POST TO "/own" SIGNED BY TWILIO DO', "/own", "POST"],
  ['ON WEBHOOK GET TO "/own" OPEN DO', "/own?CallSid=CA1", "GET"],
])("%s answers Twilio, whatever the request holds", async (head, path, method) => {
  const log = await logOf(`${head}\n${FAULTY}\nEND ON`, path, { method });
  expect(log).toMatch(/"code":"GB4692".*"line":2/);
});

test("nobody reads what is printed where Twilio tells of a status", async () => {
  const body = new URLSearchParams({ CallSid: "CA1", CallStatus: "busy" });
  const script = `ON CALL STATUS DO\n${FAULTY}\nLOG "told"\nEND ON`;
  const log = await logOf(script, "/twilio/voice/status", { method: "POST", body });
  expect(log).toContain('"told"');
  expect(log).not.toContain("GB4692");
});
