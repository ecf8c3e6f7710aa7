import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const xml = (
  path: string,
  response: string,
  method = "POST",
) => `ON WEBHOOK ${method} TO "${path}" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  LET KEYS$ = (GET FORM VALUE "Digits") & (GET QUERY VALUE "Digits")
  LET WORDS$ = GET FORM VALUE "SpeechResult"
  LET END$ = (GET FORM VALUE "FinishedOnKey") & (GET QUERY VALUE "FinishedOnKey")
  PRINT \`<Response>${response}</Response>\`
END ON
`;
const SAY = "<Say>[${KEYS$}|${WORDS$}|${END$}]</Say>";
const asking = (attributes: string, behind = "") =>
  `<Gather action="/keys" ${attributes}><Say>Your code</Say></Gather>${behind}`;
const SCRIPT = [
  xml("/keys", SAY),
  xml("/got", `${SAY}<Hangup/>`, "GET"),
  xml("/six", asking('numDigits="6"', "<Say>Nothing</Say><Redirect>/again?x=1</Redirect>")),
  xml("/again", "<Say>Once more</Say><Redirect method='GET'>/got</Redirect>"),
  xml("/star", asking('finishOnKey="*"')),
  xml("/none", asking('finishOnKey=""')),
  xml("/words", asking('input="speech"')),
  xml("/both", asking('input="dtmf speech"')),
  xml("/empty", asking('actionOnEmptyResult="true"')),
  xml("/get", asking('method="GET"').replace("/keys", "/got")),
  xml("/self", "<Gather><Say>Press</Say></Gather>"),
  xml("/circle", "<Redirect>/circle</Redirect>"),
  xml("/away", "<Say>Bye</Say><Redirect>https://twimlets.com/voicemail</Redirect><Say>never</Say>"),
  xml("/lost", "<Redirect>http://[bad</Redirect>"),
  xml("/busy", "<Reject/>"),
  'ON WEBHOOK POST TO "/text" DO\n  PRINT "hello"\nEND ON\n',
].join("");

/** What a caller does, and what is then so. */
const PASSING = [
  'RECEIVE CALL AT "/six"\nEXPECT SPOKEN "Your code"\nEXPECT NOT SPOKEN "Nothing"\nEXPECT HANGUP REASON = ""',
  'RECEIVE CALL AT "/six"\nPRESS "123456"\nEXPECT SPOKEN "[123456||]"\nEXPECT NOT SPOKEN "Your code"\nEXPECT HANGUP REASON = "the response ends"',
  'RECEIVE CALL AT "/six"\nPRESS "12345678"\nEXPECT SPOKEN "[123456||]"',
  'RECEIVE CALL AT "/six"\nPRESS "123#"\nEXPECT SPOKEN "[123||#]"',
  'RECEIVE CALL AT "/six"\nPRESS "12"\nEXPECT SPOKEN "[12||]"',
  'RECEIVE CALL AT "/six"\nPRESS ""\nEXPECT HEARD TEXT = "Nothing" + CHR(10) + "Once more" + CHR(10) + "[||]"\nEXPECT HANGUP REASON CONTAINS "hangs up"',
  'RECEIVE CALL AT "/six"\nPRESS "#"\nEXPECT SPOKEN "Nothing"',
  'RECEIVE CALL AT "/star"\nPRESS "1#2*3"\nEXPECT SPOKEN "[1#2||*]"',
  'RECEIVE CALL AT "/none"\nPRESS "1#"\nEXPECT SPOKEN "[1#||]"',
  'RECEIVE CALL AT "/words"\nSPEAK "yes"\nEXPECT SPOKEN "[|yes|]"',
  'RECEIVE CALL AT "/words"\nSPEAK ""\nEXPECT HANGUP REASON = "the response ends"\nEXPECT HEARD TEXT = ""',
  'RECEIVE CALL AT "/both"\nPRESS "1"\nEXPECT SPOKEN "[1||]"',
  'RECEIVE CALL AT "/both"\nSPEAK "yes"\nEXPECT SPOKEN "[|yes|]"',
  'RECEIVE CALL AT "/empty"\nPRESS ""\nEXPECT SPOKEN "[||]"',
  'RECEIVE CALL AT "/get"\nPRESS "7#"\nEXPECT STATUS 200\nEXPECT SPOKEN "[7||#]"',
  'RECEIVE CALL AT "/self"\nPRESS "1"\nEXPECT SPOKEN "Press"\nPRESS "2"\nEXPECT SPOKEN "Press"',
  'RECEIVE CALL AT "/away"\nEXPECT HEARD TEXT = "Bye"\nEXPECT HANGUP REASON CONTAINS "https://twimlets.com/voicemail"',
  'RECEIVE CALL AT "/busy"\nEXPECT HANGUP REASON CONTAINS "rejects"',
  'RECEIVE CALL AT "/six" FORGED\nEXPECT STATUS 403\nEXPECT HANGUP REASON CONTAINS "403"',
  'RECEIVE POST "/six"\nEXPECT SPOKEN "Nothing"',
];

test("a call is played as Twilio plays it", async () => {
  const found = await outcomes(SCRIPT, PASSING);
  expect([...found].filter(([, codes]) => codes.length > 0)).toEqual([]);
});

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE CALL AT "/words"\nPRESS "1"', "GB3526"],
  ['RECEIVE CALL AT "/six"\nSPEAK "yes"', "GB3526"],
  ['RECEIVE CALL AT "/six"\nPRESS "12a"', "GB3527"],
  ['RECEIVE CALL AT "/six"\nPRESS "1"\nPRESS "2"', "GB3525"],
  ['RECEIVE CALL AT "/busy"\nPRESS "2"', "GB3525"],
  ['RECEIVE CALL AT "/text"\nSPEAK "a"', "GB3525"],
  ['RECEIVE CALL AT "/text"\nEXPECT SPOKEN "hello"', "GB3501"],
  ['RECEIVE CALL AT "/circle"', "GB4249"],
  ['RECEIVE CALL AT "/lost"', "GB3513"],
  ['PRESS "1"', "GB3502"],
  ['EXPECT HANGUP REASON = ""', "GB3502"],
];

test("what no caller can do, and what no script may, fails the test", async () => {
  const found = await outcomes(
    SCRIPT,
    FAILING.map(([body]) => body),
  );
  expect([...found].map(([body, [code]]) => [body, code])).toEqual(FAILING);
});
