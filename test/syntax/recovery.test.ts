import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSource } from "./parse-source.ts";

describe("one mistake, one diagnostic, and the rest is read", () => {
  test.each([
    ["IF x = 1 THNE\nPRINT 1\nEND IF\ny = 2", "1:10 GB1003 expected THEN, found THNE"],
    [
      "x =\nPRINT 1\ny = 2",
      "1:4 GB1004 expected a value, found the end of the line (a value is a number, a text in quotes, a name, or what gives one, such as LEN(NAME$))",
    ],
    [
      "FOR i = 1 TO 3 PRINT i NEXT\ny = 2",
      "1:16 GB2212 no statement or function goes on with PRINT here (between values stands a comma or an operator such as +, between statements a `:`; what is text stands in quotes)",
    ],
    [
      "IF x = 1 THEN PRINT 1 ELSE\ny = 2\nEND IF",
      "1:23 GB1003 expected a statement after ELSE, found the end of the line (write it on the same line, or end the line after THEN and put ELSE and END IF on lines of their own)",
    ],
    ["IF x = 1 y = 3\ny = 2", "1:10 GB1003 expected THEN, found y"],
    [
      "x = (1 + 2\nIF a THEN y = 2\ny = 2",
      "1:5 GB1006 this ( is never closed (put a ) where it should end)",
    ],
    [
      'PRINT "open\nSEND WHATSAPP TO a WITH "x"\ny = 2',
      '1:7 GB1002 this text is never closed (put a " at its end)',
    ],
    [
      "x = 5 5\ny = 2",
      "1:7 GB2212 no statement or function goes on with 5 here (between values stands a comma or an operator such as +, between statements a `:`)",
    ],
    ["x = * 2\ny = 2", "1:5 GB1004 expected a value, found *"],
    [
      "x = 1 @ 2\ny = 2",
      "1:7 GB1001 the character @ has no meaning here (a name has no @; write it without)",
    ],
    [
      'x = GET FORM VALUE "a" EXTRA\ny = 2',
      "1:24 GB2212 no statement or function goes on with EXTRA here",
    ],
    ["SEND SMS TO a WITH b PLEASE\ny = 2", "1:22 GB2240 expected AND, FROM or VALID, found PLEASE"],
    [
      "SEND MAIL TO a WITH SUBJCT b AND BODY c\ny = 2",
      "1:21 GB2240 expected SUBJECT, BODY, HTML, TEMPLATE, VALUES, CC, BCC, ATTACH or USING, found SUBJCT (did you mean SUBJECT?)",
    ],
    [
      "SEND MAIL TO a WITH BODY c\ny = 2",
      "1:27 GB2241 SEND MAIL needs SUBJECT (add SUBJECT and its value)",
    ],
    [
      "SEND MAIL TO a SUBJECT b SUBJECT c BODY d\ny = 2",
      "1:26 GB2242 SUBJECT is there twice (remove one of them)",
    ],
    [
      "SEND WHATSAPP TO a WIHT b\ny = 2",
      "1:20 GB2240 expected WITH, found WIHT (did you mean WITH?)",
    ],
    ["NEXT i\ny = 2", "1:1 GB1102 NEXT without FOR (remove it, or write the FOR it belongs to)"],
    ["FOR i = 1 TO 3\nNEXT j\ny = 2", "2:6 GB1103 NEXT j closes the loop over i (write NEXT i)"],
    [
      "FOR i = 1 TO\nPRINT i\nNEXT\ny = 2",
      "1:13 GB1004 expected a value, found the end of the line",
    ],
    ["FOR i 1 TO 3\nPRINT i\nNEXT\ny = 2", "1:7 GB1003 expected =, found 1"],
    ["WHILE\nWEND\ny = 2", "1:6 GB1004 expected a value, found the end of the line"],
    ["EXIT FRO\ny = 2", "1:6 GB2248 EXIT FRO leaves nothing"],
    [
      "SPAWN s AFTER 5\ny = 2",
      "1:16 GB1003 expected SECONDS, MINUTES, HOURS or DAYS, found the end of the line",
    ],
    [
      "SPAWN s AFTER 5 MINUTS\ny = 2",
      "1:17 GB1003 expected SECONDS, MINUTES, HOURS or DAYS, found MINUTS",
    ],
    [
      "SPAWN s AFTER 5 WEEKS\ny = 2",
      "1:17 GB1003 expected SECONDS, MINUTES, HOURS or DAYS, found WEEKS",
    ],
    [
      "SPAWN s 1 AFTER -5 HOURS\ny = 2",
      "1:17 GB1050 SPAWN … AFTER cannot wait for less than nothing",
    ],
    ["SPAWN nobody AFTER 5 MINUTES AFTER 3 HOURS\ny = 2", "1:30 GB2212"],
    ["SELECT CASE x\nPRINT 1\nEND SELECT\ny = 2", "2:1 GB1003 expected CASE, found a statement"],
    ["5 = x\ny = 2", "1:1 GB1010 only a variable"],
    [
      "LET f(1).g(2) = 3\ny = 2",
      "1:5 GB1010 only a variable, a member or an element can be assigned to",
    ],
    [
      "a[0]\ny = 2",
      "1:1 GB2246 nothing is done with this value (assign it with `name = …`, or PRINT it; remove it if it is a rest)",
    ],
    [
      "ON WEBHOOK POST TO x DO\nPRINT 1\nEND ON\ny = 2",
      "1:20 GB2243 ON WEBHOOK needs a text in quotes here (it must be known before the script runs)",
    ],
    ["SUB\nEND SUB\ny = 2", "1:1 GB1106 this SUB has no name (write SUB NAME)"],
    [
      'SEND MAIL TO a WITH SUBJECT "b" AND BDY "c"\ny = 2',
      "1:37 GB2240 expected SUBJECT, BODY, HTML, TEMPLATE, VALUES, CC, BCC, ATTACH or USING, found BDY (did you mean BODY?)",
    ],
    [
      "SEND MAIL TO a SUBJECT b BODDY c\ny = 2",
      "1:26 GB2240 expected WITH, SUBJECT, BODY, HTML, TEMPLATE, VALUES, CC, BCC, ATTACH, USING or a comma, found BODDY (did you mean BODY?)",
    ],
    [
      'x = "a\\d${"\\n"}"\ny = 2',
      "1:7 GB1011 \\d has no meaning in a text, so it stays as written (write \\\\d where the \\ is meant)",
    ],
    ['SEND WHATSAPP "1" WITH b\ny = 2', "1:19 GB2240 expected a comma, found WITH"],
    [
      'SEND SMS TO "1" WITH a WITH b\ny = 2',
      "1:29 GB2240 expected AND, FROM or VALID, found b (it is written SEND SMS TO <to> WITH <text>)",
    ],
    [
      "MARK WHATSAPP READ\ny = 2",
      "1:19 GB2240 expected a value, found the end of the line (it is written MARK WHATSAPP READ <message>)",
    ],
    ["SUB a(b = )\nEND SUB\ny = 2", "1:11 GB1004 expected a value, found )"],
    ['x = GET JSON PATH a "b"\ny = 2', '1:21 GB2240 expected a comma, found "b"'],
    [
      'PRINT GENRATE RESPONSE "a"\ny = 2',
      "1:7 GB2201 no statement or function begins with GENRATE RESPONSE (did you mean GENERATE RESPONSE?)",
    ],
    [
      'FUNCTION MY PRICE(a)\nEND FUNCTION\nx = MY PRCE "a"\ny = 2',
      "3:5 GB2201 no statement or function begins with MY PRCE (did you mean MY PRICE?)",
    ],
    ['PRINT NAME$ "a"\ny = 2', '1:13 GB2212 no statement or function goes on with "a" here'],
    [
      "PRINT 1)\ny = 2",
      "1:8 GB1005 expected the end of the line, found ) (nothing opens it; remove it)",
    ],
    [
      'ON WEBHOOK POST TO "/b" OPN DO\nPRINT 1\nEND ON\ny = 2',
      "1:25 GB2240 expected RAW, OPEN, SIGNED, HEADER, SECRET, TOLERANCE, FROM, LIMIT or ONCE, found OPN (did you mean OPEN?)",
    ],
    ["x =\ny = 2", "1:4 GB1004 expected a value, found the end of the line"],
    ["x = a +\nLET z = 3\ny = 2", "1:8 GB1004 expected a value, found the end of the line"],
    ["IF a { PRINT 1\ny = 2", "1:1 GB1101 this IF is never closed"],
    ["PRINT 1 }\ny = 2", "1:9 GB1005 expected the end of the line, found }"],
    [
      'x = LLM "a"\n  WITH TEMPERATURE 0.5\ny = 2',
      "2:8 GB2240 expected OPTIMIZE, MAX_COST or MAX_LATENCY, found TEMPERATURE (it is written LLM <prompt>)",
    ],
    [
      "FILL template\ny = 2",
      "1:14 GB2240 expected a comma, found the end of the line (it is written FILL <template>, <data>)",
    ],
    ["APPEND body WITH f(x)\ny = 2", "1:13 GB2240 expected a comma, found WITH"],
    ["x = FILL template\ny = 2", "1:18 GB2240 expected a comma, found the end of the line"],
    ["IF FILL template THEN z = 1\ny = 2", "1:18 GB2240 expected a comma, found THEN"],
    ["SET RESPONSE\ny = 2", "1:13 GB2240 expected STATUS or HEADER, found the end of the line"],
    ["SEND MAIL TO a CC b,\n  c\ny = 2", "1:20 GB2241 SEND MAIL needs SUBJECT"],
    ["SEND SMS TO FILL template WITH b\ny = 2", "1:27 GB2240 expected a comma, found WITH"],
    ["IF x = 1 THN PRINT 1\ny = 2", "1:10 GB1003 expected THEN, found THN (did you mean THEN?)"],
    ["IF x = 1 PRINT 1\ny = 2", "1:10 GB1003 expected THEN, found PRINT"],
    ["IF x = THEN PRINT 1 ELSE PRINT 2\ny = 2", "1:8 GB1004 expected a value, found THEN"],
    ["IF x > AND z > 1 THEN\nPRINT 1\nEND IF\ny = 2", "1:8 GB1004 expected a value, found AND"],
    ["IF a THEN\nELSEIF x = * THEN\nPRINT 1\nEND IF\ny = 2", "2:12 GB1004 expected a value"],
    ["FOR EACH x OF z\nNEXT\ny = 2", "1:12 GB1003 expected IN, found OF"],
    ["PRINT (1 + 2\nPRINT 3\ny = 2", "1:7 GB1006 this ( is never closed"],
    ["x = [1, 2\ny = 2", "1:5 GB1006 this [ is never closed"],
    ['x = LEFT$("a",\nPRINT 1\ny = 2', "1:10 GB1006 this ( is never closed"],
    ['x = LEFT$("a", 1\ny = 2', "1:10 GB1006 this ( is never closed"],
    [
      'SEND MAIL TO "a" WITH SUBJECT "x AND BODY "z"\ny = 2',
      '1:45 GB1002 this text is never closed (put a " at its end)',
    ],
    ["x + 1\ny = 2", "1:1 GB2246 nothing is done with this value"],
    [
      "FOR i = 1 TO 2\nIF a THEN\nNEXT\nEND IF\ny = 2",
      "2:1 GB1101 this IF is never closed (put END IF before NEXT)",
    ],
    [
      "IF a THEN\nSUB F\nEND SUB\nELSE\nEND IF\ny = 2",
      "1:1 GB1101 this IF is never closed (put END IF before SUB)",
    ],
    ["END IF\ny = 2", "1:1 GB1102 END IF without IF (remove it, or write the IF it belongs to)"],
  ])("%j", (text, problem) => {
    const { tree, problems } = parseSource(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    if (text.endsWith("y = 2")) expect(tree.join("\n")).toContain("Y := 2");
  });

  test.each([
    [
      'ON WEBHOOK POST TO "/a" DO\nIF x THEN\nPRINT 1\nEND ON\nSUB F\nEND SUB',
      ["2:1 GB1101 this IF is never closed (put END IF before END ON)"],
    ],
    ["SUB F\nFOR i = 1 TO 2\nSUB G\nEND SUB", ["2:1 GB1101", "1:1 GB1101"]],
    [
      "FOR i = 1 TO 2\nIF a THEN\nNEXT\nEND IF\nEND IF",
      ["2:1 GB1101", "5:1 GB1102 END IF without IF"],
    ],
    [
      "WHILE a\nx = 1",
      ["1:1 GB1101 this WHILE is never closed (put WEND before the end of the file)"],
    ],
  ])("an open block is reported where it began: %j", (text, expected) => {
    const { problems } = parseSource(text);
    expect(problems).toHaveLength(expected.length);
    expected.forEach((part, at) => {
      expect(problems[at]).toContain(part);
    });
  });
});

describe("hostile text", () => {
  test.each([
    ["brackets", `x = ${"(".repeat(100_000)}1`],
    ["lists", `x = ${"[".repeat(100_000)}`],
    ["signs", `x = ${"-".repeat(100_000)}1`],
    ["terms", `x = 1${" + 1".repeat(100_000)}`],
    ["ternaries", `x = ${"a ? ".repeat(50_000)}1`],
    ["blocks", "IF a THEN\n".repeat(20_000)],
    ["WITH blocks", "WITH a\n.b = 1\n".repeat(5_000)],
    ["TRY blocks", "TRY\n".repeat(5_000)],
    ["inline blocks", `IF a THEN ${"IF a THEN ".repeat(20_000)}x = 1`],
    ["phrases", `x = ${"LLM ".repeat(50_000)} "a"`],
    ["interpolations", `x = ${'"${'.repeat(20_000)}`],
  ])("%s nested without end are an error, not a crash", (_name, text) => {
    expect(parseSource(text).problems.length).toBeGreaterThan(0);
  });

  test("any text gives a tree and diagnostics", () => {
    const word = fc.constantFrom(
      ..."IF THEN ELSE END FOR EACH IN TO NEXT SUB ON WEBHOOK POST DO SEND MAIL WITH AND BODY a b$ = ( ) [ ] { } , : ; \" ' 1 . + - \n \n ${ } SELECT CASE LOOP PRINT GET JSON PATH SPAWN CALL".split(
        " ",
      ),
      "\n",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 60 }),
        (parts) => {
          const { tree } = parseSource(parts.join(" "));
          expect(Array.isArray(tree)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
