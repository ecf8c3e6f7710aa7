import { expect } from "vitest";
import { BasicError } from "../../../src/runtime/error.ts";

/** Runs what must fail, and returns the message of its BasicError with this code. */
export function failure(code: string, run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    expect(error.code).toBe(code);
    return error.detail.message;
  }
  throw new Error(`expected ${code}, but nothing failed`);
}
