import { defineFunction, type FunctionEntry } from "../define.ts";

const CONSTANTS = [
  ["VBCRLF", "\r\n", "A carriage return and a line end, as Visual Basic names them."],
  ["VBNEWLINE", "\r\n", "A carriage return and a line end, as Visual Basic names them."],
  ["VBCR", "\r", "A carriage return, as Visual Basic names it."],
  ["VBLF", "\n", "A line end, as Visual Basic names it."],
  ["VBTAB", "\t", "A tab, as Visual Basic names it."],
  ["VBNULLSTRING", "", "An empty text, as Visual Basic names it."],
  ["VBBINARYCOMPARE", 0, "For the last argument of INSTR and REPLACE: the case matters."],
  ["VBTEXTCOMPARE", 1, "For the last argument of INSTR and REPLACE: the case does not matter."],
] as const;

/** The constants of Visual Basic, as functions without arguments, which need no brackets. */
export const constants: readonly FunctionEntry[] = CONSTANTS.map(([name, value, summary]) =>
  defineFunction({
    name,
    parameters: [],
    returns: typeof value === "number" ? "number" : "text",
    summary,
    example: `${name}()  ' ${JSON.stringify(value)}`,
    run: () => value,
  }),
);
