import { beforeAll, expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

const SCRIPT = `ON SMS DO
  LOG "took " + SMS.body
  PRINT SMS.body + " " + INT(RND() * 1000000000)
END ON`;

async function serve(script = SCRIPT, mode = "production") {
  const settings = { NODE_ENV: mode, TWILIO_AUTH_TOKEN: TOKEN };
  const { url, stop, said } = await serveScript(await makeFolder(), script, settings);
  const client = new TwilioClient(url);
  const post = (MessageSid: string, Body: string, token?: string) => {
    const form = { MessageSid, Body, From: "+5511999999999", To: "+15550001111" };
    const headers = token === undefined ? {} : { "I-Twilio-Idempotency-Token": token };
    return client.post("/twilio/sms", form, headers);
  };
  const end = async () => {
    await stop();
    return said();
  };
  return { post, end };
}

test.each([
  ["without a token", undefined, undefined],
  ["with its token", "t-1", "t-1"],
  ["with the token of another, as who caught it may send it", "t-1", "t-2"],
])("a message that Twilio delivers again runs once, %s", async (_, first, second) => {
  const { post, end } = await serve();
  const answers = [await post("SM1", "one", first), await post("SM1", "one", second)];
  expect(answers[0]?.body).toMatch(/<Message>one \d+<\/Message>/);
  expect(answers[1]).toEqual(answers[0]);
  expect((await end()).match(/"took one"/g)).toHaveLength(1);
});

test("another message runs, whatever its token", async () => {
  const { post, end } = await serve();
  await post("SM1", "one", "t-1");
  expect((await post("SM2", "two", "t-1")).body).toContain("<Message>two ");
  expect(await end()).toMatch(/"took one"[^]*"took two"/);
});

test("a message whose handler failed runs when Twilio delivers it again, and sends once", async () => {
  const script = `ON SMS DO
  SEND SMS TO "+5511888888888" WITH "told"
  PRINT 1 / (LEN(SMS.body) - 3)
END ON`;
  const { post, end } = await serve(script, "development");
  expect((await post("SM1", "one")).status).toBe(500);
  expect((await post("SM1", "one")).status).toBe(500);
  const log = await end();
  expect(log.match(/"outcome":"script-error","durationMs"/g)).toHaveLength(2);
  expect(log.match(/simulated sms to/g)).toHaveLength(1);
});

test("while you develop, an unsigned message that is tried again runs again", async () => {
  const { url, stop, said } = await serveScript(await makeFolder(), SCRIPT);
  const form = { MessageSid: "SM1", Body: "one" };
  const once = async () => {
    const body = new URLSearchParams(form);
    return (await fetch(`${url}/twilio/sms`, { method: "POST", body })).text();
  };
  expect(await once()).not.toBe(twiml(""));
  expect(await once()).toContain("<Message>one ");
  await stop();
  expect(said().match(/"took one"/g)).toHaveLength(2);
});

test("a Redirect brings the message to another step", async () => {
  const { url, stop } = await serveScript(
    await makeFolder(),
    `ON SMS DO
  IF GET QUERY VALUE "step" = "2" THEN
    TALK "second step"
  ELSE
    PRINT "<Response><Redirect>/twilio/sms?step=2</Redirect></Response>"
  END IF
END ON`,
    { NODE_ENV: "production", TWILIO_AUTH_TOKEN: TOKEN },
  );
  const form = { MessageSid: "SM1", Body: "one" };
  const client = new TwilioClient(url);
  expect((await client.post("/twilio/sms", form)).body).toContain("<Redirect>");
  const second = await client.post("/twilio/sms?step=2", form);
  expect(second.body).toBe(twiml("<Message>second step</Message>"));
  expect(await client.post("/twilio/sms?step=2", form)).toEqual(second);
  await stop();
});
