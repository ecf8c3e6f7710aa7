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
  ["a line of its own", 'PRINT "<Say>"\nPRINT N$\nPRINT "</Say>"'],
  ["a line that joins", 'PRINT "<Say>"\nPRINT "Hi " + N$\nPRINT "</Say>"'],
  ["other XML", 'PRINT "<name>" + N$ + "</name>"'],
])("is found in %s", (_, lines) => {
  expect(found(voice(lines))).toHaveLength(1);
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

test("is not said of text that is no TwiML", () => {
  expect(found(voice('PRINT "<b>" + N$ + "</b>"\nPRINT "a < b" + N$', "text/html"))).toEqual([]);
});
