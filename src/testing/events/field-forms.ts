import type { JsonObject, JsonValue } from "./json.ts";

/** What the text of a field must look like, and what it means. */
export interface FieldForm<T> {
  /** As the end of "expected …". */
  readonly expected: string;
  /** Returns undefined where the text does not have the form. */
  readonly read: (text: string) => T | undefined;
}

/** Any text, the empty one too. */
export const anyText: FieldForm<string> = { expected: "a text", read: (text) => text };

/** A text that is not blank, such as an id. */
export const someText: FieldForm<string> = {
  expected: "a text that is not empty",
  read: (text) => (text.trim() === "" ? undefined : text),
};

/** A number with a point before its decimals. */
export const aNumber: FieldForm<number> = {
  expected: "a number such as -23.55",
  read: (text) => (/^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined),
};

/** A number of things or of an error. */
export const wholeNumber: FieldForm<number> = {
  expected: "a whole number",
  read: (text) => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined),
};

/** A choice of two. */
export const yesOrNo: FieldForm<boolean> = {
  expected: "yes or no",
  read: (text) => YES_OR_NO.get(text.trim().toLowerCase()),
};

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** One of these words, in capitals or small letters. */
export function oneOf<T extends string>(...words: readonly T[]): FieldForm<T> {
  return {
    expected: `one of ${words.join(", ")}`,
    read: (text) => words.find((word) => word.toLowerCase() === text.trim().toLowerCase()),
  };
}

/** An object in JSON. */
export const jsonObjectText: FieldForm<JsonObject> = {
  expected: 'an object in JSON such as {"name": "Ana"}',
  read: (text) => {
    const value = parse(text);
    return isObject(value) ? value : undefined;
  },
};

/** A list of objects in JSON. */
export const jsonListText: FieldForm<readonly JsonObject[]> = {
  expected: 'a list of objects in JSON such as [{"quantity": 2}]',
  read: (text) => {
    const value = parse(text);
    return isList(value) && value.length > 0 && value.every(isObject) ? value : undefined;
  },
};

function parse(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What JSON.parse returns is JSON; this tells it to the compiler. */
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
