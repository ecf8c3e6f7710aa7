import type { FunctionEntry } from "../define.ts";
import { format, formatDateFunction, formatTime } from "./format.ts";
import { formatDateTime, visualBasicFormats } from "./visual-basic.ts";

/** The functions that write numbers and dates for people. */
export const formatFunctions: readonly FunctionEntry[] = [
  format,
  formatDateFunction,
  formatTime,
  ...visualBasicFormats,
  formatDateTime,
];
