import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.ts";
import { codes, load, said } from "../diagnostics.ts";

const voice = (lines: string, type = "text/xml") => `ON WEBHOOK POST TO "/v" DO
N$ = GET FORM VALUE "CallerName"
SET RESPONSE HEADER "Content-Type" TO "${type}"
${lines}
END ON
`;
const found = (text: string) => codes(text).filter((line) => line.startsWith("GB2505"));

test("a value from outside between tags, and its fix", () => {
  const text = voice('PRINT "<Response><Say>Hi " + N$ + "</Say></Response>"');
  expect(said(text)).toEqual([
    "GB2505 4:30 N$ comes from outside and is not escaped, so an & or < in it breaks the TwiML (write XMLESCAPE(N$))",
  ]);
  const { diagnostics } = load(["test.bas", text]);
  const fixed = applyFixes(text, diagnostics).text;
  expect(fixed).toBe(voice('PRINT "<Response><Say>Hi " + XMLESCAPE(N$) + "</Say></Response>"'));
  expect(codes(fixed)).toEqual([]);
});

test.each([
  ["a template", 'PRINT "<Say>${N$}</Say>"'],
  ["& as operator", 'PRINT "<Say>" & N$ & "</Say>"'],
  ["a function of the library around it", 'PRINT "<Say>" + UCASE$(N$) + "</Say>"'],
  ["a method", 'PRINT "<Say>" + N$.trim() + "</Say>"'],
  ["the phrase itself", 'PRINT "<Say>" + (GET FORM VALUE "City") + "</Say>"'],
  ["the language model", 'T$ = GENERATE RESPONSE N$\nPRINT "<Say>" + T$ + "</Say>"'],
  ["an attribute", 'PRINT "<Play loop=""1"">" + N$ + "</Play>"'],
  ["a text that is built up", 'T$ = "<Response>"\nT$ = T$ + "<Say>" + N$ + "</Say>"\nPRINT T$'],
  [
    "a text that grows by itself",
    'T$ = "<Response>"\nT$ = T$ + N$\nT$ = T$ + "</Response>"\nPRINT T$',
  ],
  ["+=", 'T$ = "<Response><Say>"\nT$ += N$\nPRINT T$ + "</Say></Response>"'],
  ["a text that grows at its begin", 'T$ = "</Say>"\nT$ = N$ + T$\nPRINT "<Say>" + T$'],
  ["JOIN", 'PRINT JOIN(["<Say>", N$, "</Say>"], "")'],
  ["JOIN of a list that grows", 'L = ["<Say>"]\nL.push(N$)\nPUSH L, "</Say>"\nPRINT JOIN(L, "")'],
  ["JOIN of items that are set", 'L = ["<Say>"]\nL[1] = N$\nPRINT JOIN(L, "")'],
  ["REPLACE", 'PRINT REPLACE("<Say>{name}</Say>", "{name}", N$)'],
  ["a method that replaces", 'T$ = "<Say>{name}</Say>"\nPRINT T$.replace("{name}", N$)'],
  ["FILL", 'D = { "name": N$ }\nPRINT FILL("<Say>{{name}}</Say>", D)'],
  ["a variable of a variable", 'A$ = N$\nB$ = "Hi ${A$}"\nPRINT "<Say>${B$}</Say>"'],
  ["a member", 'O = {}\nO.name = N$\nPRINT "<Say>" + O.name + "</Say>"'],
  ["a choice", 'PRINT "<Say>" + IIF(N$ = "", "friend", N$) + "</Say>"'],
  [
    "a text whose quotes alone are replaced",
    `PRINT "<Say>" + REPLACE(N$, "'", "&apos;") + "</Say>"`,
  ],
  ["a value that is escaped too late", 'PRINT "<Say>" + N$ + "</Say>"\nN$ = XMLESCAPE(N$)'],
  ["a line of its own", 'PRINT "<Say>"\nPRINT N$\nPRINT "</Say>"'],
  ["a line that joins", 'PRINT "<Say>"\nPRINT "Hi " + N$\nPRINT "</Say>"'],
  ["other XML", 'PRINT "<name>" + N$ + "</name>"'],
])("is found in %s", (_, lines) => {
  expect(found(voice(lines))).toHaveLength(1);
});

