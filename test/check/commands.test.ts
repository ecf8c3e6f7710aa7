import { describe, expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

describe("a misspelt statement of General Bots", () => {
  test.each([
    ['USE KBS "x"', "USE KBS", "USE KB"],
    ['ADD SUGESTION "a" AS "b"', "ADD SUGESTION", "ADD SUGGESTION"],
    ["CLEAR SUGESTIONS", "CLEAR SUGESTIONS", "CLEAR SUGGESTIONS"],
    ['CREAT TASK "x"', "CREAT TASK", "CREATE TASK"],
    ['SAEV "t", 1', "SAEV", "SAVE"],
    ['SEND TEMPLAT "x"', "SEND TEMPLAT", "SEND TEMPLATE"],
    ['SET BOT MEMROY "k", 1', "SET BOT MEMROY", "SET BOT MEMORY"],
    ['GENERATE PDFF "x"', "GENERATE PDFF", "GENERATE PDF"],
    ['DELETE FIL "x"', "DELETE FIL", "DELETE FILE"],
    ["KB STATISTIC", "KB STATISTIC", "KB STATISTICS"],
    ['SET CONTEX "a" AS "b"', "SET CONTEX", "SET CONTEXT"],
  ])("%s", (source, written, meant) => {
    expect(said(source)).toEqual([
      `GB2202 1:1 unknown statement ${written} (did you mean ${meant}?)`,
    ]);
  });

  test("words that are like no phrase get no proposal", () => {
    expect(said("FOO BAR BAZ 1, 2")).toEqual([
      "GB2202 1:1 unknown statement FOO BAR BAZ (`npx gbasic help` lists the statements that there are)",
    ]);
    expect(said("a = 1\nb = 2\nSWAP a, b\nPRINT a, b")).toEqual([
      "GB2202 3:1 unknown statement SWAP (write three assignments: OLD = A, A = B, B = OLD)",
    ]);
  });

  test("a variable is no misspelt word of a phrase", () => {
    expect(codes('fil = "x"\nREAD fil')).toEqual(["GB2231 2:1"]);
  });
});

describe("what gbasic lacks", () => {
  test.each([
    [
      'x = FIND "t", "a=1"',
      "GB2231 1:5 FIND is a General Bots statement, not provided by gbasic (it looks rows up in a table; a run that reaches it ends with an error)",
    ],
    [
      'PRINT FIND("t")',
      "GB2231 1:7 FIND is a General Bots statement, not provided by gbasic (it looks rows up in a table; a run that reaches it ends with an error)",
    ],
    [
      'PRINT IS_PERSONAL_EMAIL("a@b.de")',
      'GB2231 1:7 IS_PERSONAL_EMAIL is a General Bots function, not provided by gbasic (write REGEX_TEST(email, "@(gmail|hotmail|outlook|yahoo)\\\\."))',
    ],
    [
      "PRINT EXCEL([1])",
      "GB2231 1:7 EXCEL is a General Bots function, not provided by gbasic (write CSV(rows), which spreadsheet programs open)",
    ],
    [
      "PRINT GET_NEXT_AVAILABLE_AGENT()",
      "GB2231 1:7 GET_NEXT_AVAILABLE_AGENT is a General Bots function, not provided by gbasic (it names a person of the staff who is free; a run that reaches it ends with an error)",
    ],
    [
      "GENERATE CODE 6",
      "GB2231 1:1 GENERATE CODE is a General Bots statement, not provided by gbasic (write RANDOM(100000, 999999))",
    ],
    [
      'SET PAGE MODE "auto"',
      "GB2231 1:1 SET PAGE MODE is a General Bots statement, not provided by gbasic (it says whether the further pages of an answer are fetched by themselves; nothing runs because of it)",
    ],
    [
      'x = GET METRIC "visits"',
      "GB2231 1:5 GET METRIC is a General Bots statement, not provided by gbasic (it measures and records figures; a run that reaches it ends with an error)",
    ],
    [
      'SET_CONTEXT "a" AS "b"',
      "GB2231 1:1 SET CONTEXT is a General Bots statement, not provided by gbasic (write BEGIN SYSTEM PROMPT … END SYSTEM PROMPT, or put the text into the prompt)",
    ],
    [
      'ON EVENT "a" DO\nEND ON',
      "GB2231 1:1 ON EVENT is a General Bots statement, not provided by gbasic (it runs when something happens elsewhere; nothing here runs because of it)",
    ],
    [
      'x = SEND MAIL "a", "b", "c"',
      "GB2232 1:5 SEND MAIL gives no value (write it on a line of its own)",
    ],
    [
      'SEND SMS "1", "b", "c"',
      "GB2233 1:18 SEND SMS takes no more values (remove what is too much; `npx gbasic help SEND SMS` shows how it is written)",
    ],
    [
      "a = []\nx = FILTER a WHERE b = 1",
      "GB2231 2:5 FILTER … WHERE is a General Bots statement, not provided by gbasic (it computes with the rows of a table; a run that reaches it ends with an error)",
    ],
    [
      'IF CHECK STOCK "tea" THEN PRINT 1',
      "GB2201 1:4 no statement or function begins with CHECK STOCK (`npx gbasic help` lists the statements and functions that there are)",
    ],
    [
      'ON WEBHOK POST TO "/b" DO\nPRINT 1\nEND ON',
      "GB2230 1:1 no handler begins with ON WEBHOK (did you mean ON WEBHOOK?)",
    ],
    [
      'ON WHATSAPP BUTON "yes" DO\nPRINT 1\nEND ON',
      "GB2230 1:1 no handler begins with ON WHATSAPP BUTON (did you mean ON WHATSAPP BUTTON?)",
    ],
    [
      'GET FORM VLUE "x"',
      "GB2202 1:1 unknown statement GET FORM VLUE (did you mean GET FORM VALUE?)",
    ],
    [
      'x = GET JSON PTH a, "b"',
      "GB2201 1:5 no statement or function begins with GET JSON PTH (did you mean GET JSON PATH?)",
    ],
    [
      "WOBBLE it\nIF a THEN\nUSE KB x\nEND IF\nEND WOBBLE\na = 1",
      "GB2202 1:1 unknown statement WOBBLE it (`npx gbasic help` lists the statements that there are)",
    ],
  ])("%j", (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  test("each is told of once in a file, wherever it stands", () => {
    const text =
      'SEND SLACK a, "b"\na = 1\nSEND SLACK a, "c"\nSUB S\nSEND SLACK 1, "d"\nEND SUB\nS';
    expect(codes(text)).toEqual(["GB2231 1:1"]);
  });

  test("what they set counts as set, and a SUB that they name as used", () => {
    expect(codes('HEAR n AS EMAIL\nPRINT n\nON "a" CALL H\nSUB H\nEND SUB')).toEqual([
      "GB2231 1:1",
      "GB2231 3:1",
    ]);
  });

  test("names inside them are columns and clauses, and not looked at", () => {
    expect(codes('INSERT INTO orders(id, name) VALUES (a, b)\nFIND "t" WHERE c = d')).toEqual([
      "GB2231 1:1",
      "GB2231 2:1",
    ]);
  });

  test("a handler that is not served is checked as others are", () => {
    expect(codes('ON EVENT "a"\nPRINT x\nCONTINUE\nEND ON')).toEqual([
      "GB2231 1:1",
      "GB2101 2:7",
      "GB2301 3:1",
    ]);
  });

  test("a PARAM is set", () => {
    expect(said("PARAM a, b\nPRINT a, b")).toEqual([]);
  });
});

test.each([
  ['x = GET FORM FIELD "name"', "GET FORM VALUE"],
  ['x = GET FORM "name"', "GET FORM VALUE"],
  ["x = GET BODY", "GET REQUEST BODY"],
  ['x = GET HEADER "a"', "GET REQUEST HEADER"],
  ['x = GET QUERY "q"', "GET QUERY VALUE"],
  ['x = GET QUERY PARAMETER "q"', "GET QUERY VALUE"],
  ["x = GET METHOD", "GET REQUEST METHOD"],
  ["SET STATUS TO 404", "SET RESPONSE STATUS"],
  ["SET STATUS CODE TO 404", "SET RESPONSE STATUS"],
])("a phrase that most words of are there: %s", (line, proposed) => {
  const all = said(`${line}\nPRINT AFTERWARDS`);
  expect(all).toHaveLength(2);
  expect(all[0]).toMatch(/^GB220[12] 1:/);
  expect(all[0]).toContain(`(did you mean ${proposed}?)`);
  expect(all[1]).toContain("AFTERWARDS is never set");
});

test("a word that is a variable is a value, not part of a name", () => {
  expect(codes('BODY = "https://example.com/a"\nx = GET BODY\nPRINT x')).not.toContain(
    "GB2201 2:5",
  );
});
