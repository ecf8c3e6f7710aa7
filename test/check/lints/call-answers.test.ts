import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const call = (lines: string, rest = "") => `ON CALL DO\n${lines}\nEND ON\n${rest}`;
const BLOCK = 'ON DIGITS "code" DO\nSAY "x"\nEND ON\n';

test.each([
  [call('SAY "a"\nHANGUP\nLOG 1')],
  [call('IF GET CALL FROM = "1" THEN\nREJECT\nELSE\nSAY "a"\nEND IF')],
  [call('IF GET CALL FROM = "1" THEN HANGUP\nSAY "a"')],
  [call('IF GET CALL FROM = "1" THEN\nPRINT "<Response/>"\nELSE\nSAY "a"\nEND IF')],
  [call('GATHER DIGITS 6 THEN "CODE"', BLOCK)],
  [call("GATHER DIGITS 6 INTO CODE$", 'ON DIGITS OR SPEECH "code" DO\nSAY CODE$\nEND ON')],
  [call('DIAL "+5511999999999"')],
  // Whoever includes it has the blocks.
  ["SUB ASK\nGATHER DIGITS 6 INTO CODE$\nEND SUB\nSUB OTHER\nASK\nEND SUB\nOTHER"],
])("nothing is said of %#", (text) => {
  expect(codes(text).filter((code) => /GB266/.test(code))).toEqual([]);
});

