import { beforeAll, expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

const EVIL = `<?xml version="1.0"?><Response><Message to="+19005550000">spam</Message></Response>`;
const ESCAPED = EVIL.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const OWN = "<Response><Message>own</Message></Response>";

async function answer(script: string, path: string, form: Readonly<Record<string, string>>) {
  const settings = { NODE_ENV: "production", TWILIO_AUTH_TOKEN: TOKEN, TWILIO_FALLBACK: "Sorry." };
  const { url, stop, said } = await serveScript(await makeFolder(), script, settings);
  const { body } = await new TwilioClient(url).post(path, form);
  await stop();
  return { body, log: said() };
}

const sms = (lines: string, Body: string) =>
  answer(`ON SMS DO\n${lines}\nEND ON`, "/twilio/sms", { MessageSid: "SM1", Body });

test.each([
  ["echoed", "PRINT SMS.body", EVIL],
  ["returned", "RETURN SMS.body", EVIL],
  ["in blanks", "PRINT SMS.body", `\n  ${EVIL}`],
  [
    "echoed by a script with TwiML of its own",
    `IF SMS.body = "own" THEN PRINT "${OWN}" ELSE PRINT SMS.body`,
    `<Response>${EVIL}</Response>`,
  ],
])("what somebody wrote as TwiML is sent back as a text: %s", async (_, lines, body) => {
  const answered = await sms(lines, body);
  const text = body.trim().replace(EVIL, ESCAPED);
  expect(answered.body.replaceAll("&quot;", '"')).toContain(
    text.replace("<Response>&", "&lt;Response&gt;&").replace(";</Response>", ";&lt;/Response&gt;"),
  );
  expect(answered.body.match(/<Message>/g)).toHaveLength(1);
  expect(answered.body).not.toContain("<Message to=");
  expect(answered.log).toMatch(/"level":"warn".*"code":"GB4890".*"file":"bot.bas","line":2/);
});

test("markup that is no TwiML is sent back as it was written", async () => {
  expect((await sms("PRINT SMS.body", "<3 you")).body).toBe(twiml("<Message>&lt;3 you</Message>"));
});

test.each([
  ["in a literal", `PRINT "${OWN}"`],
  [
    "in a variable",
    `LET XML$ = "<Response>"\nXML$ = XML$ + "<Message>own</Message></Response>"\nPRINT XML$`,
  ],
  [
    "put together by a function",
    `PRINT El("Response", El("Message", "own"))\nEND ON\nFUNCTION El(NAME$, INNER$)\nRETURN "<" + NAME$ + ">" + INNER$ + "</" + NAME$ + ">"\nEND FUNCTION\nON SEND FAILED DO`,
  ],
  [
    "from elsewhere, as it says",
    `SET RESPONSE HEADER "Content-Type" TO "text/xml"\nPRINT SMS.body`,
  ],
])("the script's own TwiML goes out as it is: %s", async (title, lines) => {
  const { body, log } = await sms(lines, title.startsWith("from elsewhere") ? OWN : "hi");
  expect(body).toBe(OWN);
  expect(log).not.toContain("GB4890");
});

test("who writes of TwiML gets the script's own answer, not its source", async () => {
  const lines = `PRINT "<Response><Message>You said: " + XML TEXT(SMS.body) + "</Message></Response>"`;
  const escape = `FUNCTION XML TEXT(PLAIN$)\nRETURN REPLACE(PLAIN$, "<", "&lt;")\nEND FUNCTION`;
  const script = `ON SMS DO\n${lines}\nEND ON\n${escape}`;
  const form = { MessageSid: "SM1", Body: "what is <Response>?" };
  const { body, log } = await answer(script, "/twilio/sms", form);
  expect(body).toBe("<Response><Message>You said: what is &lt;Response>?</Message></Response>");
  expect(log).not.toContain("GB4890");
});

test("what a caller says is no TwiML either", async () => {
  const script = `ON CALL DO
  GATHER SPEECH INTO W$ THEN "w"
END ON
ON SPEECH "w"
  PRINT W$
END ON`;
  const form = { CallSid: "CA1", SpeechResult: "<Response><Dial>+19005550000</Dial></Response>" };
  const { body, log } = await answer(script, "/twilio/voice/bot/w", form);
  expect(body).toBe(twiml("<Say>Sorry.</Say>"));
  expect(log).toMatch(/"code":"GB4890".*in line 5/);
});
