import { jsonIn } from "./json-in.ts";

/** A body as it stands in a file: JSON as itself, other text in lines. */
export interface RecordedBody {
  readonly json?: unknown;
  readonly body?: string | string[] | undefined;
}

/**
 * Writes a body for a file that people read.
 * @param exact true where the very text has to come back, not only what it means to a script
 */
export function writeBody(text: string, exact: boolean): RecordedBody {
  const json = /^\s*[[{]/.test(text) ? jsonIn(text) : undefined;
  if (json !== undefined && (!exact || JSON.stringify(json) === text)) return { json };
  if (text === "") return {};
  return { body: text.includes("\n") ? text.split("\n") : text };
}

/** Gives a body back as text; undefined where none was recorded. */
export function readBody({ json, body }: RecordedBody): string | undefined {
  if (json !== undefined) return JSON.stringify(json);
  return body === undefined || typeof body === "string" ? body : body.join("\n");
}