test("is found in what is returned, with the content type in it or with tags of Twilio", () => {
  const answer = (rest: string) => `ON WEBHOOK POST TO "/v" DO
T$ = "<Say>" & (GET FORM VALUE "City") & "</Say>"
RETURN ${rest}
END ON
`;
  expect(found(answer("T$"))).toEqual(["GB2505 2:17"]);
  const other = answer('{ "headers": { "Content-Type": "application/xml" }, "body": T$ }');
  expect(found(other.replaceAll("Say>", "name>"))).toEqual(["GB2505 2:18"]);
});

test("is found where a SUB adds what it is given to a text of the whole script", () => {
  const text = `T$ = ""
ON WEBHOOK POST TO "/v" DO
ADD "<Response><Say>"
ADD GET FORM VALUE "City"
PRINT T$
END ON
SUB ADD X$
T$ = T$ + X$
END SUB
`;
  expect(found(text)).toEqual(["GB2505 4:5"]);
  // XMLESCAPE may be wrong in the other places where the SUB uses its parameter.
  expect(applyFixes(text, load(["test.bas", text]).diagnostics).text).toBe(text);
});

test("is found in a FUNCTION that gives its text through its name", () => {
  const own = `FUNCTION GREETING$(G$)
GREETING$ = "<Say>"
GREETING$ = GREETING$ + G$
END FUNCTION
`;
  expect(found(voice("PRINT GREETING$(N$)") + own)).toEqual(["GB2505 8:25"]);
});

test("the items of a list are escaped by the script", () => {
  const lines =
    'O = PARSE JSON GET REQUEST BODY\nPRINT "<Say>" + JOIN(O.lines, "<Pause/>") + "</Say>"';
  const [only, ...more] = load(["test.bas", voice(lines)]).diagnostics;
  expect(more).toEqual([]);
  expect(only?.hint).toBe("put each text in it through XMLESCAPE");
  expect(only?.fix).toBeUndefined();
});

test("a phrase that has swallowed a tag is mended first", () => {
  const text = voice('PRINT "<Say>" + GET FORM VALUE "City" + "</Say>"');
  expect(codes(text)).toEqual(["GB2277 4:32"]);
  const once = applyFixes(text, load(["test.bas", text]).diagnostics).text;
  const twice = applyFixes(once, load(["test.bas", once]).diagnostics).text;
  expect(twice).toContain('"<Say>" + (XMLESCAPE(GET FORM VALUE "City")) + "</Say>"');
});

test("is found where a FUNCTION makes the tags, and where a SUB prints them", () => {
  const subs = `FUNCTION SAID$(T$)\nRETURN "<Say>" + T$ + "</Say>"\nEND FUNCTION
SUB SPEAK(T$)\nPRINT "<Say>" + T$ + "</Say>"\nEND SUB\n`;
  expect(found(voice("PRINT SAID$(N$)\nSPEAK N$") + subs)).toEqual(["GB2505 8:18", "GB2505 11:17"]);
});

test.each([
  ["an escaped value", 'PRINT "<Say>" + XMLESCAPE(N$) + HTMLESCAPE(N$) + "</Say>"'],
  ["a value for an address", 'PRINT "<Redirect>/v?name=" + URLENCODE(N$) + "</Redirect>"'],
  ["a number", 'K% = N$\nPRINT "<Say>" + K% + LEN(N$) + VAL(N$) * 2 + "</Say>"'],
  ["a text of the script", 'T$ = "Hello"\nPRINT "<Say>" + T$ + "</Say>"'],
  ["a choice by the value", 'T$ = N$ = "" ? "you" : "friend"\nPRINT "<Say>" + T$ + "</Say>"'],
  ["what is escaped in its own place", 'N$ = XMLESCAPE(N$)\nPRINT "<Say>" + N$ + "</Say>"'],
  [
    "what grows and is escaped at the end",
    'T$ = "Hi "\nT$ += N$\nPRINT "<Say>" + XMLESCAPE(T$) + "</Say>"',
  ],
  ["a text that grows by escaped ones", 'T$ = "<Say>"\nT$ += XMLESCAPE(N$)\nPRINT T$ + "</Say>"'],
  ["JOIN of escaped ones", 'PRINT JOIN(["<Say>", XMLESCAPE(N$), "</Say>"], "")'],
  ["a text without markup", 'T$ = "from "\nT$ = T$ + N$\nLOG T$\nPRINT "<Say>Hi</Say>"'],
  ["the log", 'T$ = "<Say>Hi</Say>"\nLOG "answers " + T$ + " to " + N$\nPRINT T$'],
  [
    "a mail in HTML",
    'H$ = "<p>" + N$ + "</p>"\nSEND MAIL TO "a@b.de" WITH SUBJECT "x" AND HTML H$\nPRINT "<Say>Hi</Say>"',
  ],
  ["digits alone", 'D$ = REGEX_REPLACE(N$, "[^0-9]", "")\nPRINT "<Say>" + D$ + "</Say>"'],
  ["what is looked up by the value", 'M = { "1": "Ana" }\nPRINT "<Say>" + M[N$] + "</Say>"'],
  ["what REPLACE looks for", 'PRINT "<Say>" + REPLACE("your name", N$, "") + "</Say>"'],
  ["a choice by the value with IIF", 'PRINT "<Say>" + IIF(N$, "you", "friend") + "</Say>"'],
  ["a whole answer", "O = PARSE JSON GET REQUEST BODY\nPRINT O.twiml"],
])("is not said of %s", (_, lines) => {
  expect(found(voice(lines))).toEqual([]);
});

