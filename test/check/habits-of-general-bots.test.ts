import { describe, test } from "vitest";
import { expectHabit, type Habit } from "./habit.ts";

/** What people write who come from General Bots. */
const GB: readonly Habit[] = [
  [
    'ON WEBHOOK POST TO "/x" DO\n  A = GET WHATSAPP MESSAGE\n  B = GET WHATSAPP SENDER\n  PRINT A, B\nEND ON',
    ["GB2201 2:7", "did you mean GET WHATSAPP MESSAGE BODY?"],
    ["GB2201 3:7", "did you mean GET WHATSAPP SENDER NUMBER?"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  SET HEADER "A" TO "b"\n  SEND SMS "x"\n  X = GET HEADER VALUE "a"\n  SET RESPONSE CODE TO 404\n  SET STATUS 404\n  Y = GET HEADER "x"\n  PRINT X, Y\nEND ON',
    ["GB2240 3:15", "it is written SEND SMS TO <to> WITH <text>"],
    ["GB2201 4:7", "did you mean GET REQUEST HEADER?"],
    ["GB2202 5:3", "did you mean SET RESPONSE STATUS?"],
    ["GB2202 6:3", "did you mean SET RESPONSE STATUS?"],
    ["GB2201 7:7", "did you mean GET REQUEST HEADER?"],
  ],
  [
    'IF TRUE THEN\n  WEBHOOK "https://a.example/x" WITH { "a": 1 }\nEND IF\nPRINT 2',
    ["GB2231 2:3", "write POST url WITH name = value"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  PRINT "a"\n  SUB HELP(A)\n    PRINT A\n  END SUB\nEND ON',
    ["GB1162 3:3", "move it below the END ON, or put END ON above"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  PRINT "a"\n\nSUB HELP(A)\n  PRINT A\nEND SUB',
    ["GB1101 1:1", "put END ON before SUB"],
  ],
  [
    "PRINT TWICE(4)\nFUNCTION TWICE N\n  RETURN N * 2\nEND FUNCTION",
    ["GB1153 2:10", "write FUNCTION TWICE(N)"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  IF TRUE THEN\n    PRINT "a"\n  FUNCTION HELP(A)\n    RETURN A\n  END FUNCTION\n  END IF\n  PRINT HELP(2)\nEND ON\nON WEBHOOK POST TO "/y" DO\n  SUB B\n  END SUB\n  SUB C\n  END SUB\nEND ON\nSUB D\nEND SUB\nB\nC\nD',
    ["GB1162 4:3", "move it below the END ON, or put END ON above"],
    ["GB1162 11:3", "move it below the END ON, or put END ON above"],
    ["GB1162 13:3", "move it below the END ON, or put END ON above"],
  ],
  [
    'ON WEBHOOK POST TO "/y" DO\n  ON ERROR RESUME NEXT\n  SUB B\n  END SUB\n  PRINT "x"\nEND ON',
    ["GB1162 3:3", "move it below the END ON, or put END ON above"],
  ],
  [
    "SHOW ORDER 5\n\nSUB SHOW ORDER ID\n  PRINT ID\nEND SUB",
    ["GB1153 3:5", "write SUB SHOW ORDER(ID)"],
  ],
  [
    "SHOW IMAGE x\nSHOW ORDER 5\nSHOW ORDER 6\nFIND customers WHERE a = 1\nFIND orders WHERE a = 1",
    ["GB2231 1:1", "it plays or shows something on a screen; a run"],
    ["GB2231 4:1", "it looks rows up in a table; a run that reaches"],
  ],
  [
    'F$ = "##"\nX = 3\nPRINT USING F$; X\nPRINT LEN X\nPRINT SQR 9\nPRINT SQR 9 + 1\nIF LEN "a" > 0 THEN PRINT "y"\nA = MID "abc", 2, 1\nB = REPLACE "abc", "a", "b"\nLEN "a"\nPRINT LEFT "abc", 2',
    ["GB2201 3:7", 'write PRINT FORMAT(VALUE, "#,##0.00")'],
    ["GB2211 4:7", "write LEN(X)"],
    ["GB2211 5:7", "write SQR(9)"],
    ["GB2211 6:7", "write SQR(9 + 1)"],
    ["GB2211 7:4", 'write LEN("a")'],
    ["GB2211 8:5", 'write MID("abc", 2, 1)'],
    ["GB2211 9:5", 'write REPLACE("abc", "a", "b")'],
    ["GB2211 10:1", "write LEN(value)"],
    ["GB2211 11:7", 'write LEFT("abc", 2)'],
  ],
  [
    'PRINT LEFT("abc")\nPRINT LEN("a", "b")\nPRINT UCASE()\nPRINT ROUND("abc")',
    ["GB2205 1:7", "write LEFT$(text, count)"],
    ["GB2205 2:7", "write LEN(value)"],
    ["GB2205 3:7", "write UCASE$(text)"],
  ],
  [
    "5 = x\nx + 1 = 3",
    ["GB1010 1:1", "write a name before the =, as in PRICE = 3,"],
    ["GB1010 2:1", "write a name before the =, as in PRICE = 3,"],
  ],
  [
    "FOR EACH x IN [1,2] DO\n  PRINT x\nEND FOR\nFOREACH y IN [1,2]\n  PRINT y\nNEXT",
    ["GB2202 4:1", "did you mean FOR EACH?"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  B = GET BODY\n  C = REQUEST BODY\n  D = GET REQUEST JSON\n  E = GET FORM "name"\n  F = GET QUERY "name"\n  PRINT B, C, D, E, F\nEND ON',
    ["GB2201 2:7", "did you mean GET REQUEST BODY?"],
    ["GB2201 3:7", "did you mean GET REQUEST BODY?"],
    ["GB2201 4:7", "did you mean GET REQUEST BODY?"],
    ["GB2201 5:7", "did you mean GET FORM VALUE?"],
    ["GB2201 6:7", "did you mean GET QUERY VALUE?"],
  ],
  ["GOTO nowhere", ["GB2312 1:6", "write nowhere: in front of a line"]],
  [
    'HEAR name\nTALK "Hi " + name',
    ["GB2231 1:1", "it waits for what a person answers; a run that"],
  ],
  ["IF x := 5 THEN PRINT x", ["GB1003 1:6", "write THEN between the condition and what is"]],
  [
    'ON WEBHOOK POST TO "/x" DO\n  A = LLM "hi"\n  B = GENERATE RESPONSE\n  C = GENERATE REPONSE "x"\n  PRINT A, B, C\nEND ON',
    ["GB2240 3:24", "it is written GENERATE RESPONSE <prompt>"],
    ["GB2201 4:7", "did you mean GENERATE RESPONSE?"],
  ],
  [
    "FOR i = 1 TO 3\n  PRINT i\nEND FOR\nFOR i = 1 TO 3\n  PRINT i\nNXT i",
    ["GB1152 6:1", "write NEXT, which ends the FOR of line 4"],
  ],
  [
    'ON WEBHOOK "/x" DO\n  PRINT "a"\nEND ON',
    ["GB2429 1:12", 'write "x", or listen on that very path: ON WEBHOOK POST TO "/x" DO … END ON'],
  ],
  ['ON WEBHOOK POST "/x" DO\n  PRINT "a"\nEND ON'],
  [
    'ON WEBHOOK POST TO /x DO\n  PRINT "a"\nEND ON',
    ["GB2243 1:17", "it must be known before the script runs"],
  ],
  ['ON WEBHOOK POST TO "/x"\n  PRINT "a"\nEND ON'],
  [
    'ON WEBHOOK POST TO "/x" DO\n  PRINT "a"\nEND WEBHOOK',
    ["GB1152 3:1", "write END ON, which ends the ON WEBHOOK of line"],
  ],
  ['ON WEBHOOK POST TO "x" DO\n  PRINT "a"\nEND ON', ["GB2422 1:20", 'write "/x"']],
  ['ON WEBHOOK POTS TO "/x" DO\n  PRINT "a"\nEND ON', ["GB2421 1:12", "did you mean POST?"]],
  [
    'ON WHATSAPP DO\n  PRINT "a"\nEND',
    ["GB2230 1:1", "write one of ON WHATSAPP MESSAGE, ON WHATSAPP"],
  ],
  [
    "PRINT (1 + 2\nPRINT 1 + 2)",
    ["GB1006 1:7", " is never closed (put a ) where it should end"],
    ["GB1005 2:12", "nothing opens it; remove it"],
  ],
  [
    'O = PARSE JSON "{}"\nO = JSON "{}"\nP = PARSE "{}"\nV = GET JSON PATH O "a.b"\nV = GET JSON O, "a"\nPRINT V, P',
    ["GB2211 2:5", 'write JSON("{}")'],
    ["GB2201 3:5", "did you mean PARSE JSON?"],
    ["GB2240 4:21", "it is written GET JSON PATH <object>, <path>"],
    ["GB2201 5:5", "did you mean GET JSON PATH?"],
  ],
  [
    "FOR i = 1 .. 3\n  PRINT i\nNEXT\nFOR i FROM 1 TO 3\n  PRINT i\nNEXT\nFOR i = 1, 3\n  PRINT i\nNEXT",
    ["GB1003 1:11", "write FOR I = 1 TO 3 … NEXT to count, FOR EACH"],
    ["GB1003 4:7", "write FOR I = 1 TO 3 … NEXT to count, FOR EACH"],
    ["GB1003 7:10", "write FOR I = 1 TO 3 … NEXT to count, FOR EACH"],
  ],
  [
    'ON WEBHOOK GET TO "/x" DO\n  SET RESPONSE STATUS 404\n  SET STATUS TO 404\n  SET RESPONSE STATUS = 404\n  RESPONSE STATUS 404\n  SET RESPONSE BODY TO "x"\n  RETURN 404, "x"\nEND ON',
    ["GB2202 3:3", "did you mean SET RESPONSE STATUS?"],
    ["GB2240 4:23", "write TO in place of the ="],
    ["GB2202 5:3", "did you mean SET RESPONSE STATUS?"],
    ["GB2202 6:3", "did you mean SET RESPONSE STATUS?"],
    ["GB1005 7:13", "between values stands a comma or an operator"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  SEND MAIL TO "a@b.c" SUBJECT "x" BODY\nEND ON',
    ["GB2240 2:40", "`npx gbasic help SEND MAIL` shows how it is written"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  SEND MAIL "a@b.c" "Subject" "Body"\nEND ON',
    ["GB2240 2:21", "`npx gbasic help SEND MAIL` shows how it is written"],
  ],
  [
    "SET x TO 5\nSET x = 5\nSET x 5\nPRINT x",
    ["GB2231 1:1", "write NAME = value for a variable of the script"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  SPAWN WORK 1\n  SPAWN WRK 1\nEND ON\nSUB WORK(A)\n  PRINT A\nEND SUB',
    ["GB2209 3:9", "did you mean WORK?"],
  ],
  [
    'GREET("Ana", 5)\nGREET\nGREAT "Ana"\nSUB GREET(NAME)\n  PRINT NAME\nEND SUB',
    ["GB2206 1:14", "remove what is too much, or add parameters to"],
    ["GB2207 2:1", "give every parameter a value; write NULL where"],
    ["GB2202 3:1", "did you mean GREET?"],
  ],
  ['PRINT "Hello\nPRINT "World"', ["GB1002 1:7", 'put a " at its end']],
  ["IF 1 = 1 THEN\n  PRINT 1", ["GB1101 1:1", "put END IF before the end of the file"]],
  ["SUB A\n  PRINT 1\nA", ["GB1101 1:1", "put END SUB before the end of the file"]],
  [
    "WAIT 5 SECONDS\nWAIT\nSLEEP 5",
    ["GB2231 1:1", "it waits for a time; a run that reaches it ends"],
    ["GB2231 3:1", "it waits for a time; a run that reaches it ends"],
  ],
  [
    'ON WEBHOOK POST TO "/x" DO\n  SEND WHATSAPP "5511", "hi"\n  SEND WHATSAPP TO "5511" "hi"\n  SEND WHATSAPP TO "5511" WITH BODY "hi"\n  SEND WHATSAPP MESSAGE TO "5511" WITH "hi"\nEND ON',
    ["GB2240 3:27", "it is written SEND WHATSAPP TO <to> WITH <text>"],
    ["GB2240 4:37", "it is written SEND WHATSAPP TO <to> WITH <text>"],
    ["GB2240 5:25", "it is written SEND WHATSAPP TO <to> WITH <text>"],
  ],
];

describe("what people write who come from General Bots", () => {
  test.each(GB.map((habit) => [habit[0], habit] as const))("%s", (script, [, ...expected]) => {
    expectHabit(script, expected);
  });
});
