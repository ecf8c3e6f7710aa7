import { expect, test } from "vitest";
import {
  callForm,
  callStatusForm,
  gatherForm,
  type TwilioCall,
} from "../../../src/testing/events/twilio/call-forms.ts";
import { encodeForm, type TwilioForm } from "../../../src/testing/events/twilio/form.ts";
import { smsForm, smsStatusForm } from "../../../src/testing/events/twilio/message-forms.ts";
import { signTwilio } from "../../../src/testing/events/sign-twilio.ts";
import { serveRoutes, settingsWith } from "../../server/serving.ts";
import { NOON } from "./making.ts";

const ACCOUNT = "AC0123456789abcdef0123456789abcdef";
const CALL: TwilioCall = {
  accountSid: ACCOUNT,
  callSid: "CA0123456789abcdef0123456789abcdef",
  from: "+5511999999999",
  to: "+15550001111",
};
const MESSAGE = {
  accountSid: ACCOUNT,
  messageSid: "SM0123456789abcdef0123456789abcdef",
  from: "+5511999999999",
  to: "+15550001111",
  body: "olá & até já",
};

const fieldsOf = (form: TwilioForm) =>
  Object.fromEntries([...form].map(([name, values]) => [name, values.join()]));

test("a call has the fields that Twilio sends", () => {
  const place = { city: "São Paulo", state: "SP", zip: "", country: "BR" };
  expect(fieldsOf(callForm({ ...CALL, fromPlace: place }))).toMatchObject({
    AccountSid: ACCOUNT,
    ApiVersion: "2010-04-01",
    CallSid: CALL.callSid,
    CallStatus: "ringing",
    Called: "+15550001111",
    Caller: "+5511999999999",
    Direction: "inbound",
    From: "+5511999999999",
    FromCity: "São Paulo",
    FromCountry: "BR",
    CallerState: "SP",
    To: "+15550001111",
    ToCity: "",
    ToZip: "",
  });
  expect([...callForm(CALL).keys()]).not.toContain("ForwardedFrom");
  const sentOn = {
    ...CALL,
    forwardedFrom: "+15552223333",
    callerName: "ANA",
    parentCallSid: "CA1",
  };
  expect(fieldsOf(callForm(sentOn))).toMatchObject({
    ForwardedFrom: "+15552223333",
    CallerName: "ANA",
    ParentCallSid: "CA1",
  });
});

test("what a caller gives to Gather is keys or words", () => {
  const keys = fieldsOf(gatherForm(CALL, { digits: "123456", finishedOnKey: "#" }));
  expect(keys).toMatchObject({ Digits: "123456", FinishedOnKey: "#", CallStatus: "in-progress" });
  expect(keys).not.toHaveProperty("SpeechResult");
  const words = fieldsOf(gatherForm(CALL, { speech: "sim", confidence: 0.75 }));
  expect(words).toMatchObject({ SpeechResult: "sim", Confidence: "0.75" });
  expect(words).not.toHaveProperty("Digits");
});

test("a report of a call has the time, and its length at the end", () => {
  const completed = callStatusForm(CALL, { status: "completed", at: NOON, duration: 61 });
  expect(fieldsOf(completed)).toMatchObject({
    CallStatus: "completed",
    CallDuration: "61",
    Duration: "2",
    Timestamp: "Thu, 01 Jan 2026 12:00:00 +0000",
    SequenceNumber: "0",
    CallbackSource: "call-progress-events",
  });
  const ringing = callStatusForm(CALL, { status: "ringing", at: NOON, sequence: 1 });
  expect(fieldsOf(ringing)).not.toHaveProperty("CallDuration");
});