test("is not said of a value that a FUNCTION of the script escapes", () => {
  const own = `FUNCTION SAFE(T$)
T$ = REPLACE(T$, "&", "&amp;")
RETURN REPLACE(T$, "<", "&lt;")
END FUNCTION
`;
  expect(found(voice('PRINT "<Say>" + SAFE(N$) + "</Say>"') + own)).toEqual([]);
});

test("is not said of a value that a FUNCTION escapes one character after the other", () => {
  const own = `FUNCTION SAFE(T$)
R$ = ""
FOR I = 1 TO LEN(T$)
SELECT CASE MID$(T$, I, 1)
CASE "<"
R$ = R$ + "&lt;"
CASE ELSE
R$ = R$ + MID$(T$, I, 1)
END SELECT
NEXT
RETURN R$
END FUNCTION
`;
  expect(found(voice('T$ = "<Say>"\nT$ += SAFE(N$)\nPRINT T$ + "</Say>"') + own)).toEqual([]);
});

test("is not said of text that is no TwiML", () => {
  expect(found(voice('PRINT "<b>" + N$ + "</b>"\nPRINT "a < b" + N$', "text/html"))).toEqual([]);
});

const handler = (first: string, lines: string) => `${first} DO\n${lines}\nEND ON\n`;
const say = (value: string) => `PRINT "<Response><Message>" + ${value} + "</Message></Response>"`;

test("what somebody sent or said comes from outside, and its fix", () => {
  const text = handler("ON SMS", say('"You said: " + SMS.body'));
  expect(said(text)).toEqual([
    "GB2505 2:46 SMS.body comes from outside and is not escaped, so an & or < in it breaks the TwiML (write XMLESCAPE(SMS.body))",
  ]);
  const fixed = applyFixes(text, load(["test.bas", text]).diagnostics).text;
  expect(found(fixed)).toEqual([]);
});

test.each([
  ["ON SMS", `B$ = SMS.body\n${say("B$")}`],
  ["ON SMS", say("(GET SMS BODY)")],
  ["ON SMS", say('SMS["name"]')],
  ["ON SMS", `S = SMS\n${say("S.city")}`],
  ["ON SMS", `FOR EACH M IN SMS.media\n${say("M.url")}\nNEXT`],
  ["ON SMS", 'PRINT "<Response><Message>${SMS.body}</Message></Response>"'],
  ["ON CALL", say("CALL.name")],
  ["ON CALL", `N$ = GET CALL NAME\n${say("N$")}`],
  ["ON WHATSAPP MESSAGE", say("WHATSAPP.text")],
  ["ON WHATSAPP MESSAGE", say("(GET WHATSAPP MESSAGE BODY)")],
])("is found in %s with %s", (first, lines) => {
  expect(found(handler(first, lines))).toHaveLength(1);
});

test.each([
  ["ON SMS", say("XMLESCAPE(SMS.body)")],
  ["ON SMS", `B$ = XMLESCAPE(SMS.body)\n${say("B$")}`],
  ["ON SMS", say("SMS.latitude")],
  ["ON SMS", say("(GET SMS CHANNEL)")],
  ["ON SMS", say("LEN(SMS.body)")],
  ["ON CALL", say("CALL.duration")],
  ["ON CALL", say("CALL.kept")],
  ["ON SMS", 'PRINT "You said: " + SMS.body'],
  ["ON CALL", 'SAY "Hello " + CALL.name'],
  ["ON SMS", `SMS = { "body": "a" }\n${say("SMS.body")}`],
])("is not found in %s with %s", (first, lines) => {
  expect(found(handler(first, lines))).toEqual([]);
});
