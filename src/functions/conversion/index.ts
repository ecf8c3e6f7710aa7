import type { FunctionEntry } from "../define.ts";
import { cbool } from "./boolean.ts";
import { cdbl, cint, val } from "./number.ts";
import { str } from "./text.ts";

/** The functions that turn one kind of value into another. */
export const conversionFunctions: readonly FunctionEntry[] = [val, str, cint, cdbl, cbool];
