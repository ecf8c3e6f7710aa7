import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { soup } from "../arbitrary-text.ts";
import { growthOf } from "./growth.ts";

/** Parts that are repeated on one line: what stands before, the part, what stands after. */
const LINES = {
  operators: ["X = ", "1 + ", "1"],
  comparisons: ["X = A", " AND B IN (1, 2)", ""],
  brackets: ["X = ", "(", ""],
  lists: ["X = ", "[", ""],
  objects: ["X = ", "{a: ", ""],
  calls: ["X = ", "A(", ""],
  "closed calls": ["X = A", "(1)", ""],
  members: ["X = A", ".b(1)", ""],
  choices: ["X = ", "A ? B : ", "1"],
  "open choices": ["X = ", "A ? ", ""],
  "choices of lists": ["X = ", "A IN (", ""],
  lambdas: ["F(", "(X, Y) => (", ")"],
  words: ["", "A ", ""],
  "words before a text": ["X = ", "A ", '"t"'],
  statements: ["", "PRINT 1 : ", ""],
  "IF in IF": ["", "IF A THEN ", "PRINT 1"],
  "phrases in phrases": ["", "SEND MAIL TO A WITH SUBJECT ", ""],
  clauses: ["SEND MAIL TO A WITH ", "SUBJECT B AND ", "1"],
  "functions in functions": ["X = ", "GET JSON PATH (", ""],
  "words of a header": ["SUB A", " B", "\nEND SUB"],
  values: ['X = "', "${A}", '"'],
  "open values": ['X = "', "${", '"'],
  "values in values": ['X = "', '${"', ""],
  quotes: ["", '"', ""],
  apostrophes: ["X = ", "'", ""],
  backslashes: ['X = "', "\\", '"'],
  digits: ["X = ", "1", ""],
  blanks: ["X = ", " ", "1"],
  steps: ["", "X ++ ", ""],
  "END without more": ["", "END ", ""],
  "BEGIN without more": ["", "BEGIN ", ""],
} as const;

const BLOCKS = {
  "lines of PRINT": "PRINT 1\n",
  "IF THEN": "IF A THEN\n",
  "IF and brace": "IF A {\n",
  FOR: "FOR I = 1 TO 2\n",
  "SELECT CASE": "SELECT CASE A\n",
  "WITH and TRY": "WITH A\nTRY\n",
  "END SUB alone": "END SUB\n",
  "BEGIN TALK": "BEGIN TALK\n",
  "BEGIN of nothing known": "BEGIN FOO\n",
  "TABLE without END": "TABLE A\n",
  "blocks of General Bots": 'ORCHESTRATE WORKFLOW "w"\n',
  "handlers without END": 'ON EVENT "e"\n',
  "open texts": 'X = "a\n',
  "open apostrophes": "X = 'a\n",
  "open apostrophes in brackets": "PRINT ('a\n",
  "wrong lines": "IF THEN ) ( + \n",
  "unknown statements": "FROB A B C, D\n",
  "lines that go on": "X = 1 + _\n",
  "lines that end with a comma": "PRINT A,\n",
  "empty lines": "\n",
} as const;

/** Parts that differ from turn to turn. */
const NUMBERED = {
  "SUBs of one first word": (at: number) => `SUB S T${at}(A)\nEND SUB\nS T${at} 1\n`,
  "SUBs of many first words": (at: number) => `SUB S${at} T(A)\nEND SUB\nS${at} T 1\n`,
  "calls that go on": (at: number) => `SUB S${at}()\nS${at + 1}\nEND SUB\n`,
  labels: (at: number) => `L${at}:\nGOTO L${at}\n`,
  "unknown labels": (at: number) => `L${at}:\nGOTO M${at}\n`,
  "unknown statements": (at: number) => `FROB${at} A, B\nSEND${at} MIAL TO A\n`,
  "SUBs spelt like unknown statements": (at: number) => `SUB S T${at}(A)\nEND SUB\nS TT${at} 1\n`,
  "headers whose last word calls fill": (at: number) =>
    `FUNCTION F${at} N\nEND FUNCTION\nX = F${at}(1)\n`,
  "SUBs inside handlers": (at: number) =>
    `ON WEBHOOK GET TO "/${at}" DO\nSUB S${at}()\nEND SUB\nEND ON\n`,
  "functions without brackets": () => 'X = LEN "a"\n',
  "unknown functions": (at: number) => `X = F${at}(1)\nFUNCTION G${at}(A)\nEND FUNCTION\n`,
  "names that are never set": (at: number) => `N${at} = M${at}\n`,
  "the same name again": (at: number) => `CONST N = ${at}\n`,
} as const;

describe("four times the text is four times the work:", () => {
  test.each(Object.entries(LINES))("%s", (_, [before, part, after]) => {
    expect(growthOf((size) => before + part.repeat(size) + after)).toBe("linear");
  });

  test.each(Object.entries(BLOCKS))("%s", (_, line) => {
    expect(growthOf((size) => line.repeat(size / 2))).toBe("linear");
  });

  test.each(Object.entries(NUMBERED))("%s", (_, part) => {
    const text = (size: number) => Array.from({ length: size / 4 }, (__, at) => part(at)).join("");
    expect(growthOf(text)).toBe("linear");
  });

  test("any pieces of scripts, again and again", () => {
    const pieces = soup.filter((text) => text !== "");
    fc.assert(
      fc.property(pieces, (text) => {
        expect(growthOf((size) => text.repeat(Math.ceil(size / text.length)))).toBe("linear");
      }),
      { seed: 1, numRuns: 12, endOnFailure: true },
    );
  });
});
