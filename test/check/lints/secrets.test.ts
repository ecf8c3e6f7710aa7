import { expect, test } from "vitest";
import { renderDiagnostic } from "../../../src/diagnostics/render.ts";
import { codes, load, said } from "../diagnostics.ts";

// Written in pieces, so that no search for secrets takes them for real ones.
const HEX = "a8f5f167f44f4964" + "e6c998dee827110c";
const META = "EAAG" + "m0PX4ZCpsBAKZCZCZB1234567890";
const MODEL = "sk-" + "proj-abcdefghijkl1234567890";
const inPieces = (...pieces: readonly string[]) => pieces.join("");
const VERIFY = "4qIogZadggQ." + "BEoMeciXIdl_MlkV_1DTx8Z";

const found = (text: string) => codes(text).filter((line) => line.startsWith("GB2506"));

test.each([
  [`LOG "${META}"`, "an access token of Meta", "WHATSAPP_ACCESS_TOKEN"],
  [`LOG "${MODEL}"`, "a key of a language model", "LLM_API_KEY"],
  [`VERIFY_TOKEN$ = "${VERIFY}"`, "the verify token", "WHATSAPP_VERIFY_TOKEN"],
  [`VERIFY_TOKEN$ = "my_own_word"`, "the verify token", "WHATSAPP_VERIFY_TOKEN"],
  [`APP_SECRET$ = "${HEX}"`, "the app secret", "WHATSAPP_APP_SECRET"],
  [`AUTH_TOKEN$ = "${HEX}"`, "the auth token of Twilio", "TWILIO_AUTH_TOKEN"],
])("%s is said to be %s", (line, title, setting) => {
  expect(said(line).filter((one) => one.startsWith("GB2506"))[0]).toMatch(
    new RegExp(`^GB2506 .*${title} is written .*set ${setting} in .env to a new one`),
  );
});

test.each([
  `REM the old token was ${META}`,
  `H = { "Authorization": "Bearer ${HEX}" }`,
  `H = { "apiKey": "${HEX}" }`,
  `C = {}\nC.password = "rosebud7"`,
  `C = {}\nC["api_key"] = "${HEX}"`,
  `IF GET REQUEST HEADER "X-Api-Token" <> "${HEX}" THEN EXIT`,
  `IF GET QUERY VALUE "hub.verify_token" = "my_own_word" THEN PRINT 1`,
  `PRINT HMAC("text", "rosebud7", "sha256")`,
  'URL$ = "smtp://bot:rosebud7@mail.acme.com"',
  'KEY$ = "-----BEGIN PRIVATE KEY-----"',
  `H$ = "Authorization: Bearer ${HEX}"`,
  `H$ = "x-api-key: ${HEX}"`,
  `SET HEADER "Authorization", "Bearer ${HEX}"`,
  `SET HEADER "X-Api-Key" AS "${HEX}"`,
  `SET RESPONSE HEADER "X-Access-Token" TO "${HEX}"`,
  `H = { "Authorization": "Basic ${btoa("ana:rosebud7")}" }`,
  `URL$ = "https://api.acme.com/v1?access_token=${HEX}"`,
  `URL$ = "https://api.acme.com/v1?page=2&api_key=${HEX}&x=1"`,
  `BODY$ = "{ ""user"": ""ana"", ""password"": ""rosebud7"" }"`,
  `X$ = "https://hooks.slack.com/services/${inPieces("T01234567/B01234567/", HEX)}"`,
  `X$ = "${inPieces("xapp-1-", "A0123456789-", HEX)}"`,
  `X$ = "${inPieces("whsec_", HEX)}"`,
  `X$ = "${inPieces("rk_live_", HEX)}"`,
  `X$ = "${inPieces("github_pat_", HEX)}"`,
  `X$ = "${inPieces("glpat-", HEX)}"`,
  'API_KEY = "rosebud77"',
  'CONST DB_PASSWORD$ = "rosebud7"',
  'SENHA$ = "rosebud7"',
  `OPENAI_KEY = "${HEX}"`,
  `PARAM API_KEY AS STRING DEFAULT "${HEX}"`,
  'PASSWORD$ = "rose" + "bud7"',
  'PASSWORD$ = NVL(X$, "rosebud7")',
  'PASSWORD$ = GET FORM VALUE "x" OR "rosebud7"',
  'IF PASSWORD$ != "rosebud7" THEN EXIT',
  'O = PARSE JSON "{}"\nIF (GET JSON PATH O, "auth.password") = "rosebud7" THEN EXIT',
  'SELECT CASE GET QUERY VALUE "password"\nCASE "rosebud7"\nEXIT\nEND SELECT',
  'WITH SETTINGS\npassword = "rosebud7"\nEND WITH',
  'LOGIN "ana", "rosebud7"\nSUB LOGIN NAME$, PASSWORD$\nLOG NAME$, PASSWORD$\nEND SUB',
  'PRINT VERIFY_SIGNATURE("text", "signature", "rosebud7")',
])("is found in %s", (text) => {
  expect(found(text)).toHaveLength(1);
});

