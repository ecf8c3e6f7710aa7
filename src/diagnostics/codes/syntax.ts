import type { Message } from "../diagnostic.ts";
import { error, info, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

const CLOSING_BRACKETS: ReadonlySet<string> = new Set([")", "]", "}"]);

const LISTED = "`npx gbasic help` lists the statements and functions that there are";
const UNOPENED = "nothing opens it; remove it";
const BETWEEN = "between values stands a comma or an operator such as +, between statements a `:`";

/** What to write where a word is missing that other languages have no need of. */
const MISSED: ReadonlyMap<string, string> = new Map([
  ["THEN", "write THEN between the condition and what is done"],
  ["NULL", "IS goes with NULL and NOT NULL; to compare with anything else, write ="],
]);

/** What a character that means nothing was most likely meant for. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["#", "a comment has a blank before and behind the #; a number of a file has no meaning here"],
  ["$", "the $ of a text stands behind the name, as in NAME$"],
  ["@", "a name has no @; write it without"],
]);

/** A line that was meant to end a block. */
interface WrongEnd {
  readonly written: string;
  readonly opening: string;
  readonly closing: string;
  /** 1-based, of the block's first line. */
  readonly line: number;
}

/** GB10xx: the text cannot be read; GB110x to GB115x: headers and blocks; GB22xx: words of no phrase and values without a use. */
export const syntaxMessages = {
  unexpectedCharacter: (character: string) =>
    error(
      "GB1001",
      `the character ${character} has no meaning here`,
      MEANT.get(character) ?? "remove it or put it in quotes",
    ),
  unclosedText: () => error("GB1002", "this text is never closed", 'put a " at its end'),
  expected: (expected: string, found: string, proposed?: string, advice?: string) =>
    error(
      "GB1003",
      `expected ${expected}, found ${found}`,
      proposal(proposed) ??
        advice ??
        (CLOSING_BRACKETS.has(found) ? UNOPENED : MISSED.get(expected)),
    ),
  expectedOperand: (found: string) =>
    error(
      "GB1004",
      `expected a value, found ${found}`,
      "a value is a number, a text in quotes, a name, or what gives one, such as LEN(NAME$)",
    ),
  leftOver: (found: string) =>
    error(
      "GB1005",
      `expected the end of the line, found ${found}`,
      CLOSING_BRACKETS.has(found) ? UNOPENED : BETWEEN,
    ),
  unclosedBracket: (opening: string, closing: string) =>
    error("GB1006", `this ${opening} is never closed`, `put a ${closing} where it should end`),
  nestedTooDeeply: (limit: number) =>
    error(
      "GB1007",
      `nested more than ${String(limit)} levels deep`,
      "move parts of it into variables or a FUNCTION; the limit is fixed, as nested parts fill gbasic's stack",
    ),
  tooManyTerms: (limit: number) =>
    error(
      "GB1008",
      `more than ${String(limit)} terms in one expression`,
      "build the value in several statements; the limit is fixed, as long expressions fill gbasic's stack",
    ),
  negativeDelay: () =>
    error(
      "GB1050",
      "SPAWN … AFTER cannot wait for less than nothing",
      "write a number of 0 or more",
    ),
  valueAlone: () =>
    warning(
      "GB2246",
      "nothing is done with this value",
      "assign it with `name = …`, or PRINT it; remove it if it is a rest",
    ),
  nameAlone: (name: string) =>
    error(
      "GB2247",
      `${name} alone is no statement`,
      `PRINT ${name} shows it, RETURN ${name} gives it to the caller`,
    ),
  unknownExit: (word: string, known: readonly string[]) =>
    error(
      "GB2248",
      `EXIT ${word} leaves nothing`,
      `EXIT goes with ${known.join(", ")}, and alone it ends the run`,
    ),
  functionAsValue: () =>
    error(
      "GB2249",
      "a FUNCTION without a name is no value here",
      'write a FUNCTION with a name and call it in a FOR EACH loop, or use MAP(LIST, "item.price * 2") and FILTER(LIST, "price > 10")',
    ),
  brokenInterpolation: (problem: string) =>
    error(
      "GB2250",
      `what stands in this \${…} is no value: ${problem}`,
      "write one value between the braces, as in ${NAME$}; without the $ it is text",
    ),
  notAssignable: () =>
    error(
      "GB1010",
      "only a variable, a member or an element can be assigned to",
      "write a name before the =, as in PRICE = 3, ORDER.price = 3 or PRICES[0] = 3",
    ),
  unknownEscape: (escape: string) =>
    info(
      "GB1011",
      `${escape} has no meaning in a text, so it stays as written`,
      `write \\${escape} where the \\ is meant`,
    ),
  unclosedBlock: (opening: string, closing: string, before: string) =>
    error("GB1101", `this ${opening} is never closed`, `put ${closing} before ${before}`),
  strayBlockEnd: (word: string, opening: string) =>
    error(
      "GB1102",
      `${word} without ${opening}`,
      `remove it, or write the ${opening} it belongs to`,
    ),
  wrongNext: (written: string, expected: string) =>
    error("GB1103", `NEXT ${written} closes the loop over ${expected}`, `write NEXT ${expected}`),
  wrongBlockEnd: ({ written, opening, closing, line }: WrongEnd) =>
    error(
      "GB1152",
      `expected ${closing}, found ${written}`,
      `write ${closing}, which ends the ${opening} of line ${String(line)}`,
    ),
  headerWithoutBrackets: (kind: string, name: string, parameters: string) =>
    error(
      "GB1153",
      `this ${kind} is called as ${name} with a value, but without brackets ${parameters} is part of its name`,
      `write ${kind} ${name}(${parameters})`,
    ),
  nestedDeclaration: (title: string) =>
    error("GB1105", `${title} cannot stand inside a block`, "move it to the top level of the file"),
  nestedProcedure: (kind: string, opening: string, closing: string) =>
    error(
      "GB1162",
      `a ${kind} cannot stand inside ${opening}`,
      `move it below the ${closing}, or put ${closing} above it if the handler ends there`,
    ),
  missingType: () =>
    error("GB1163", "AS needs a type", "write one, such as STRING or INTEGER, or leave AS out"),
  missingName: (kind: string) => error("GB1106", `this ${kind} has no name`, `write ${kind} NAME`),
  memberOfNothing: () =>
    error(
      "GB1120",
      "a name that begins with a dot stands for a member, and there is no WITH around it",
      "write the object before the dot, or put WITH object … END WITH around the lines",
    ),
  includeComment: (path: string) =>
    warning(
      "GB2251",
      "this is a comment, so nothing is included",
      `write INCLUDE "${path}" for the SUBs and FUNCTIONs of that file`,
    ),
  unclosedComment: () => error("GB1130", "this comment is never closed", "put a */ at its end"),
  placeholder: () =>
    error(
      "GB1132",
      "... stands for something that is not written here",
      "write the statements or the value that belong here",
    ),
  bracedSwitch: (opening: string) =>
    error(
      "GB1133",
      `${opening} has no braces here`,
      "write CASE value above the statements of each case, CASE ELSE above the rest, and END SWITCH at the end",
    ),
  wholeDivision: () =>
    error(
      "GB1134",
      "// does not divide",
      "write \\ to divide and drop the fraction; a comment behind a statement begins with '",
    ),
  leftOverWord: (found: string) =>
    error(
      "GB2212",
      `no statement or function goes on with ${found} here`,
      /^\p{L}/u.test(found) ? `${BETWEEN}; what is text stands in quotes` : BETWEEN,
    ),
  unknownPhrase: (words: string, proposed?: string, advice?: string) =>
    error(
      "GB2201",
      `no statement or function begins with ${words}`,
      advice ??
        proposal(proposed) ??
        (words.includes(" ") ? LISTED : `${BETWEEN}; what is text stands in quotes`),
    ),
};

/** Tells whether a problem leaves it open where a block ends. */
export function isAboutBlocks({ code }: Message): boolean {
  return /^GB11(?:[0124]|3[01])/.test(code);
}

/** Tells whether a problem is about what words and values mean, where the text itself is clear. */
export function isAboutNames({ code }: Message): boolean {
  return /^GB2/.test(code);
}
