import { beforeAll, expect, test } from "vitest";
import { makeFolder, type ServedScript, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

const PRODUCTION = { NODE_ENV: "production", TWILIO_AUTH_TOKEN: TOKEN };
const CALL = { CallSid: "CA1", From: "+5511999999999", To: "+15550001111", CallStatus: "ringing" };

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

/** Serves a script as in production. */
async function serve(script: string, settings: Readonly<Record<string, string>> = {}) {
  const served = await serveScript(await makeFolder(), script, { ...PRODUCTION, ...settings });
  const twilio = new TwilioClient(served.url, settings["PUBLIC_URL"]);
  return { ...served, twilio, saidAtEnd: endOf(served) };
}

/** Makes what stops a server and gives all that it said; its log is written in bursts. */
function endOf({ stop, said }: ServedScript) {
  return async (): Promise<string> => {
    await stop();
    return said();
  };
}

/** What a call is answered with whose handler has these lines. */
async function answerOf(lines: string): Promise<string> {
  const { twilio } = await serve(`ON CALL DO\n${lines}\nEND ON`);
  return (await twilio.post("/twilio/voice", CALL)).body;
}

test.each([
  ['SAY "Tom & <Ana>"', "<Say>Tom &amp; &lt;Ana&gt;</Say>"],
  [
    'SAY "olá \u0007", IN "pt-BR" WITH VOICE "alice"',
    '<Say voice="alice" language="pt-BR">olá </Say>',
  ],
  ['SAY ""', ""],
  ['SAY "hello" TIMES 3', '<Say loop="3">hello</Say>'],
  [
    'GATHER SPEECH THEN "x" SILENCE 3\nEND ON\nON SPEECH "x" DO\n  SAY "x"',
    '<Gather input="speech" action="/twilio/voice/bot/x" speechTimeout="3"/>',
  ],
  [
    'GATHER DIGITS OR SPEECH THEN "x" SILENCE 3 COUNT 1\nEND ON\nON DIGITS OR SPEECH "x" DO\n  SAY "x"',
    '<Gather input="dtmf speech" action="/twilio/voice/bot/x" numDigits="1" speechTimeout="3"/>',
  ],
  ['PLAY "/hello.mp3"', "<Play>/hello.mp3</Play>"],
  [
    'PLAY "https://a.example/b?c=1&d=2" TIMES 3',
    '<Play loop="3">https://a.example/b?c=1&amp;d=2</Play>',
  ],
  ['PLAY DIGITS "w12#"', '<Play digits="w12#"/>'],
  ["PAUSE", "<Pause/>"],
  ["PAUSE 5", '<Pause length="5"/>'],
  ['DIAL "+55 (11) 99999-9999"', "<Dial><Number>+5511999999999</Number></Dial>"],
  [
    'DIAL "client:ana" TIMEOUT 9 CALLER ID "+1 555 000 1111" LIMIT 60 RECORDED',
    '<Dial timeout="9" callerId="+15550001111" timeLimit="60" record="record-from-answer"><Client>ana</Client></Dial>',
  ],
  ['DIAL "sip:ana@example.com"', "<Dial><Sip>sip:ana@example.com</Sip></Dial>"],
  ['REDIRECT TO "/menu"', "<Redirect>/menu</Redirect>"],
  ["HANG UP", "<Hangup/>"],
  ["REJECT", "<Reject/>"],
  ["REJECT BUSY", '<Reject reason="busy"/>'],
  ["LOG 1", ""],
  ['PRINT "<Response><Leave/></Response>"', undefined],
])("%s", async (line, verbs) => {
  const expected = verbs === undefined ? "<Response><Leave/></Response>" : twiml(verbs);
  expect(await answerOf(line)).toBe(expected);
});

const MENU = `LET SHOP$ = "Ana & Co."

ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$ SAYING "Press 1." PLAYING "/tone.mp3" IN "en-GB" VOICE "alice" TIMEOUT 8 FINISH KEY "" KEEPING {"shop": SHOP$} EVEN EMPTY
END ON

ON DIGITS "choice" DO
  SAY CHOICE$ + ", " + CALL.kept.shop + ", " + GET CALL FROM + ", " + CALL.fields.Digits
END ON`;
const ACTION = "/twilio/voice/bot/choice?kept=%7B%22shop%22%3A%22Ana+%26+Co.%22%7D";

test("a call goes on in the block that GATHER names, also after a restart", async () => {
  const folder = await makeFolder();
  const first = await serveScript(folder, MENU, PRODUCTION);
  const asked = await new TwilioClient(first.url).post("/twilio/voice", CALL);
  expect(asked).toEqual({
    status: 200,
    type: "text/xml; charset=utf-8",
    body: twiml(
      `<Gather input="dtmf" action="${ACTION}" numDigits="1" finishOnKey="" timeout="8" actionOnEmptyResult="true"><Say voice="alice" language="en-GB">Press 1.</Say><Play>/tone.mp3</Play></Gather>`,
    ),
  });
  await first.stop();
  const second = await serveScript(folder, MENU, PRODUCTION);
  const given = await new TwilioClient(second.url).post(ACTION, { ...CALL, Digits: "1" });
  expect(given.body).toBe(twiml("<Say>1, Ana &amp; Co., +5511999999999, 1</Say>"));
});

test("a block takes nothing that Twilio did not sign, nor what was kept for another call", async () => {
  const { twilio, url } = await serve(MENU);
  const unsigned = await fetch(`${url}${ACTION}`, {
    method: "POST",
    body: new URLSearchParams(CALL),
  });
  expect(unsigned.status).toBe(401);
  const signature = "X-Twilio-Signature";
  const forged = ACTION.replace("Ana", "Eve");
  const answer = await twilio.post(forged, CALL, { [signature]: "A".repeat(28) });
  expect(answer.status).toBe(403);
});

test("addresses have the public one in front, with its path", async () => {
  const { twilio } = await serve(MENU, { PUBLIC_URL: "https://bot.example/hooks" });
  const asked = await twilio.post("/twilio/voice", CALL);
  expect(asked.body).toContain(`action="https://bot.example/hooks${ACTION}"`);
  expect(asked.body).toContain("<Play>https://bot.example/hooks/tone.mp3</Play>");
});

test("words, recordings and dialled calls go on in blocks of their own", async () => {
  const { twilio } = await serve(`ON CALL TO "/support" DO
  GATHER SPEECH INTO WORDS$ IN "pt-BR" HINTS ["um", "dois"]
  GATHER DIGITS OR SPEECH THEN "Any Thing" COUNT 2
  RECORD INTO FILE$ LIMIT 30 TIMEOUT 3 FINISH KEY "#*" SILENTLY
  DIAL "+5511999999999" THEN "after"
END ON
ON SPEECH "words" DO
  SAY WORDS$ + " " + CALL.confidence
END ON
ON DIGITS OR SPEECH "any thing" DO
  SAY GET CALL SPEECH
END ON
ON RECORDING "file" DO
  SAY FILE$ + " " + GET CALL DURATION
END ON
ON DIAL RESULT "after" DO
  SAY CALL.result
END ON`);
  const asked = await twilio.post("/support", CALL);
  expect(asked.body).toBe(
    twiml(
      '<Gather input="speech" action="/twilio/voice/bot/words" speechTimeout="auto" hints="um, dois" language="pt-BR"/>' +
        '<Gather input="dtmf speech" action="/twilio/voice/bot/any%20thing" numDigits="2"/>' +
        '<Record action="/twilio/voice/bot/file" maxLength="30" timeout="3" finishOnKey="#*" playBeep="false"/>' +
        '<Dial action="/twilio/voice/bot/after"><Number>+5511999999999</Number></Dial>',
    ),
  );
  const answers = await Promise.all([
    twilio.post("/twilio/voice/bot/words", { ...CALL, SpeechResult: "oi", Confidence: "0.5" }),
    twilio.post("/twilio/voice/bot/any%20thing", { ...CALL, SpeechResult: "oi" }),
    twilio.post("/twilio/voice/bot/file", {
      ...CALL,
      RecordingUrl: "https://r.example/1",
      RecordingDuration: "7",
    }),
    twilio.post("/twilio/voice/bot/after", { ...CALL, DialCallStatus: "busy" }),
  ]);
  expect(answers.map(({ body }) => body)).toEqual(
    ["oi 0.5", "oi", "https://r.example/1 7", "busy"].map((text) => twiml(`<Say>${text}</Say>`)),
  );
});

test("a top-level variable behind INTO is set for SUBs too, a sigil converts", async () => {
  const { twilio } = await serve(`LET AGE% = 0
ON CALL DO
  GATHER DIGITS INTO AGE%
END ON
ON DIGITS "age" DO
  TELL
END ON
SUB TELL
  SAY "next year " + (AGE% + 1)
END SUB`);
  const given = await twilio.post("/twilio/voice/bot/age", { ...CALL, Digits: "41" });
  expect(given.body).toBe(twiml("<Say>next year 42</Say>"));
});

test("SAY answers a call in ON WEBHOOK too, and a repeat gets the same answer", async () => {
  const { twilio, saidAtEnd } = await serve(`ON WEBHOOK POST TO "/voice" SIGNED BY TWILIO DO
  LOG "asked"
  SAY "Hello."
END ON`);
  const token = { "I-Twilio-Idempotency-Token": "t-1" };
  const answers = [
    await twilio.post("/voice", CALL, token),
    await twilio.post("/voice", CALL, token),
  ];
  expect(answers.map(({ body }) => body)).toEqual(Array(2).fill(twiml("<Say>Hello.</Say>")));
  expect(answers[0]?.type).toBe("text/xml; charset=utf-8");
  expect((await saidAtEnd()).match(/"asked"/g)).toHaveLength(1);
});

test.each([
  ['PRINT "hello"', "GB4684"],
  ['IF CALL.from <> "" THEN PRINT "hello"\nSAY "Hello."', "GB4683"],
  ['IF CALL.from <> "" THEN SAY "Hello."\nREJECT', "GB4682"],
  ['RETURN "hello"', "GB4684"],
  ['SAY "Hello." IN LEFT("brasil!!", 8)', "GB4687"],
  ['PAUSE VAL("-1")', "GB4687"],
  ['SAY "x" TIMES VAL("-1")', "GB4687"],
  ['SAY "x" TIMES VAL("1.5")', "GB4687"],
  ['GATHER SPEECH THEN "x" SILENCE VAL("0")\nEND ON\nON SPEECH "x" DO\n  SAY "x"', "GB4687"],
  ["DIAL CALL.fields.CallSid", "GB4687"],
  ['REDIRECT LEFT("menu", 4)', "GB4687"],
  ['GATHER DIGITS 1 THEN "x" TIMEOUT VAL("0.5")\nEND ON\nON DIGITS "x" DO\n  SAY "x"', "GB4687"],
])("a caller hears the fallback, the log says why: %s", async (lines, code) => {
  const { twilio, saidAtEnd } = await serve(`ON CALL DO\n${lines}\nEND ON`, {
    TWILIO_FALLBACK: "Sorry.",
  });
  const { status, body } = await twilio.post("/twilio/voice", CALL);
  expect({ status, body }).toEqual({ status: 200, body: twiml("<Say>Sorry.</Say>") });
  expect(await saidAtEnd()).toContain(`"code":"${code}"`);
});

test.each([
  [
    'IF CALL.from <> "" THEN SAY "a"\nRETURN "text"',
    /"line":3.*RETURN and the statement in line 2 both/,
  ],
  [
    'IF CALL.from <> "" THEN SAY "a"\nPRINT "text"',
    /PRINT in line 3 and the statement in line 2 both/,
  ],
])("two answers are told of where they stand: %s", async (lines, expected) => {
  const { twilio, saidAtEnd } = await serve(`ON CALL DO\n${lines}\nEND ON`);
  await twilio.post("/twilio/voice", CALL);
  expect(await saidAtEnd()).toMatch(expected);
});

test("a call that goes on in a block in any case comes to nothing behind that", async () => {
  const { twilio, saidAtEnd } = await serve(`ON CALL DO
  IF CALL.from <> "" THEN DIAL "+5511999999999" THEN "done"
  SAY "Hello."
END ON
ON DIAL RESULT "done" DO
  SAY "Bye."
END ON`);
  const { body } = await twilio.post("/twilio/voice", CALL);
  expect(body).toContain("</Dial></Response>");
  expect(await saidAtEnd()).toMatch(/"line":3.*DIAL in line 2 goes on in its block/);
});

test("an event of a call is answered with nothing for a caller", async () => {
  const { twilio, saidAtEnd } = await serve(`SUB GREET
  SAY "Hello."
END SUB
ON CALL DO
  GREET
END ON
ON CALL STATUS DO
  GREET
END ON`);
  await twilio.post("/twilio/voice/status", { ...CALL, CallStatus: "busy" });
  expect(await saidAtEnd()).toContain(`"code":"GB4680"`);
});

test("what comes behind the end of a call is left out, and the log says where", async () => {
  const { twilio, saidAtEnd } = await serve(`ON CALL DO
  IF CALL.from <> "" THEN HANGUP
  SAY "Hello."
END ON`);
  expect((await twilio.post("/twilio/voice", CALL)).body).toBe(twiml("<Hangup/>"));
  expect(await saidAtEnd()).toMatch(/"code":"GB4681".*"line":3/);
});

const XML = 'SET RESPONSE HEADER "Content-Type" TO "text/xml"\n';

test.each([
  [`${XML}PRINT "Hello"`, CALL, "GB4690", 3],
  [`${XML}RETURN "Hello"`, CALL, "GB4690", 3],
  ['PRINT "<Response><Message>x</Message></Response>"', CALL, "GB4693", 2],
  ['PRINT "<Response><Say>x</Say></Response>"', { MessageSid: "SM1" }, "GB4693", 2],
] as const)("the log tells what is no answer to Twilio: %s", async (lines, form, code, line) => {
  const script = `ON WEBHOOK POST TO "/own" OPEN DO\n${lines}\nEND ON`;
  const served = await serveScript(await makeFolder(), script);
  const saidAtEnd = endOf(served);
  await fetch(`${served.url}/own`, { method: "POST", body: new URLSearchParams(form) });
  expect(await saidAtEnd()).toMatch(new RegExp(`"code":"${code}".*"line":${String(line)}`));
});

test.each([
  ['PRINT "Hello"', CALL],
  ['PRINT "<Response><Say>x</Say></Response>"', CALL],
  ['PRINT "<Response><Message>x</Message></Response>"', { MessageSid: "SM1" }],
  [`${XML}PRINT "Hello"`, { id: "1" }],
])("the log tells nothing of a right answer: %s", async (lines, form) => {
  const script = `ON WEBHOOK POST TO "/own" OPEN DO\n${lines}\nEND ON`;
  const served = await serveScript(await makeFolder(), script);
  const saidAtEnd = endOf(served);
  await fetch(`${served.url}/own`, { method: "POST", body: new URLSearchParams(form) });
  expect(await saidAtEnd()).not.toMatch(/"code":"GB469/);
});

test("while developing, the log tells what Twilio does not take in printed TwiML", async () => {
  const script = `ON CALL DO
  LET A$ = ""
  PRINT "<Response><Gather><Hangup/></Gather><Sya>x</Sya>y</Response>"
END ON`;
  const served = await serveScript(await makeFolder(), script);
  const { url } = served;
  const saidAtEnd = endOf(served);
  await fetch(`${url}/twilio/voice`, { method: "POST", body: new URLSearchParams(CALL) });
  for (const code of ["GB4692", "GB4693", "GB4694"]) {
    expect(await saidAtEnd()).toMatch(new RegExp(`"code":"${code}".*"line":3`));
  }
  const quiet = await serve(script);
  await quiet.twilio.post("/twilio/voice", CALL);
  expect(await quiet.saidAtEnd()).not.toContain("GB4692");
});

test("an ON WEBHOOK of the same path takes the calls, which the start tells", async () => {
  const { twilio, saidAtEnd } = await serve(`ON CALL DO
  SAY "never"
END ON
ON WEBHOOK POST TO "/twilio/voice" DO
  SAY "webhook"
END ON`);
  expect((await twilio.post("/twilio/voice", CALL)).body).toBe(twiml("<Say>webhook</Say>"));
  expect(await saidAtEnd()).toContain("bot.bas:1:1 warning GB");
});

test("the settings name other standard paths", async () => {
  const { twilio } = await serve(
    `ON CALL DO
  GATHER DIGITS INTO A$
END ON
ON DIGITS "a" DO
  SAY A$
END ON
ON SMS DO
  PRINT SMS.body
END ON`,
    { TWILIO_CALL_PATH: "/phone", TWILIO_SMS_PATH: "/text" },
  );
  expect((await twilio.post("/phone", CALL)).body).toContain('action="/phone/bot/a"');
  expect((await twilio.post("/phone/bot/a", { ...CALL, Digits: "5" })).body).toBe(
    twiml("<Say>5</Say>"),
  );
  expect((await twilio.post("/text", { MessageSid: "SM1", Body: "hi" })).body).toBe(
    twiml("<Message>hi</Message>"),
  );
});
