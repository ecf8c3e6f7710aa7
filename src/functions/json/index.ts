import type { FunctionEntry } from "../define.ts";
import { json, parseJsonFunction } from "./json.ts";
import { toYaml } from "./yaml.ts";

/** The functions for JSON and other ways to write data as text. */
export const jsonFunctions: readonly FunctionEntry[] = [json, parseJsonFunction, toYaml];
