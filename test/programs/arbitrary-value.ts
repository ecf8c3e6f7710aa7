import fc from "fast-check";

export type Text = fc.Arbitrary<string>;

const OPERATORS = [
  ..."^ * / \\ MOD + - & = <> < <= > >= LIKE IN CONTAINS AND OR XOR ??".split(" "),
  "STARTS WITH",
  "ENDS WITH",
  "NOT IN",
  "NOT LIKE",
];
const NAMES = "A B C$ N% ITEMS ORDER TOTAL".split(" ");

const leaf = fc.oneof(
  fc.constantFrom("NULL", "TRUE", "FALSE", "0", "1", "2.5", "-3", "1e3", "0xFF"),
  fc.constantFrom('""', '"ana"', '"it""s"', "'x'", '"a\\nb"', '"7"', '"[1, 2]"', '"%a_"'),
  fc.constantFrom(...NAMES),
);

/** Writes the forms of a text with values from a list in their places: `joined("(", a, ")")`. */
export function joined(...parts: readonly (string | Text)[]): Text {
  return fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((texts) => texts.join(""));
}

function operations(inner: Text): Text[] {
  return [
    joined("(", inner, " ", fc.constantFrom(...OPERATORS), " ", inner, ")"),
    joined("(", inner, fc.constantFrom(" + ", " - ", " & "), inner, " * ", inner, ")"),
    joined("(", fc.constantFrom("-", "+", "NOT "), inner, ")"),
    joined("(", inner, fc.constantFrom(" IS NULL", " IS NOT NULL"), ")"),
    joined("(", inner, " ? ", inner, " : ", inner, ")"),
  ];
}

function accesses(inner: Text): Text[] {
  return [
    joined("ORDER", fc.constantFrom(".", "?."), fc.constantFrom("id", "text.size", "next", "a$")),
    joined("ITEMS[", inner, "]"),
    joined("LIST(", inner, ")"),
    joined(fc.constantFrom("LEN", "UCASE$", "ISNULL"), "(", inner, ")"),
    joined("C$", fc.constantFrom(".trim()", ".toUpper()", "?.trim()")),
    joined("TWICE(", inner, ")"),
    joined("(PRICE WITH TAX (", inner, ") IN ", inner, ")"),
    joined('(GET JSON PATH ORDER, "', fc.constantFrom("id", "text.size", "a[0]"), '")'),
    joined("(PARSE JSON (", inner, "))"),
  ];
}

function constructions(inner: Text): Text[] {
  return [
    joined("[", inner, ", ", inner, "]"),
    fc.constantFrom("[]", "{}"),
    joined("{ id: ", inner, ', "text": ', inner, " }"),
    joined('"a ${', leaf, '} b ${UCASE$("x")}"'),
  ];
}

/** The text of any value that a script can hold or make; some of them fail when they run. */
export const value = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, depthIdentifier: "value" },
    { weight: 12, arbitrary: leaf },
    ...operations(tie("value")),
    ...accesses(tie("value")),
    ...constructions(tie("value")),
  ),
})).value;

/** What begins nothing but a value, also on a line of its own. */
export const plainValue = fc.constantFrom('"ana"', "(A + 1)", "[1]", "5 + 3");
export const name = fc.constantFrom(...NAMES);
