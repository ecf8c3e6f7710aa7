import type { FunctionEntry } from "../define.ts";
import { toCsv } from "./csv.ts";
import { json, parseJsonFunction } from "./json.ts";
import { toXml } from "./xml.ts";
import { toYaml } from "./yaml.ts";

/** The functions for JSON and other ways to write data as text. */
export const jsonFunctions: readonly FunctionEntry[] = [
  json,
  parseJsonFunction,
  toYaml,
  toCsv,
  toXml,
];
