import type { FunctionEntry } from "../define.ts";
import { choose, coalesce, iif, nvl, switchFunction } from "./choice.ts";
import { isArray, isDate, isEmpty, isNull, isNumeric, isObjectFunction, typeOf } from "./kinds.ts";
import { typeName, varType } from "./visual-basic-kinds.ts";

/** The functions that test values and choose between them. */
export const testFunctions: readonly FunctionEntry[] = [
  isNull,
  isEmpty,
  isNumeric,
  isDate,
  isArray,
  isObjectFunction,
  typeOf,
  typeName,
  varType,
  nvl,
  coalesce,
  iif,
  choose,
  switchFunction,
];
