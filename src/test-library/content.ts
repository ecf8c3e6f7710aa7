import type { Content, FieldValue } from "./options.ts";

/** A body with the headers that say what it is. */
export interface WrittenContent {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Writes what a request holds. */
export function contentOf(content: Content): WrittenContent {
  if (content.form !== undefined) {
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(content.form)) {
      for (const one of typeof value === "string" ? [value] : value) fields.append(name, one);
    }
    const type = "application/x-www-form-urlencoded";
    return { headers: [["Content-Type", type]], body: fields.toString() };
  }
  if (content.json !== undefined) {
    const body = JSON.stringify(content.json);
    return { headers: [["Content-Type", "application/json"]], body };
  }
  return { headers: [], body: content.body ?? "" };
}

/** Writes the value of an event, for the delivery and for a message. */
export function jsonOf(value: FieldValue): { readonly text: string; readonly shown: string } {
  const text = JSON.stringify(value);
  return { text, shown: text };
}
