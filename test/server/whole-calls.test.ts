import { beforeAll, expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

const PRODUCTION = { NODE_ENV: "production", TWILIO_AUTH_TOKEN: TOKEN, TWILIO_FALLBACK: "Sorry." };

async function serve(script: string, settings: Readonly<Record<string, string>> = {}) {
  const served = await serveScript(await makeFolder(), script, { ...PRODUCTION, ...settings });
  const end = async () => {
    await served.stop();
    return served.said();
  };
  return { twilio: new TwilioClient(served.url), end };
}

const callOf = (CallSid: string, From = "+5511999999999") => ({
  ...{ CallSid, From, To: "+15550001111", CallStatus: "in-progress" },
});

/** The address at which Twilio goes on behind an answer, as the XML has it. */
function actionIn(body: string): string {
  const written = /action="([^"]+)"/.exec(body)?.[1] ?? "no action";
  return written.replaceAll("&amp;", "&");
}

const PIN = `ON CALL DO
  GATHER DIGITS 4 INTO PIN$ SAYING "Your PIN, please." KEEPING { "tries": 1 } EVEN EMPTY
END ON

ON DIGITS "pin" DO
  IF PIN$ = "1234" THEN
    SAY "Welcome, " + CALL.from
    RETURN
  END IF
  IF CALL.kept.tries = 3 THEN
    SAY "Too many tries."
    HANGUP
    RETURN
  END IF
  GATHER DIGITS 4 INTO PIN$ SAYING "Wrong." KEEPING { "tries": CALL.kept.tries + 1 } EVEN EMPTY
END ON

ON CALL STATUS DO
  LOG "over: " + CALL.status + " " + CALL.id
END ON
`;

test("wrong keys three times, and nothing at all, end the call", async () => {
  const { twilio, end } = await serve(PIN);
  let { body } = await twilio.post("/twilio/voice", callOf("CA1"));
  expect(body).toContain("Your PIN, please.");
  for (const Digits of ["0000", ""]) {
    ({ body } = await twilio.post(actionIn(body), { ...callOf("CA1"), Digits }));
    expect(body).toContain("<Say>Wrong.</Say>");
  }
  const last = await twilio.post(actionIn(body), { ...callOf("CA1"), Digits: "9999" });
  expect(last.body).toBe(twiml("<Say>Too many tries.</Say><Hangup/>"));
  expect(await end()).not.toContain('"level":"error"');
});

test("two calls at once do not see each other, and one that hangs up disturbs nobody", async () => {
  const { twilio, end } = await serve(PIN, { PUBLIC_URL: "" });
  const [ana, rui] = [callOf("CA1"), callOf("CA2", "+5511888888888")];
  const [first, second] = await Promise.all([
    twilio.post("/twilio/voice", ana),
    twilio.post("/twilio/voice", rui),
  ]);
  const wrong = await twilio.post(actionIn(first.body), { ...ana, Digits: "0000" });
  const gone = { ...ana, CallStatus: "completed", CallDuration: "9", SequenceNumber: "1" };
  await twilio.post("/twilio/voice/status", gone);
  const right = await twilio.post(actionIn(second.body), { ...rui, Digits: "1234" });
  expect(right.body).toBe(twiml("<Say>Welcome, +5511888888888</Say>"));
  expect(actionIn(wrong.body)).toContain("tries%22%3A2");
  expect(actionIn(second.body)).toContain("tries%22%3A1");
  expect(await end()).toContain("over: completed CA1");
});

const FAILING = `ON CALL DO
  IF CALL.id = "CA-endless" THEN
    DO
    LOOP
  END IF
  SAY "The answer is " + (1 / (LEN(CALL.id) - 3))
END ON`;

test.each([
  ["fails", "CA1", "GB3002"],
  ["never ends", "CA-endless", "GB4201"],
])("a caller hears the fallback where the handler %s, within its time", async (_, sid, code) => {
  const { twilio, end } = await serve(FAILING, {
    GBASIC_TIMEOUT: "0.5",
    GBASIC_MAX_STEPS: "1000000000000",
  });
  const { status, body } = await twilio.post("/twilio/voice", callOf(sid));
  expect({ status, body }).toEqual({ status: 200, body: twiml("<Say>Sorry.</Say>") });
  expect(await end()).toContain(`"code":"${code}"`);
});

test("a request that Twilio repeats has the same answer, and runs once, also while it still runs", async () => {
  const script = `ON CALL DO
  LOG "asked"
  SAY "Call " + INT(RND() * 1000000000)
END ON`;
  const { twilio, end } = await serve(script);
  const token = { "I-Twilio-Idempotency-Token": "t-1" };
  const post = () => twilio.post("/twilio/voice", callOf("CA1"), token);
  const together = await Promise.all([post(), post(), post()]);
  const answers = [...together, await post()].map(({ body }) => body);
  expect(answers[0]).toMatch(/<Say>Call \d+<\/Say>/);
  expect(new Set(answers).size).toBe(1);
  const other = await twilio.post("/twilio/voice", callOf("CA1"), {
    "I-Twilio-Idempotency-Token": "t-2",
  });
  expect(other.body).not.toBe(answers[0]);
  expect((await end()).match(/"asked"/g)).toHaveLength(2);
});

test("what is said in a recording comes to a block of its own", async () => {
  const { twilio, end } = await serve(`ON CALL DO
  RECORD INTO FILE$ LIMIT 60 TRANSCRIBED KEEPING 7
END ON

ON RECORDING "file" DO
  SAY "Thank you."
END ON

ON TRANSCRIPTION "file" DO
  LOG CALL.kept + " said: " + CALL.transcription + " in " + GET CALL RECORDING
END ON`);
  const { body } = await twilio.post("/twilio/voice", callOf("CA1"));
  const callback = "/twilio/voice/bot/file%20transcription?kept=7";
  expect(body).toBe(
    twiml(
      `<Record action="/twilio/voice/bot/file?kept=7" maxLength="60" transcribe="true" transcribeCallback="${callback}"/>`,
    ),
  );
  const RecordingUrl = "https://example.com/RE1";
  const thanks = await twilio.post(actionIn(body), { ...callOf("CA1"), RecordingUrl });
  expect(thanks.body).toBe(twiml("<Say>Thank you.</Say>"));
  const told = { ...callOf("CA1"), RecordingUrl, TranscriptionText: "please call me" };
  expect((await twilio.post(callback, told)).status).toBe(200);
  expect(await end()).toContain(`7 said: please call me in ${RecordingUrl}`);
});
