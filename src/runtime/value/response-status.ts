import { responseMessages } from "../../diagnostics/codes/response.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { describe } from "./text.ts";

/** Says why a number is no status of a response; undefined where it is one. */
export function statusProblem(status: number): Message | undefined {
  if (Number.isInteger(status) && status >= 200 && status <= 599) return undefined;
  return responseMessages.badStatus(describe(status));
}
