import type { syntaxMessages } from "../codes/syntax.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB10xx of `../codes/syntax.ts`: text that cannot be read. */
export const textExplanations = {
  GB1001: {
    title: "A character without a meaning",
    means:
      "The character belongs to no word, number, text or operator of the language. Often it came along when the script was copied from a web page or a chat.",
    example: { kind: "check", script: `PRINT €5`, mended: `PRINT 5` },
    mend: "Remove the character, or put it in quotes if it is part of a text.",
  },
  GB1002: {
    title: "A text that is never closed",
    means:
      "A text begins with a quote and has none at its end, so gbasic cannot tell where it stops.",
    example: {
      kind: "check",
      script: `PRINT "hello
PRINT "bye"`,
      mended: `PRINT "hello"
PRINT "bye"`,
    },
    mend: 'Put a quote at its end. A quote inside a text is written twice: `"say ""hello"" twice"`.',
  },
  GB1003: {
    title: "Something else was expected",
    means:
      "The statement was clear up to this place, and only the word or sign that the message names could come next.",
    example: {
      kind: "check",
      script: `FOR I = 1 UP 3
  PRINT I
NEXT I`,
      mended: `FOR I = 1 TO 3
  PRINT I
NEXT I`,
    },
    mend: "Write what was expected. `gbasic help` with the first words of the statement shows how it is written.",
  },
  GB1004: {
    title: "A value is missing",
    means:
      "After an operator, a comma or a word such as PRINT or TO, a value must follow: a number, a text in quotes, a name, or something that gives one.",
    example: {
      kind: "check",
      script: `LET PRICE = 3
PRINT PRICE *`,
      mended: `LET PRICE = 3
PRINT PRICE * 2`,
    },
    mend: "Write the value, or remove the operator before it.",
  },
  GB1005: {
    title: "Something is left over at the end of the line",
    means:
      "The statement is complete, but the line goes on with something that belongs to nothing.",
    example: { kind: "check", script: `PRINT (1 + 2))`, mended: `PRINT (1 + 2)` },
    mend: "Remove what is left over. Between two values stands a comma or an operator, between two statements on one line a colon.",
  },
  GB1006: {
    title: "A bracket that is never closed",
    means:
      "Every (, [ and { needs its counterpart. What stands inside may go on over several lines, so gbasic looks for the end until a line begins that must be a new statement.",
    example: {
      kind: "check",
      script: `LET PRICES = [3, 4
PRINT PRICES`,
      mended: `LET PRICES = [3, 4]
PRINT PRICES`,
    },
    mend: "Put the closing bracket where the list, the object or the arguments should end.",
  },
  GB1007: {
    title: "Nested too deeply",
    means:
      "Brackets or blocks stand inside each other in more levels than gbasic reads. Nobody writes so by hand; it protects the server from scripts made by a program.",
    example: {
      kind: "check",
      script: `PRINT ${"(".repeat(201)}1${")".repeat(201)}`,
      shown: "PRINT ((((( … 201 brackets inside each other … )))))",
      mended: `PRINT 1`,
    },
    mend: "Put the inner parts into variables, or into a FUNCTION.",
  },
  GB1008: {
    title: "Too many terms in one expression",
    means: "One expression joins more values by operators than gbasic reads.",
    example: {
      kind: "check",
      script: `PRINT 1${" + 1".repeat(1000)}`,
      shown: "PRINT 1 + 1 + 1 … 1,001 values in one expression",
      mended: `LET TOTAL = 0
FOR I = 1 TO 1001
  TOTAL = TOTAL + 1
NEXT I
PRINT TOTAL`,
    },
    mend: "Build the value in several statements, or in a loop.",
  },
  GB1010: {
    title: "Nothing can be assigned to this",
    means: "Left of = stands something that holds no value, such as what a method gives.",
    example: {
      kind: "check",
      script: `LET NAME$ = " Ana "
NAME$.trim() = "Rui"`,
      mended: `LET NAME$ = " Ana "
NAME$ = "Rui"
PRINT NAME$`,
    },
    mend: "Write a variable left of =, a member such as `ORDER.price`, or an element such as `PRICES[0]`.",
  },
  GB1011: {
    title: "A backslash without a meaning",
    severity: "info",
    means:
      'In a text, \\n is a new line, \\t a tabulator, \\r a carriage return, \\" a quote, \\\\ a backslash and \\u00E1 a character by its code. Any other character after a backslash has no such meaning, and both stay in the text.',
    example: {
      kind: "check",
      script: String.raw`PRINT "C:\docs"`,
      mended: String.raw`PRINT "C:\\docs"`,
    },
    mend: "Write the backslash twice where it is meant. The text stays the same; `gbasic check --fix` does it.",
  },
  GB1130: {
    title: "A comment that is never closed",
    means:
      "A comment that begins with /* goes on over the lines up to */, which is not there. So all of the script from here on would be comment.",
    example: {
      kind: "check",
      script: `PRINT "hello"
/* Written in May`,
      mended: `PRINT "hello"
/* Written in May */`,
    },
    mend: "Put */ at its end, or begin each line of it with an apostrophe.",
  },
  GB1132: {
    title: "Three dots in place of something",
    means:
      "Examples in books and chats leave something out and write three dots for it. gbasic cannot know what belongs there.",
    example: {
      kind: "check",
      script: `LET COUNT = 3
IF COUNT > 2 THEN ...`,
      mended: `LET COUNT = 3
IF COUNT > 2 THEN PRINT "many"`,
    },
    mend: "Write what belongs there. A place that is to stay empty for now needs nothing, or a comment.",
  },
  GB1133: {
    title: "A SWITCH in braces",
    means:
      "IF, FOR, WHILE, DO, TRY, SUB and FUNCTION may have their statements in braces. A SWITCH may not, since its cases are written in another way in each language that has braces.",
    example: {
      kind: "check",
      script: `LET COLOR = "red"
SWITCH COLOR {
  "red" => PRINT "stop"
}`,
      mended: `LET COLOR = "red"
SWITCH COLOR
  CASE "red"
    PRINT "stop"
END SWITCH`,
    },
    mend: "Write CASE and its value above the statements of each case, and END SWITCH at the end. A case ends where the next one begins, without a BREAK.",
  },
  GB1134: {
    title: "Two slashes for a division",
    means:
      "Two slashes begin a comment. Before a number they look like the division of other languages that drops the fraction, and a comment would leave it out without a word.",
    example: {
      kind: "check",
      script: `PRINT 7 // 2`,
      mended: String.raw`PRINT 7 \ 2`,
    },
    mend: "Write one backslash to divide and drop the fraction. A comment behind a statement begins with an apostrophe.",
  },
} satisfies Partial<ExplanationsOf<typeof syntaxMessages>>;
