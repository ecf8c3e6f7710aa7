import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceFile } from "../../../src/source/source-file.ts";
import { createParser } from "../../../src/syntax/parser.ts";
import { printScript } from "../../../src/syntax/print/print-script.ts";
import { sameTree } from "../../../src/syntax/same-tree.ts";
import { script } from "./arbitrary-script.ts";
import { read } from "./read-statements.ts";

/** Prints a script that is one expression. */
function printed(text: string): string {
  return printScript(read(`x = ${text}`)).replace(/^LET x = |\n$/g, "");
}

test("what is printed parses to the same tree", () => {
  fc.assert(
    fc.property(script, (tree) => {
      const text = printScript(tree);
      if (!sameTree(read(text), tree)) throw new Error(text);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("statements are printed in one style", () => {
  const text = `if a then print 1 : print 2 else let b = 3
select case n
case 1 to 3, is > 7 : print "some"
default
 print "other"
end switch
for i=1 to 9 step 2
 continue for
next
for each x in list last 3 : break : end for
do : loop until done
while not done
 exit while
wend
call notify("ana")
spawn send note a, b
list.push(4)
dim a(3), b
with a
.x = 1
end with
with order : id = 2 : end with
10 goto again
on error goto 0 : on error resume next : clear error : resume next
again: gosub 20
label next
20 for i = 1 to 2
30 next
try : throw "x" : catch e as exception : print e : finally : print : end try
begin talk
    hello \${a+1}

      there
    end talk
on webhook post to "/orders" raw do
 send mail to a subject b body c
 return { ok: true }
end on
sub send note to$, text$
 print
end sub
function full name$()
end function`;
  expect(printScript(read(text))).toBe(`IF a THEN
  PRINT 1
  PRINT 2
ELSE
  LET b = 3
END IF
SELECT CASE n
  CASE 1 TO 3, IS > 7
    PRINT "some"
  CASE ELSE
    PRINT "other"
END SELECT
FOR i = 1 TO 9 STEP 2
  CONTINUE
NEXT i
FOR EACH x IN list LAST 3
  BREAK
NEXT x
DO
LOOP UNTIL done
WHILE NOT done
  EXIT WHILE
WEND
CALL notify("ana")
SPAWN send note a, b
list.push(4)
DIM a(3), b
WITH a
  .x = 1
END WITH
WITH order
  id = 2
END WITH
10 GOTO again
ON ERROR GOTO 0
ON ERROR RESUME NEXT
CLEAR ERROR
RESUME NEXT
again:
GOSUB 20
LABEL next
20 FOR i = 1 TO 2
30 NEXT i
TRY
  THROW "x"
CATCH e
  PRINT e
FINALLY
  PRINT
END TRY
BEGIN TALK
  hello \${a + 1}

    there
END TALK

ON WEBHOOK POST TO "/orders" RAW DO
  SEND MAIL TO a WITH SUBJECT b AND BODY c
  RETURN { "ok": TRUE }
END ON

SUB send note(to$, text$)
  PRINT
END SUB

FUNCTION full name$()
END FUNCTION
`);
});

describe("brackets stand where they are needed", () => {
  test.each([
    ["((a + (b * c)))", "a + b * c"],
    ["(a + b) * c", "(a + b) * c"],
    ["a - (b - c)", "a - (b - c)"],
    ["(a - b) - c", "a - b - c"],
    ["(2 ^ 3) ^ 2", "2 ^ 3 ^ 2"],
    ["2 ^ -1", "2 ^ (-1)"],
    ["-(2 ^ 2)", "-2 ^ 2"],
    ["(NOT a) = b", "(NOT a) = b"],
    ["NOT (a = b)", "NOT a = b"],
    ["(a OR b) AND c", "(a OR b) AND c"],
    ["(a ? b : c) + 1", "(a ? b : c) + 1"],
    ["a ? b : (c ? d : e)", "a ? b : c ? d : e"],
    ['(GET JSON PATH o, "k") = 1', 'GET JSON PATH o, "k" = 1'],
    ['(GET JSON PATH o, "k") + 1', '(GET JSON PATH o, "k") + 1'],
    ['GET JSON PATH(o, "k" + 1)', 'GET JSON PATH o, "k" + 1'],
    ["GET FORM VALUE(a = b)", "GET FORM VALUE (a = b)"],
    ["PARSE JSON (PARSE JSON a)", "PARSE JSON PARSE JSON a"],
    ["(next).id", "(next).id"],
  ])("%s", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
});

describe("texts and numbers keep their value", () => {
  test.each([
    [String.raw`'a"b\n'`, String.raw`"a""b\\n"`],
    ["'${x}'", String.raw`"\u0024{x}"`],
    ['"${a}-${{b}}-${UCASE$("c")}"', '"${a}-${{b}}-${UCASE$("c")}"'],
    ['"${ {} }"', '"${ {}}"'],
    ["0xFF", "255"],
    ["1e999", "1e999"],
    ["-0", "-0"],
    [".5", "0.5"],
  ])("%s", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
});

test("what gbasic lacks is printed as it was written, declarations in one style", () => {
  const text = `use kb   "x" , y ' remark
if a then hear name
x = [find "t", "a=1", 2]
param n as string   like Ana DEFAULT "b" description who
description What it does
table T
 a   number key,
 UNIQUE(a)
end table
begin foo
    a

      b
 end foo
on event "e"
print 1
end on`;
  expect(printScript(read(text))).toBe(`use kb "x", y
IF a THEN
  hear name
END IF
LET x = [(find "t", "a=1"), 2]
PARAM n AS string LIKE "Ana" DESCRIPTION "who" DEFAULT "b"
DESCRIPTION "What it does"
TABLE T
  a   number key,
  UNIQUE(a)
END TABLE
begin foo
  a

    b
END FOO

on event "e"
  PRINT 1
END ON
`);
});

test("a tree with parts that could not be read is not printed", () => {
  const parse = createParser([]);
  const tree = parse(new SourceFile("test.bas", "x = 1 +"), () => undefined);
  expect(() => printScript(tree)).toThrow("could not be read");
});

test("an empty object at the end of a head, or before what goes on with it, is no block", () => {
  for (const head of [
    'DO WHILE a.id ? GET JSON PATH {}, "" : []',
    "DO WHILE GET FORM VALUE {}",
    "WHILE a = {}",
    "FOR x = LEN({}) TO {} + 1",
  ]) {
    const text = `${head}\n${head.startsWith("DO") ? "LOOP" : head.startsWith("FOR") ? "NEXT x" : "WEND"}\n`;
    expect(printScript(read(text))).toBe(text);
  }
});
