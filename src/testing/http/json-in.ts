import { BasicError } from "../../runtime/error.ts";
import { parseJson } from "../../runtime/value/json.ts";
import type { Value } from "../../runtime/value/value.ts";

/** Gives what a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): Value | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof BasicError) return undefined;
    throw error;
  }
}