test("a message has its files and how many SMS it took", () => {
  const media = [
    { url: "https://api.twilio.com/1", contentType: "image/jpeg" },
    { url: "https://api.twilio.com/2", contentType: "audio/ogg" },
  ];
  expect(fieldsOf(smsForm({ ...MESSAGE, media }))).toMatchObject({
    MessageSid: MESSAGE.messageSid,
    SmsSid: MESSAGE.messageSid,
    Body: "olá & até já",
    NumMedia: "2",
    MediaUrl0: "https://api.twilio.com/1",
    MediaContentType1: "audio/ogg",
    NumSegments: "1",
    SmsStatus: "received",
    FromCity: "",
  });
  const long = fieldsOf(smsForm({ ...MESSAGE, body: "x".repeat(161) }));
  expect(long).toMatchObject({ NumMedia: "0", NumSegments: "2" });
});

test("a message of WhatsApp tells the profile in place of cities", () => {
  const form = fieldsOf(
    smsForm({
      ...MESSAGE,
      from: "whatsapp:+5511999999999",
      to: "whatsapp:+15550001111",
      whatsApp: {
        profileName: "Ana",
        waId: "5511999999999",
        button: { text: "Sim", payload: "yes" },
        location: { latitude: -23.55, longitude: -46.6 },
      },
    }),
  );
  expect(form).toMatchObject({
    From: "whatsapp:+5511999999999",
    ProfileName: "Ana",
    WaId: "5511999999999",
    ButtonText: "Sim",
    ButtonPayload: "yes",
    Latitude: "-23.55",
    Longitude: "-46.6",
  });
  expect(form).not.toHaveProperty("FromCity");
});

test("a report of a message says why it was not delivered", () => {
  const report = { status: "undelivered", errorCode: "30003" };
  expect(fieldsOf(smsStatusForm(MESSAGE, report))).toMatchObject({
    MessageSid: MESSAGE.messageSid,
    MessageStatus: "undelivered",
    SmsStatus: "undelivered",
    ErrorCode: "30003",
  });
  expect(fieldsOf(smsStatusForm(MESSAGE, { status: "sent" }))).not.toHaveProperty("ErrorCode");
});

// Vectors of twilio-node, spec/validation.spec.js.
test.each([
  [
    "https://mycompany.com/myapp.php?foo=1&bar=2",
    {
      CallSid: ["CA1234567890ABCDE"],
      Caller: ["+14158675309"],
      Digits: ["1234"],
      From: ["+14158675309"],
      To: ["+18005551212"],
    },
    "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  ],
  [
    "https://mycompany.com/myapp.php?foo=1&bar=2#rc=2",
    { Sid: ["CA123"], SidAccount: ["AC123"], Digits: ["5678", "1234", "1234"] },
    "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
  ],
])("the signature of %s is Twilio's", (url, form, signature) => {
  expect(signTwilio(url, new Map(Object.entries(form)), "12345")).toBe(signature);
});

test("each form is verified by the server with its signature, and with no other", async () => {
  const { secrets } = settingsWith({});
  const { url, received } = await serveRoutes({
    routes: [{ path: "/twilio" }],
    settings: { mode: "production", secrets: { ...secrets, twilioAuthTokens: ["token"] } },
  });
  const address = `${url}/twilio?shop=7`;
  const post = async (form: TwilioForm, token: string) => {
    const signature = signTwilio(`${address}#rc=2`, form, token);
    const body = encodeForm(form);
    const headers = {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-Twilio-Signature": signature,
    };
    return (await fetch(address, { method: "POST", headers, body })).status;
  };
  const odd = new Map([
    ["__proto__", ["a", "b", "a"]],
    ["Body", [" olá +%& "]],
  ]);
  const forms = [
    callForm(CALL),
    gatherForm(CALL, { digits: "1" }),
    gatherForm(CALL, { speech: "não" }),
    callStatusForm(CALL, { status: "busy", at: NOON }),
    smsForm(MESSAGE),
    smsStatusForm(MESSAGE, { status: "read" }),
    odd,
  ];
  for (const form of forms) {
    expect(await post(form, "token")).toBe(200);
    expect(await post(form, "other")).toBe(403);
  }
  expect(received.map(({ verifiedBy }) => verifiedBy)).toEqual(forms.map(() => "twilio"));
});
