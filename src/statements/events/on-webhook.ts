import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Verification } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { checkWebhookPath } from "./webhook-path.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];
const SCHEMES = ["META", "TWILIO"];

/** `ON WEBHOOK POST TO "/path" DO … END ON`: a handler for requests of one method and path. */
export const onWebhook = defineDeclaration({
  pattern:
    "ON WEBHOOK <method:word> TO <path:constant> { <raw?:word(RAW)> | <open?:word(OPEN)> | SIGNED BY <scheme?:word> } [DO]",
  also: [
    "ON WEBHOOK <method:word> <path:constant> { <raw?:word(RAW)> | <open?:word(OPEN)> | SIGNED BY <scheme?:word> } [DO]",
  ],
  summary:
    "Runs the block for each request of this method to this path. RAW hands a WhatsApp delivery over whole, OPEN takes unsigned requests, SIGNED BY META or TWILIO checks that signature.",
  example: `ON WEBHOOK POST TO "/twilio/gather" DO
  SET RESPONSE HEADER "Content-Type" TO "text/xml"
  PRINT "<Response/>"
END ON`,
  request: "/twilio/gather -d Digits=123456",
  output: "<Response/>",
  raises: [
    "GB1105",
    "GB2230",
    "GB2402",
    "GB2421",
    "GB2422",
    "GB2423",
    "GB2424",
    "GB2425",
    "GB2426",
    "GB2427",
    "GB2428",
  ],
  block: "ON",
  declare: ({ method, path, raw, open, scheme }, spans) => {
    errorsAt(spans.get("path"), () => {
      checkWebhookPath(path);
    });
    return {
      kind: "webhook",
      method: errorsAt(spans.get("method"), () => checkedMethod(method)),
      path,
      verification: errorsAt(spans.get("scheme"), () => verificationOf(open, scheme)),
      raw: raw !== undefined,
    };
  },
});

function checkedMethod(written: string): string {
  const method = written.toUpperCase();
  if (METHODS.includes(method)) return method;
  const proposed = suggest(method, METHODS);
  throw new BasicError(statementMessages.unknownMethod(method, METHODS, proposed));
}

function verificationOf(open: string | undefined, scheme: string | undefined): Verification {
  if (scheme === undefined) return open === undefined ? "auto" : "open";
  if (open !== undefined) throw new BasicError(statementMessages.openAndSigned());
  switch (scheme.toUpperCase()) {
    case "META":
      return "meta";
    case "TWILIO":
      return "twilio";
    default: {
      const proposed = suggest(scheme, SCHEMES);
      throw new BasicError(statementMessages.unknownScheme(scheme, SCHEMES, proposed));
    }
  }
}
