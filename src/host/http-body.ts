import { hash } from "node:crypto";

/** A file as a call sends it. */
export interface SentFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** One field of a form: a text, or a file. */
export type FormPart =
  | { readonly name: string; readonly value: string; readonly file?: never }
  | { readonly name: string; readonly file: SentFile; readonly value?: never };

/** A file that is the whole body. */
export interface FileBody {
  readonly kind: "file";
  readonly file: SentFile;
}

/** A form with files: multipart/form-data, whose boundary the client chooses. */
export interface FormBody {
  readonly kind: "form";
  readonly parts: readonly FormPart[];
}

/** What a call sends. */
export type HttpBody = string | FileBody | FormBody;

/** What stands for a file where its bytes are not kept: the same for the same file. */
export interface FileMark {
  readonly file: string;
  readonly type: string;
  readonly sha256: string;
}

/** Makes the mark of a file. */
export function fileMark({ name, contentType, content }: SentFile): FileMark {
  return { file: name, type: contentType, sha256: hash("sha256", content, "hex") };
}

/** Gives a body as JSON with the marks of its files, so that equal bodies have equal marks; a text as it is. */
export function bodyMark(body: HttpBody | undefined): unknown {
  if (body === undefined || typeof body === "string") return body;
  if (body.kind === "file") return fileMark(body.file);
  return body.parts.map(({ name, value, file }) =>
    file === undefined ? { name, value } : { name, ...fileMark(file) },
  );
}
