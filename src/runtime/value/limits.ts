import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";

/** The limits on the size of values, part of the limits of a run. */
export interface ValueLimits {
  /** UTF-16 units of one text. */
  readonly textLength: number;
  /** Items of one list. */
  readonly listLength: number;
}

/** Refuses a text that would be too long. @throws BasicError GB3090 */
export function checkTextLength(length: number, limits: Pick<ValueLimits, "textLength">): void {
  if (length > limits.textLength)
    throw new BasicError(valueMessages.textTooLong(limits.textLength));
}

/** Refuses a list that would be too long. @throws BasicError GB3091 */
export function checkListLength(length: number, limits: Pick<ValueLimits, "listLength">): void {
  if (length > limits.listLength)
    throw new BasicError(valueMessages.listTooLong(limits.listLength));
}