test.each([
  [
    call('HANGUP\nLOG 1\nSAY "a"\nSAY "b"'),
    [
      "GB2663 4:1 no caller gets to this SAY: HANGUP ends the call before it (put it before that line, or remove it) → 2:1",
    ],
  ],
  [
    call('REDIRECT "/a"\nIF 1 = GET CALL FROM THEN SAY "a"'),
    [
      "GB2663 3:27 no caller gets to this SAY: REDIRECT ends the call before it (put it before that line, or remove it) → 2:1",
    ],
  ],
  [
    call("PAUSE\nREJECT BUSY"),
    [
      "GB2664 3:1 REJECT comes too late: behind PAUSE the call is answered (write HANGUP, or REJECT before anything else) → 2:1",
    ],
  ],
  [
    call('SAY "a"\nPRINT "b"'),
    [
      "GB2665 3:1 PRINT and SAY both answer the call, and it can have one answer (write SAY in place of PRINT, or print all of the TwiML yourself) → 2:1",
    ],
  ],
  [call('IF CALL.from = "1" THEN\nRETURN "x"\nEND IF\nSAY "a"\nRETURN'), []],
  [
    call('SAY "a"\nIF CALL.from = "1" THEN\nRETURN "b"\nEND IF'),
    [
      "GB2665 4:1 RETURN and SAY both answer the call, and it can have one answer (SAY it, and write RETURN alone; or give all of the TwiML with RETURN) → 2:1",
    ],
  ],
  [
    call('DIAL "+5511999999999" THEN "z"\nSAY "a"', 'ON DIAL RESULT "z" DO\nSAY "x"\nEND ON'),
    [
      "GB2663 3:1 no caller gets to this SAY: DIAL goes on in its block before it (put it before that line, or remove it) → 2:1",
    ],
  ],
  [
    call('GATHER DIGITS 1 THEN "code" EVEN EMPTY\nSAY "a"', BLOCK),
    [
      "GB2663 3:1 no caller gets to this SAY: GATHER DIGITS goes on in its block before it (put it before that line, or remove it) → 2:1",
    ],
  ],
  [call('GATHER DIGITS 1 THEN "code"\nDIAL "+5511999999999"\nSAY "a"', BLOCK), []],
  [
    call("GATHER DIGITS 1 INTO call"),
    [
      "GB2671 2:22 INTO CALL would hide the object CALL, which the block finds all of the call in (name another variable, such as INTO CHOICE$)",
    ],
  ],
  [
    'ON WHATSAPP MESSAGE RECEIVED DO\nSAY "a"\nEND ON',
    [
      "GB2666 2:1 SAY answers phone calls, and ON WHATSAPP MESSAGE answers none (PRINT or TALK answers a message; calls are answered in ON CALL and ON ANSWER)",
    ],
  ],
  [
    'SUB T\nSAY "a"\nEND SUB\nON WEBHOOK POST TO "/x" OPEN DO\nSPAWN T\nEND ON',
    [
      "GB2670 2:1 SAY answers phone calls, and SUB T only runs where none is answered (call it from ON CALL or from a block in which a call goes on; SEND CALL calls somebody) → 5:1",
    ],
  ],
  [
    'SUB T\nSAY "a"\nEND SUB\nSUB U\nT\nEND SUB\nON SMS DO\nU\nEND ON',
    [
      "GB2670 2:1 SAY answers phone calls, and SUB T only runs where none is answered (call it from ON CALL or from a block in which a call goes on; SEND CALL calls somebody) → 8:1",
    ],
  ],
  ['SUB T\nSAY "a"\nEND SUB\nON WEBHOOK POST TO "/x" OPEN DO\nSPAWN T\nT\nEND ON', []],
  [
    'ON SMS DO\nIF GET SMS FROM = "1" THEN SAY "a"\nEND ON',
    [
      "GB2666 2:28 SAY answers phone calls, and ON SMS answers none (PRINT or TALK answers a message; calls are answered in ON CALL and ON ANSWER)",
    ],
  ],
  [
    call('GATHER DIGITS 6 THEN "cod"', BLOCK),
    [
      'GB2660 2:22 GATHER DIGITS goes on in ON DIGITS "cod", which is not in this file (write THEN "code", or add ON DIGITS "cod" DO … END ON)',
    ],
  ],
  [
    call("GATHER SPEECH INTO CODE$", BLOCK),
    [
      'GB2661 2:20 GATHER SPEECH goes on in ON SPEECH "code", but "code" is the name of ON DIGITS (write ON SPEECH "code" DO)',
    ],
  ],
  [
    call("RECORD LIMIT 5"),
    [
      'GB2667 2:1 RECORD does not say in which block the call goes on (name the variable that the block finds what was given in, such as INTO CODE$, or the block: THEN "code")',
    ],
  ],
  [
    call('DIAL "+5511999999999" THEN "after"'),
    [
      'GB2660 2:28 DIAL goes on in ON DIAL RESULT "after", which is not in this file (add ON DIAL RESULT "after" DO … END ON)',
    ],
  ],
  [
    call('SEND CALL TO CALL.from THEN "later"'),
    [
      'GB2660 2:29 SEND CALL goes on in ON ANSWER "later", which is not in this file (add ON ANSWER "later" DO … END ON)',
    ],
  ],
  [
    call('SEND CALL TO CALL.from THEN "code"', BLOCK),
    [
      'GB2661 2:29 SEND CALL goes on in ON ANSWER "code", but "code" is the name of ON DIGITS (write ON ANSWER "code" DO)',
    ],
  ],
  [
    `SEND CALL TO "+5511" SAYING "${"a".repeat(4000)}"`,
    [
      "GB4696 1:29 the call says 4000 characters, and 3800 is the limit (say less, or write THEN, and SAY it in the block)",
    ],
  ],
  ['ON SMS DO\nSEND CALL TO SMS.from SAYING "a"\nEND ON', []],
  [
    "ON CALL STATUS DO\nSAY CALL.status\nEND ON",
    [
      "GB2666 2:1 SAY answers phone calls, and ON CALL STATUS answers none (PRINT or TALK answers a message; calls are answered in ON CALL and ON ANSWER)",
    ],
  ],
  [
    'SEND CALL TO "ana" WITH "a"',
    ['GB4687 1:14 SEND CALL does not take "ana" (write a number such as "+5511999999999")'],
  ],
  [
    'SEND CALL TO "+55 11 9999" SAYING "a" TIMEOUT 0',
    [
      "GB4687 1:47 SEND CALL does not take 0 seconds (write a whole number of seconds from 1 to 600)",
    ],
  ],
  [
    'SEND SMS TO "+5511" WITH "a" FROM "Ana & Co."',
    [
      'GB4687 1:35 FROM does not take "Ana & Co." (write a number such as "+15551234567", a messaging service "MG…" or a name of 11 letters at most)',
    ],
  ],
  [
    `SEND SMS TO "+5511" WITH "${"a".repeat(1601)}"`,
    [
      "GB4005 1:26 the text has 1601 characters, SMS takes at most 1600 (shorten it, or send it in parts)",
    ],
  ],
  [
    `SEND SMS TO "+5511" WITH "${"a".repeat(460)}"`,
    ["GB4698 1:26 the message is sent in 4 parts, each of which is charged (shorten it)"],
  ],
  [
    `SEND SMS TO "+5511" WITH "${"ã".repeat(202)}"`,
    [
      'GB4698 1:26 the message is sent in 4 parts, each of which is charged (shorten it, or do without "ã": it is not in the alphabet of SMS, so a part has 67 characters instead of 153)',
    ],
  ],
  [`SEND SMS TO "+5511" WITH "${"a€".repeat(153)}"`, []],
])("a mistake is said once: %#", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  ["ON CALL DO\nLOG 1\nEND ON\nON CALL DO\nLOG 2\nEND ON", "GB2282 4:1"],
  ['ON DIGITS "a" DO\nLOG 1\nEND ON\nON SPEECH "A" DO\nLOG 2\nEND ON', "GB2282 4:1"],
  ['ON CALL TO "/x" DO\nLOG 1\nEND ON\nON WEBHOOK POST TO "/x" DO\nLOG 2\nEND ON', "GB2402 4:1"],
  ['ON CALL TO "x" DO\nLOG 1\nEND ON', "GB2422 1:12"],
  ['ON DIGITS " " DO\nLOG 1\nEND ON', "GB2662 1:11"],
])("handlers that cannot be served: %#", (text, code) => {
  expect(codes(text)).toContain(code);
});

test("a variable behind INTO is known in its block, and nowhere else", () => {
  const text = call(
    "GATHER DIGITS INTO CODE$\nLOG CODE$",
    'ON DIGITS "code" DO\nSAY CODE$\nEND ON',
  );
  expect(codes(text)).toEqual(["GB2101 3:5"]);
});

test("an answer at the top level is an effect of every handler", () => {
  expect(codes(`SAY "x"\n${call("LOG 1")}`)).toHaveLength(1);
});
