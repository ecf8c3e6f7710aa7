import type { Procedure } from "../../../src/syntax/ast.ts";
import { identifier, NOWHERE } from "./nowhere.ts";

/** The script's own procedures, which every generated script declares. */
export const PROCEDURES: readonly Procedure[] = [
  procedure("function", "GET TEXT", ["KEY$", "LANG$"]),
  procedure("function", "PRICE WITH TAX", ["NET"]),
  procedure("function", "MY LUCKY NUMBER", []),
  procedure("function", "TWICE", ["N"]),
  procedure("function", "BOTH", ["A", "B"]),
  procedure("sub", "GREET", ["WHO$"]),
  procedure("sub", "SEND HELP MENU", ["WHO$", "WHEN"]),
];

function procedure(kind: Procedure["kind"], key: string, parameters: string[]): Procedure {
  return {
    kind,
    key,
    displayName: key,
    nameSpan: NOWHERE,
    sigil: undefined,
    parameters: parameters.map((text) => ({ name: identifier(text), optional: false, ...NOWHERE })),
    body: [],
    ...NOWHERE,
  };
}
