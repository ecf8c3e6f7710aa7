import { beforeAll, expect, test } from "vitest";
import { makeFolder, serveScript } from "./served-scripts.ts";
import { TOKEN, twiml, TwilioClient } from "./twilio-client.ts";

const SMS = { MessageSid: "SM1", From: "+5511999999999", To: "+15550001111", Body: "a & b" };

beforeAll(() => import("../../src/twiml/write-twiml.ts"), 60_000);

async function answerTo(lines: string, form: Readonly<Record<string, string>> = SMS) {
  const settings = { NODE_ENV: "production", TWILIO_AUTH_TOKEN: TOKEN };
  const { url } = await serveScript(await makeFolder(), `ON SMS DO\n${lines}\nEND ON`, settings);
  return new TwilioClient(url).post("/twilio/sms", form);
}

test.each([
  ["PRINT SMS.body", "<Message>a &amp; b</Message>"],
  ['PRINT "one"\nPRINT "two"', "<Message>one\ntwo</Message>"],
  [
    'PRINT "one"\nTALK "two"\nBEGIN TALK\nthree\nfour\nEND TALK\nPRINT "five"',
    "<Message>one</Message><Message>two</Message><Message>three\nfour</Message><Message>five</Message>",
  ],
  [
    "FOR I = 1 TO 12\nTALK I\nNEXT",
    [...["1", "2", "3", "4", "5", "6", "7", "8", "9"], "10\n11\n12"]
      .map((text) => `<Message>${text}</Message>`)
      .join(""),
  ],
  ["LOG SMS.id", ""],
  ['PRINT ""', ""],
  ['RETURN "done"', "<Message>done</Message>"],
  [
    "PRINT SMS.from + GET SMS TO + SMS.channel + SMS.fields.Body",
    "<Message>+5511999999999+15550001111smsa &amp; b</Message>",
  ],
])("%s", async (lines, verbs) => {
  expect(await answerTo(lines)).toEqual({
    status: 200,
    type: "text/xml; charset=utf-8",
    body: twiml(verbs),
  });
});

test("TwiML that is printed goes out as it is", async () => {
  const own = "<Response><Message><Body>x</Body></Message></Response>";
  expect((await answerTo(`PRINT "${own}"`)).body).toBe(own);
});

test("the files of an MMS, and what a WhatsApp message through Twilio has", async () => {
  const form = {
    ...SMS,
    ...{ From: "whatsapp:+5511999999999", ProfileName: "Ana", ButtonPayload: "yes" },
    ...{ NumMedia: "2", MediaUrl0: "https://a/0", MediaContentType0: "image/jpeg" },
    ...{ MediaUrl1: "https://a/1", Latitude: "-23.5", Longitude: "-46.6" },
  };
  const lines = `FOR EACH FILE IN GET SMS MEDIA
  PRINT FILE.url + " " + FILE.type
NEXT
PRINT SMS.channel + " " + SMS.name + " " + SMS.button + " " + (SMS.latitude + 1) + " " + SMS.longitude`;
  const { body } = await answerTo(lines, form);
  expect(body).toBe(
    twiml("<Message>https://a/0 image/jpeg\nhttps://a/1 \nwhatsapp Ana yes -22.5 -46.6</Message>"),
  );
});

test("TALK goes to the log where nobody wrote", async () => {
  const script = `ON WEBHOOK POST TO "/x" OPEN DO\n  TALK "hello"\nEND ON`;
  const { url, said, stop } = await serveScript(await makeFolder(), script);
  const response = await fetch(`${url}/x`, { method: "POST" });
  expect(await response.text()).toBe("");
  await stop();
  expect(said()).toContain('"msg":"hello"');
});

test("an answer that Twilio would not send is an error, also where it is one of several", async () => {
  const long = await answerTo('TALK "one"\nPRINT REPEAT("y", 1601)');
  expect(long.status).toBe(500);
  const parts = await answerTo('TALK REPEAT("😀", 1600)\nPRINT REPEAT("y", 1600)');
  expect(parts.body.match(/<Message>/g)).toHaveLength(2);
});