test.each([
  'SID$ = "AC0123456789abcdef0123456789abcdef"',
  'AUTH$ = "SK0123456789abcdef0123456789abcdef"',
  'PHONE_NUMBER_ID$ = "1158433381968079"',
  'MESSAGE_ID$ = "wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTdCNTg5RjY1MEMyRjlGMjRGNgA="',
  'TOKEN_URL$ = "https://api.example.com/oauth/token?grant=client_credentials"',
  'TOKEN$ = "next_page"',
  'TOKEN$ = "https://api.example.com/v1/tokens/1234567890abcdef"',
  'VERIFY_TOKEN$ = "YOUR_VERIFY_TOKEN"',
  'APP_SECRET$ = "your-app-secret"',
  'PASSWORD$ = ""',
  'PASSWORD_HINT$ = "the name of my dog"',
  `HASH$ = "${HEX}"`,
  'TOKEN$ = GET REQUEST HEADER "X-Token"',
  'PRINT "<Response><Say>Your token is 0123456789abcdef0</Say></Response>"',
  'PRINT "https://twimlets.com/voicemail?Email=your-email@example.com"',
  'URL$ = "https://user:password@example.com"',
  "MAX_TOKENS = 4096",
  'API_KEY = "YOUR_TOKEN_HERE"',
  'API_KEY = "xxx"',
  'API_KEY = "sk-your-key-here-1234567890"',
  'API_KEY = "INSERT_API_KEY_HERE_123"',
  'API_KEY = "replace-with-your-key-1"',
  'API_KEY = "dummy-key-1234567890"',
  'API_KEY = "{{api_key_2026_of_bot}}"',
  'ACCESS_TOKEN = "EAAxxxxxxxxxxxxxxxxxxxxxxxxxxxx"',
  'PASSWORD = "changeme"',
  'PASSWORD = "change-me"',
  'PASSWORD = "********"',
  'PASSWORD = "<password>"',
  'PASSWORD = GET FORM VALUE "password"',
  'ERRORS = { "password": "wrong-password", "token": "token_expired" }',
  'LABELS = { "password": "Enter your password" }',
  'COLUMNS = { "token": "session_token_id_2026" }',
  'H = { "Authorization": "Bearer YOUR_ACCESS_TOKEN_1234" }',
  'H = { "Authorization": "Bearer ${TOKEN$}" }',
  `H = { "Authorization": "Basic ${btoa("user:password")}" }`,
  'URL$ = "https://ana:${PASSWORD$}@acme.com/"',
  'URL$ = "https://api.acme.com/?access_token=${TOKEN$}"',
  'URL$ = "https://api.acme.com/?access_token=YOUR_TOKEN_1234567"',
  'SET HEADER "Authorization", "Bearer {token}"',
  'PRINT "Password: at least 8 characters"',
  'KEYWORD$ = "rosebud7"',
])("is not said of %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("the message does not show the secret, nor another one in its line", () => {
  const text = `LOG "${META}", "${MODEL}"`;
  const shown = load(["a.bas", text]).diagnostics.map(renderDiagnostic).join("\n");
  expect(shown.match(/GB2506/g)).toHaveLength(2);
  expect(shown).not.toContain(META);
  expect(shown).not.toContain(MODEL);
});

const TOKEN = 'GET QUERY VALUE "hub.verify_token"';
const OWN = "shop-hook-2026";

test.each([
  [`LET TOKEN$ = ${TOKEN}\nIF TOKEN$ = "${OWN}" THEN PRINT 1`, "2:13"],
  [`LET T$ = TRIM$(${TOKEN})\nIF "${OWN}" <> T$ THEN EXIT`, "2:4"],
  [`LET T$ = ${TOKEN}\nLET U$ = T$.trim()\nIF U$ = "${OWN}" THEN PRINT 1`, "3:9"],
  [`CONST EXPECTED = "${OWN}"\nIF ${TOKEN} = EXPECTED THEN PRINT 1`, "1:18"],
  [`MINE$ = "${OWN}"\nT$ = NVL(${TOKEN}, "")\nIF MINE$ = T$ THEN PRINT 1`, "1:9"],
  [`IF STRCOMP(${TOKEN}, "${OWN}") = 0 THEN PRINT 1`, "1:48"],
  [`T$ = ${TOKEN}\nSELECT CASE T$\nCASE "${OWN}"\nPRINT 1\nEND SELECT`, "3:6"],
  [`T$ = ${TOKEN}\nIF T$ = "shop-" + "hook-2026" THEN PRINT 1`, "2:9"],
  [`IF ${TOKEN} = "${OWN}" THEN PRINT 1`, "1:41"],
])("the text that a verify token is compared with is told of once: %s", (lines, place) => {
  const text = `ON WEBHOOK GET TO "/webhooks/whatsapp" OPEN DO\n${lines}\nEND ON`;
  const [line, column] = place.split(":").map(Number);
  expect(found(text)).toEqual([`GB2506 ${String((line ?? 0) + 1)}:${String(column)}`]);
  expect(said(text).find((one) => one.startsWith("GB2506"))).toContain(
    "set WHATSAPP_VERIFY_TOKEN in .env to a new one; gbasic then answers the handshake by itself",
  );
});

test.each([
  `T$ = ${TOKEN}\nIF T$ = "YOUR_VERIFY_TOKEN" THEN PRINT 1`,
  `T$ = ${TOKEN}\nIF T$ = "" THEN EXIT`,
  `T$ = ${TOKEN}\nM$ = GET QUERY VALUE "hub.mode"\nIF M$ = "subscribe" THEN PRINT T$`,
  `T$ = ${TOKEN}\nT$ = T$\nIF T$ = "no" THEN PRINT 1`,
  `T$ = GET QUERY VALUE "page"\nIF T$ = "${OWN}" THEN PRINT ${TOKEN}`,
])("a text that is no token is left alone: %s", (lines) => {
  expect(found(`ON WEBHOOK GET TO "/a" OPEN DO\n${lines}\nEND ON`)).toEqual([]);
});
