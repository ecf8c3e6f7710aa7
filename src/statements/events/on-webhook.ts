import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { admissionOf } from "./admission.ts";
import { namedWebhook, WEBHOOK_VARIABLES } from "./named-webhook.ts";
import { oncePerOf } from "./once-per.ts";
import { verificationOf } from "./verification.ts";
import { checkWebhookPath } from "./webhook-path.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];
/** What may follow the path or the name, in any order. */
export const WEBHOOK_CLAUSES =
  "{ <raw?:word(RAW)> | <open?:word(OPEN)> | SIGNED BY <scheme?:word> [<algorithm?:word>] | HEADER <header?:constant> | SECRET <secret?:constant> | TOLERANCE <tolerance?:number> | FROM <from?:constant> | LIMIT <count?:number> [PER <unit?:word(SECOND|MINUTE|HOUR)>] | ONCE PER <source?:word(HEADER|FIELD)> <names?:constant> } [DO]" as const;

/** `ON WEBHOOK POST TO "/path" DO … END ON`: a handler for requests of one method and path. */
export const onWebhook = defineDeclaration({
  pattern: `ON WEBHOOK <method?:word> TO <path:constant> ${WEBHOOK_CLAUSES}`,
  also: [
    `ON WEBHOOK <method?:word> <path:constant> ${WEBHOOK_CLAUSES}`,
    `ON WEBHOOK <path:constant> ${WEBHOOK_CLAUSES}`,
  ],
  summary:
    'Runs the block for each request of this method to this path. RAW hands a WhatsApp delivery over whole, OPEN takes unsigned requests, SIGNED BY checks the signature of META, TWILIO, CMZON, SUPERWABA, WHATSABLE, GITHUB, STRIPE, SHOPIFY, SLACK or any HMAC. FROM names the addresses that may call, LIMIT how often each may. ONCE PER names the header or field by which a delivery is known that comes again: it gets the answer of the first and does not run. With a name alone, ON WEBHOOK "orders", it is a WEBHOOK block that ends with END ON.',
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
    "GB2429",
    "GB2430",
    "GB2432",
    "GB2433",
    "GB2434",
    "GB2435",
    "GB2436",
    "GB2437",
    "GB2438",
    "GB2439",
    "GB2440",
    "GB2482",
    "GB2483",
    "GB2484",
    "GB4820",
    "GB4821",
  ],
  block: "ON",
  variables: (filled) => (filled.has("method") ? [] : [...WEBHOOK_VARIABLES, "webhook_data"]),
  declare: ({ method, path, ...clauses }, spans) => {
    if (method === undefined) return namedWebhook(path, clauses, spans);
    errorsAt(spans.get("path"), () => {
      checkWebhookPath(path);
    });
    const checked = errorsAt(spans.get("method"), () => checkedMethod(method));
    return {
      kind: "webhook",
      method: checked,
      path,
      verification: verificationOf(clauses, spans),
      raw: clauses.raw !== undefined,
      ...admissionOf(clauses, spans),
      ...oncePerOf(clauses, checked, spans),
    };
  },
});

function checkedMethod(written: string): string {
  const method = written.toUpperCase();
  if (METHODS.includes(method)) return method;
  const proposed = suggest(method, METHODS);
  throw new BasicError(statementMessages.unknownMethod(method, METHODS, proposed));
}
