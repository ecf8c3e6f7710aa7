import type { z } from "zod";
import { createQuote } from "../redact.ts";
import { ask } from "./ask.ts";

/** What a service answered: what was asked for, an answer without it, or none that says anything. */
export type JsonAnswer<T> =
  | { readonly state: "told"; readonly found: T }
  | { readonly state: "untold" }
  /** Refused or not answered, for a reason that the question for the credentials tells of. */
  | { readonly state: "unanswered" };

/**
 * Asks a service with a GET for something in JSON.
 * @param secrets that no text shows
 * @param schema of what is asked for
 */
export async function askJson<T>(
  url: string,
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
  schema: z.ZodType<T>,
): Promise<JsonAnswer<T>> {
  let found: T | undefined;
  const note = (json: unknown) => {
    found = schema.safeParse(json).data;
    return undefined;
  };
  const { state } = await ask(url, headers, note, createQuote(secrets));
  if (state !== "valid") return { state: "unanswered" };
  return found === undefined ? { state: "untold" } : { state: "told", found };
}
