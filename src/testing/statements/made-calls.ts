import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import type { HttpCall } from "../../host/http-call.ts";
import type { SentFile } from "../../host/http-body.ts";
import { bodyValue } from "../http/call-content.ts";
import { MADE_CALLS } from "../sent-object.ts";

/** `MADE CALLS`: what was called in this test. */
export const madeCalls = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "MADE CALLS",
    summary:
      "Gives the calls over HTTP of this test, oldest first: objects with method, url, headers and body, which is a value where it is JSON or a form; files have name, type and size.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LEN(MADE CALLS) = 0`,
    returns: "a list of objects",
    object: MADE_CALLS,
    run: () =>
      bed.get().channels.http.made.map((call): Value => {
        const headers = call.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
        const { method, url } = call;
        return { method, url, headers: objectFrom(headers), body: shownBody(call) };
      }),
  });

function shownBody(call: HttpCall): Value {
  const { body } = call;
  if (body === undefined) return null;
  if (typeof body === "string") return bodyValue(call) ?? body;
  if (body.kind === "file") return shownFile(body.file);
  const byName = Map.groupBy(body.parts, ({ name }) => name);
  return objectFrom(
    [...byName].map(([name, parts]) => {
      const values = parts.map(({ value, file }) => (file === undefined ? value : shownFile(file)));
      return [name, values.length === 1 ? (values[0] ?? null) : values] as const;
    }),
  );
}

function shownFile({ name, contentType, content }: SentFile): Value {
  return { name, type: contentType, size: content.byteLength };
}
