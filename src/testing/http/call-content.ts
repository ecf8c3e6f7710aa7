import { headerIn, type HttpCall } from "../../host/http-call.ts";
import { equals } from "../../runtime/value/compare.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { show } from "../expectation.ts";
import { fileName } from "../file-name.ts";
import { bodyText, describeBody, filesOf, formFields } from "./body-text.ts";
import { jsonIn } from "./json-in.ts";

/** What an expectation says of a call; undefined where it says nothing. */
export interface WantedContent {
  readonly json: Value | undefined;
  readonly body: string | undefined;
  readonly part: string | undefined;
  readonly form: Value | undefined;
  /** The name of a file that was sent, or its path. */
  readonly file: string | undefined;
  readonly headers: Value | undefined;
}

/** Tells whether a call holds what is expected of it. */
export function holdsContent(
  call: HttpCall,
  { json, body, part, form, file, headers = null }: WantedContent,
): boolean {
  const found = bodyText(call.body);
  if (body !== undefined && (found !== body || isForm(call))) return false;
  if (part !== undefined && !found.includes(part)) return false;
  if (form !== undefined && !equals(formValue(call), form)) return false;
  if (file !== undefined && filesOf(call.body).every(({ name }) => name !== fileName(file))) {
    return false;
  }
  if (json !== undefined && !equals(bodyValue(call) ?? null, json)) return false;
  const wanted = isObject(headers) ? Object.entries(headers) : [];
  return wanted.every(
    ([name, value]) => headerIn(call.headers, name.toLowerCase()) === toText(value),
  );
}

/** Gives the body of a call as a value; undefined where it is no JSON. */
export function bodyValue({ body }: HttpCall): Value | undefined {
  return typeof body === "string" ? jsonIn(body) : undefined;
}

/** Gives the texts of a form as an object, a list where a name stands several times; null for no form. */
export function formValue({ headers, body }: HttpCall): Value {
  const fields = formFields(body, headerIn(headers, "content-type"));
  if (fields === undefined) return null;
  const byName = Map.groupBy(fields, ([name]) => name);
  return objectFrom(
    [...byName].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      return [name, values.length === 1 ? (values[0] ?? "") : values] as const;
    }),
  );
}

function isForm({ body }: HttpCall): boolean {
  return typeof body === "object" && body.kind === "form";
}

/** Says what is expected, as it follows a sentence; "" where that is nothing. */
export function describeContent(wanted: WantedContent): string {
  const { json, body, part, form, file, headers } = wanted;
  const parts = [
    json === undefined ? [] : [`JSON ${show(json)}`],
    body === undefined ? [] : [`the body ${show(body)}`],
    part === undefined ? [] : [`${show(part)} in the body`],
    form === undefined ? [] : [`the form ${show(form)}`],
    file === undefined ? [] : [`the file ${show(file)}`],
    headers === undefined ? [] : [`the headers ${show(headers)}`],
  ].flat();
  return parts.length === 0 ? "" : ` with ${parts.join(" and ")}`;
}

/** Shows calls, a line each. */
export function describeCalls(calls: readonly HttpCall[]): readonly string[] {
  return calls.map(({ method, url, body }) =>
    body === undefined ? `${method} ${url}` : `${method} ${url} with ${describeBody(body)}`,
  );
}
