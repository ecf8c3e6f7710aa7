import fc from "fast-check";
import { statementIn } from "./arbitrary-statement.ts";
import { joined, type Text, value } from "./arbitrary-value.ts";

const LABELS = ["first", "second", "100"] as const;

/** Lines of statements, which hold others two levels deep. */
function lines(labels: readonly string[]): Text {
  const line = fc.letrec<{ line: string }>((tie) => {
    const inner = fc
      .array(tie("line"), { minLength: 1, maxLength: 2, depthIdentifier: "line" })
      .map((all) => all.join("\n"));
    return {
      line: fc.oneof(
        { maxDepth: 2, depthIdentifier: "line", withCrossShrink: true },
        joined("PRINT ", value),
        statementIn({ inner, labels }),
      ),
    };
  }).line;
  return fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
}

const inMain = lines(LABELS);
const inside = lines([]);

const START = `CONST LIMIT = 3, NAME$ = "Ana"
DIM LIST(3)
A = 1 : B = 0 : C$ = " c " : N% = 2 : TOTAL = 0
ITEMS = [1, "2", [3]] : ORDER = { id: 7, text: { size: 2 }, a: [1] }
`;

const declared = fc.subarray([
  'PARAM who AS STRING LIKE "Ana" DESCRIPTION "who" DEFAULT "Bo"',
  'DESCRIPTION "what it does"',
  "TABLE rows\n  id number key\n  UNIQUE(id)\nEND TABLE",
]);
const handlers = fc.oneof(
  joined('ON WEBHOOK POST TO "/x" DO\n', inside, "\nEND ON\n"),
  joined("ON WHATSAPP MESSAGE DO\n", inside, "\nEND ON\n"),
  joined('ON EVENT "e" DO\n', inside, "\nEND ON\n"),
  fc.constant(""),
);
const procedures = joined(
  'SUB NOTE(WHAT, MORE = "x")\nA = 1 : B = 0 : C$ = WHAT : N% = 2 : TOTAL = 0 : ITEMS = [] : ORDER = {} : LIST = [1]\n',
  inside,
  "\nEND SUB\nFUNCTION PRICE WITH TAX(NET, RATE)\nRETURN NET\nEND FUNCTION\n",
  "FUNCTION TWICE(V)\nA = 1 : B = 0 : C$ = V : N% = 2 : TOTAL = 0 : ITEMS = [] : ORDER = {} : LIST = [1]\n",
  inside,
  "\nTWICE = V\nEND FUNCTION\n",
);

/** The text of a script with every kind of statement and value; it may fail or loop when it runs. */
export const program: Text = fc
  .record({
    includes: fc.constantFrom("", "", "", 'INCLUDE "lib.bas"\n'),
    declared,
    parts: fc.tuple(inMain, inMain, inMain),
    handlers,
    procedures,
  })
  .map(
    ({
      includes,
      declared: words,
      parts: [one, two, three],
      handlers: served,
      procedures: own,
    }) => {
      const main = `${one}\nfirst:\n${two}\n100 PRINT A\nIF LIMIT > 3 THEN ON ERROR GOTO second\nEND\nsecond:\n${three}\nRETURN\n`;
      return [includes, ...words.map((word) => `${word}\n`), START, main, served, own].join("");
    },
  );
