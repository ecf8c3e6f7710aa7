import fc from "fast-check";
import { joined, name, plainValue, type Text, value } from "./arbitrary-value.ts";

/** Where a statement stands decides what it may be. */
export interface Surroundings {
  /** The statements inside the next block. */
  readonly inner: Text;
  /** Labels that it may jump to; none in a SUB. */
  readonly labels: readonly string[];
}

const simple: readonly Text[] = [
  joined("LET ", name, " = ", value),
  joined("ORDER.", fc.constantFrom("id", "text.size"), " = ", value),
  joined("ITEMS[", fc.constantFrom("0", "1", "A"), "] = ", value),
  joined("LIST(", fc.constantFrom("0", "1", "N%"), ") = ", value),
  joined(name, fc.constantFrom(" += ", " -= ", " &= "), value),
  joined(name, fc.constantFrom("++", "--")),
  joined("DIM X", fc.constantFrom("", "(2)", "(1, 2)"), ", Y"),
  joined("REDIM ", fc.constantFrom("PRESERVE ", ""), "LIST(4)"),
  joined("PRINT ", value, fc.constantFrom(", ", "; "), value),
  joined("LOG ", value),
  joined("SET RESPONSE STATUS ", fc.constantFrom("200", "404", "A")),
  joined('SEND MAIL TO "ana@example.com" WITH SUBJECT ', value, " AND BODY ", value),
  joined("NOTE (", value, "), ", value),
  joined("CALL NOTE(", value, ", ", value, ")"),
  joined("ITEMS.push(", value, ")"),
  joined("SPAWN NOTE A, ", value),
  joined("THROW ", value),
  joined("ASSERT ", value, ", ", value),
  plainValue,
  joined("PARSE JSON (", value, ")"),
  fc.constantFrom("CLEAR ERROR", "ON ERROR RESUME NEXT", "ON ERROR GOTO 0", "END", "EXIT"),
  joined("RETURN ", fc.constantFrom("", "{ a: 1 }", "A")),
  fc.constantFrom('USE KB "x"', 'A = FIND "t", "a=1"', 'SAVE "t", A, B'),
  joined("BEGIN TALK\n  Hi ${", name, "}\n\n    there\nEND TALK"),
];

function jumps(labels: readonly string[]): Text[] {
  if (labels.length === 0) return [];
  const label = fc.constantFrom(...labels);
  return [
    joined("GOTO ", label),
    joined("GOSUB ", label),
    joined("ON ERROR GOTO ", label),
    joined("RESUME", fc.oneof(fc.constantFrom("", " NEXT"), joined(" ", label))),
  ];
}

function loops(inner: Text): Text[] {
  const leaving = (word: string) =>
    fc.constantFrom("", `\nIF A THEN EXIT ${word}`, "\nIF B THEN CONTINUE", "\nIF A THEN BREAK");
  const bounds = joined(fc.constantFrom("0", "1", "A"), " TO ", fc.constantFrom("2", "3", "N%"));
  const test = joined(fc.constantFrom(" WHILE ", " UNTIL "), value);
  return [
    joined(
      "FOR I = ",
      bounds,
      fc.constantFrom("", " STEP 2"),
      "\n",
      inner,
      leaving("FOR"),
      "\nNEXT I",
    ),
    joined(
      "FOR EACH E",
      fc.constantFrom("", ", F"),
      " IN ",
      value,
      leaving("FOR"),
      "\n",
      inner,
      "\nNEXT E",
    ),
    joined("FOR EACH E IN ITEMS LAST 2\n", inner, "\nNEXT"),
    joined("WHILE ", value, "\nA = A + 1\n", inner, leaving("WHILE"), "\nWEND"),
    joined("DO", test, "\n", inner, leaving("DO"), "\nLOOP"),
    joined("DO\n", inner, leaving("LOOP"), "\nLOOP", test),
  ];
}

function choices(inner: Text): Text[] {
  const test = fc.oneof(value, joined(value, " TO ", value), joined("IS >= ", value));
  return [
    joined("IF ", value, " THEN PRINT ", value, " ELSE PRINT ", value),
    joined(
      "IF ",
      value,
      " THEN\n",
      inner,
      "\nELSEIF ",
      value,
      " THEN\n",
      inner,
      "\nELSE\n",
      inner,
      "\nEND IF",
    ),
    joined(
      "SELECT CASE ",
      value,
      "\nCASE ",
      test,
      ", ",
      test,
      "\n",
      inner,
      "\nCASE ELSE\n",
      inner,
      "\nEND SELECT",
    ),
    joined("TRY\n", inner, "\nCATCH E\nPRINT E\n", inner, "\nFINALLY\nPRINT ", value, "\nEND TRY"),
    joined("WITH ORDER\n.id = ", value, "\nPRINT .id, ", value, "\n", inner, "\nEND WITH"),
    joined("WITH ORDER\nid = ", value, "\ntext = ", value, "\nEND WITH"),
  ];
}

/** One statement, with the lines of its block. */
export function statementIn({ inner, labels }: Surroundings): Text {
  return fc.oneof(
    { weight: 40, arbitrary: fc.oneof(...simple) },
    ...jumps(labels),
    ...loops(inner),
    ...choices(inner),
  );
}
