import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { HttpBody } from "../../host/http-body.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toJson } from "../../runtime/value/json.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { pairsOf } from "./web-address.ts";

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const TEXT_TYPE = "text/plain; charset=utf-8";

/** A body and what it is. */
export interface RequestBody {
  readonly body: HttpBody;
  /** Undefined for a form with files, whose type the client makes. */
  readonly type: string | undefined;
}

/**
 * Writes a value as the body of a call: objects, lists, numbers and truth as JSON, or as a form where
 * the type says so; a text as it is.
 * @param type the content type that the script wants; undefined where it says nothing
 * @param longest UTF-16 units that the body may have
 * @returns undefined where there is nothing to send
 * @throws BasicError GB4616 for a type that only a text can have
 */
export function writeBody(
  title: string,
  value: Value,
  type: string | undefined,
  longest: number,
): RequestBody | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return { body: value, type: type ?? typeOfText(value) };
  const plainType = (type ?? JSON_TYPE).split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (plainType === FORM_TYPE && isObject(value)) {
    return { body: formOf(title, value), type: type ?? FORM_TYPE };
  }
  if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(plainType)) {
    return { body: toJson(value, 0, longest), type: type ?? JSON_TYPE };
  }
  const isNested = Array.isArray(value) || isObject(value);
  if (isNested) throw new BasicError(httpMessages.bodyNeedsText(plainType, describe(value)));
  return { body: toText(value), type: type ?? JSON_TYPE };
}

function formOf(title: string, values: Value): string {
  const form = new URLSearchParams();
  for (const [name, value] of pairsOf(title, values)) form.append(name, value);
  return form.toString();
}

function typeOfText(text: string): string {
  if (!/^\s*[{["\d-]|^\s*(?:true|false|null)\s*$/.test(text)) return TEXT_TYPE;
  try {
    JSON.parse(text);
    return JSON_TYPE;
  } catch {
    return TEXT_TYPE;
  }
}
