import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { bodyValue } from "../http/call-content.ts";

/** `MADE CALLS`: what was called in this test. */
export const madeCalls = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "MADE CALLS",
    summary:
      "Gives the calls over HTTP of this test, oldest first: objects with method, url, headers and body, which is a value where it is JSON.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LEN(MADE CALLS) = 0`,
    returns: "a list of objects",
    run: () =>
      bed.get().channels.http.made.map((call): Value => {
        const headers = call.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
        const { method, url, body = null } = call;
        return { method, url, headers: objectFrom(headers), body: bodyValue(call) ?? body };
      }),
  });
