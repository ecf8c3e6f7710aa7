import { describe, expect, test } from "vitest";
import { formatScript } from "../../src/format/format-script.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Read } from "../../src/syntax/parser.ts";
import { format, read, tryFormat } from "./format.ts";

/** Formats and drops the last line end. */
function formatted(text: string): string {
  return format(text).replace(/\n$/, "");
}

describe("the language's words are upper case, names stay", () => {
  test.each([
    ["let Total=1", "LET Total = 1"],
    ["if a and not b then print true", "IF a AND NOT b THEN PRINT TRUE"],
    ["x = get json path o, left$(k, 1)", "x = GET JSON PATH o, left$(k, 1)"],
    ["x = next + end.step", "x = next + end.step"],
    ["for each next in list.for : next next", "FOR EACH next IN list.for : NEXT next"],
    ["x = { if: 1, then: a ? null : b }", "x = { if: 1, then: a ? NULL : b }"],
    ["if a then\nelse   if b then\nendif", "IF a THEN\nELSEIF b THEN\nEND IF"],
    ["sub do it(x as string)\nend  sub\ndo it 1", "SUB do it(x AS STRING)\nEND SUB\ndo it 1"],
    ["try:throw e:catch e as exception:end try", "TRY : THROW e : CATCH e AS EXCEPTION : END TRY"],
    ['const rate=.2 , c$ as string="a"', 'CONST rate = .2, c$ AS STRING = "a"'],
    ["call do it now", "CALL do it now"],
    ['frob the "thing"  with Colour red-blue', 'frob the "thing" with Colour red-blue'],
    ["rem   a  Remark ", "REM   a  Remark"],
  ])("%s", (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

describe("blanks", () => {
  test.each([
    ["x=-1+ -y*-z^2", "x = -1 + -y * -z ^ 2"],
    ["x=!a&&b||c<>d", "x = !a && b || c <> d"],
    ["print-1,[1,2][0],a[1]", "PRINT -1, [1, 2][0], a[1]"],
    ["x=f( 1 )+( a+b )*len (c)", "x = f(1) + (a + b) * len(c)"],
    ["x=a?b:c?d:e", "x = a ? b : c ? d : e"],
    ["print(1)", "PRINT (1)"],
    ['x=LLM ("a")&b', 'x = LLM("a") & b'],
    ["dim a (3),b", "DIM a(3), b"],
    ["a (0)=1", "a(0) = 1"],
    ["x={}:y={a:[],b:{}}", "x = {} : y = { a: [], b: {} }"],
    ["x=#{a:1}", "x = #{ a: 1 }"],
    ["print 1:print 2;print 3;", "PRINT 1 : PRINT 2; PRINT 3;"],
    [`x="a  b"+'c  d'+"\${ e+f }"`, `x = "a  b" + 'c  d' + "\${ e+f }"`],
    ["x=1+_\n2", "x = 1 + _\n  2"],
    ["with o:.a=.b.c:end with", "WITH o : .a = .b.c : END WITH"],
    ["x=.5+0xFF", "x = .5 + 0xFF"],
  ])("%s", (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

describe("labels and line numbers", () => {
  test.each([
    ["again:\nprint 1\ngoto  Again", "again:\nPRINT 1\nGOTO Again"],
    [
      "10 for i=1 to 2\n20 gosub 40\n30 next i\n40 return",
      "10 FOR i = 1 TO 2\n  20 GOSUB 40\n30 NEXT i\n40 RETURN",
    ],
    ["label done\nif a goto done", "LABEL done\nIF a GOTO done"],
    [
      "on error goto oops\non  error resume next:clear error\noops:\nresume next",
      "ON ERROR GOTO oops\nON ERROR RESUME NEXT : CLEAR ERROR\noops:\nRESUME NEXT",
    ],
    ["x = error  message + err.message$", "x = ERROR MESSAGE + err.message$"],
  ])("%j", (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

test("blocks are indented, their parts are not", () => {
  const text = `on webhook post to "/x" do
if a then
print 1
elseif b then
select case n
case 1,2:print 1
case is>3
print 2
default
print 3
end select
else
for i=1 to 2
while a
do
exit do
loop until b
wend
next i
end if
with o
.a=1
end with
try
throw "x"
catch e
print e
finally
print
end try
if a then for i=1 to 2
print i
next
end on
function f(a)
return a
end function`;
  expect(format(text)).toBe(`ON WEBHOOK POST TO "/x" DO
  IF a THEN
    PRINT 1
  ELSEIF b THEN
    SELECT CASE n
      CASE 1, 2: PRINT 1
      CASE IS > 3
        PRINT 2
      DEFAULT
        PRINT 3
    END SELECT
  ELSE
    FOR i = 1 TO 2
      WHILE a
        DO
          EXIT DO
        LOOP UNTIL b
      WEND
    NEXT i
  END IF
  WITH o
    .a = 1
  END WITH
  TRY
    THROW "x"
  CATCH e
    PRINT e
  FINALLY
    PRINT
  END TRY
  IF a THEN FOR i = 1 TO 2
    PRINT i
  NEXT
END ON
FUNCTION f(a)
  RETURN a
END FUNCTION
`);
});

test("what goes on in the next line is indented by its brackets", () => {
  const text = `send mail a,
"subject",
 'a comment
"body"
send mail to b
with subject "s"
 and body f(
1,
g(2,
3)
)
x = {
"a": [
1,
2
],
"b": { "c":
3 }
}
y = 1 +
2`;
  expect(format(text)).toBe(`SEND MAIL a,
  "subject",
  'a comment
  "body"
SEND MAIL TO b
  WITH SUBJECT "s"
  AND BODY f(
    1,
    g(2,
      3)
  )
x = {
  "a": [
    1,
    2
  ],
  "b": { "c":
    3 }
}
y = 1 +
  2
`);
});

test("comments stay with what they are about", () => {
  const text = `
   ' of the file

if a then ' of the line
' of the first
    print 1
  ' at the end of the first, written further in
' of the second
elseif b then
rem at the end
end if
select case n
// of the first case
case 1
# of the print
print 1
    ' at the end
end select
' last`;
  expect(format(text)).toBe(`' of the file

IF a THEN  ' of the line
  ' of the first
  PRINT 1
  ' at the end of the first, written further in
' of the second
ELSEIF b THEN
  REM at the end
END IF
SELECT CASE n
  // of the first case
  CASE 1
    # of the print
    PRINT 1
    ' at the end
END SELECT
' last
`);
});

test("texts and text blocks keep their characters", () => {
  const text = `x="one
   two"
if a then
begin talk
  hi \${ a+1 }

      there
  end   talk ' note
end if`;
  expect(format(text)).toBe(`x = "one
   two"
IF a THEN
  BEGIN TALK
  hi \${ a+1 }

      there
  END TALK  ' note
END IF
`);
});

test("one blank line stays of several, none at the beginning and the end", () => {
  expect(format("\n\nPRINT 1\n\n \t\n\nPRINT 2\n\n\n")).toBe("PRINT 1\n\nPRINT 2\n");
  expect(format("")).toBe("");
  expect(format("\n \n")).toBe("");
});

test("line ends stay as the first of the file is", () => {
  expect(format('if a then\r\nx="a\r\nb"\nend if')).toBe(
    'IF a THEN\r\n  x = "a\r\nb"\r\nEND IF\r\n',
  );
});

test("a script with errors is not formatted", () => {
  expect(tryFormat("if a then")).toEqual({ kind: "unreadable" });
  expect(tryFormat('PRINT "open')).toEqual({ kind: "unreadable" });
});

test("a script that would say something else afterwards is not written", () => {
  let count = 0;
  const forgetful: Read = (file, report, included) => {
    count++;
    return read(count === 1 ? file : new SourceFile(file.path, "PRINT 2"), report, included);
  };
  const formatted = formatScript(new SourceFile("test.bas", "print 1"), forgetful, () => undefined);
  expect(formatted).toEqual({ kind: "changed" });
});
