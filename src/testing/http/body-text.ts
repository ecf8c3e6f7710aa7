import type { FormPart, HttpBody, SentFile } from "../../host/http-body.ts";

/** Gives what a call sent as text, with the fields of a form one below the other. */
export function bodyText(body: HttpBody | undefined): string {
  if (body === undefined) return "";
  if (typeof body === "string") return body;
  if (body.kind === "file") return textOf(body.file);
  return body.parts
    .map(({ value, file }) => (file === undefined ? value : textOf(file)))
    .join("\n");
}

/** Gives the texts of a form, also of one without files; undefined where the body is no form. */
export function formFields(
  body: HttpBody | undefined,
  contentType: string | undefined,
): (readonly [name: string, value: string])[] | undefined {
  if (body === undefined) return undefined;
  if (typeof body === "string") {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? "");
    return isForm ? [...new URLSearchParams(body)] : undefined;
  }
  if (body.kind === "file") return undefined;
  return body.parts.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** Gives the files that a call sent. */
export function filesOf(body: HttpBody | undefined): readonly SentFile[] {
  if (body === undefined || typeof body === "string") return [];
  if (body.kind === "file") return [body.file];
  return body.parts.flatMap(({ file }) => (file === undefined ? [] : [file]));
}

/** Describes what a call sent in a few words; the bytes of files are not shown. */
export function describeBody(body: HttpBody): string {
  if (typeof body === "string") return body;
  if (body.kind === "file") return describeFile(body.file);
  return `the form ${body.parts.map(describePart).join(", ")}`;
}

function describePart({ name, value, file }: FormPart): string {
  return `${name} = ${file === undefined ? JSON.stringify(value) : describeFile(file)}`;
}

function describeFile({ name, contentType, content }: SentFile): string {
  return `the file ${name} (${contentType}, ${String(content.byteLength)} bytes)`;
}

function textOf({ content }: SentFile): string {
  return new TextDecoder().decode(content);
}
