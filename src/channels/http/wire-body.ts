import { FormData } from "undici";
import type { HttpBody } from "../../host/http-body.ts";

/**
 * Gives a body as the client sends it, and may send it again. A form becomes one of the client's, which
 * writes its parts with a boundary of its own.
 */
export function wireBody(body: HttpBody | undefined): string | Uint8Array | FormData | null {
  if (body === undefined) return null;
  if (typeof body === "string") return body;
  if (body.kind === "file") return body.file.content;
  const form = new FormData();
  for (const { name, value, file } of body.parts) {
    if (file === undefined) form.append(name, value);
    else form.append(name, new File([file.content], file.name, { type: file.contentType }));
  }
  return form;
}
