import { eventMessages } from "../../diagnostics/codes/events.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { sampleDelivery } from "./sample-delivery.ts";
import { wrongFieldName } from "./webhook-field.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

/** `ON WHATSAPP MESSAGE RECEIVED … END ON`: a handler for the messages that people send. */
export const onWhatsAppMessage = defineDeclaration({
  pattern: "ON WHATSAPP MESSAGE [RECEIVED] [DO]",
  summary:
    "Runs the block once for each message that comes to WHATSAPP_PATH, unless an ON WEBHOOK listens there, or a handler of its kind, such as ON WHATSAPP IMAGE.",
  example: `ON WHATSAPP MESSAGE RECEIVED DO
  PRINT "You wrote: " + GET WHATSAPP MESSAGE BODY
END ON`,
  request: sampleDelivery(
    "messages",
    `{"messages":[{"from":"5511999999999","text":{"body":"hello"}}]}`,
  ),
  output: "You wrote: hello",
  raises: ["GB1105", "GB2230", "GB2282"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  declare: () => ({
    kind: "whatsapp",
    event: "message",
    field: undefined,
    verification: "meta",
  }),
});

/** `ON WHATSAPP ERROR … END ON`: a handler for errors that belong to no message. */
export const onWhatsAppError = defineDeclaration({
  pattern: "ON WHATSAPP ERROR [DO]",
  summary:
    "Runs the block once for each error that WhatsApp reports to WHATSAPP_PATH and that belongs to no message. WHATSAPP.error has its code, title and details.",
  example: `ON WHATSAPP ERROR DO
  PRINT WHATSAPP.error.code + " " + WHATSAPP.error.title
END ON`,
  request: sampleDelivery("messages", `{"errors":[{"code":130429,"title":"Rate limit hit"}]}`),
  output: "130429 Rate limit hit",
  raises: ["GB1105", "GB2230", "GB2282"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  declare: () => ({
    kind: "whatsapp",
    event: "error",
    field: undefined,
    verification: "meta",
  }),
});

/** `ON WHATSAPP EVENT "field" … END ON`: a handler for changes of one other field. */
export const onWhatsAppEvent = defineDeclaration({
  pattern: "ON WHATSAPP EVENT <field:constant> [DO]",
  summary:
    "Runs the block once for each change of this field of Meta's webhooks, such as account_update, that comes to WHATSAPP_PATH. WHATSAPP.value is what changed, as Meta's pages show it for the field.",
  example: `ON WHATSAPP EVENT "account_update" DO
  PRINT WHATSAPP.field + ": " + WHATSAPP.value.event
END ON`,
  request: sampleDelivery("account_update", `{"event":"VERIFIED_ACCOUNT"}`),
  output: "account_update: VERIFIED_ACCOUNT",
  raises: ["GB1105", "GB2230", "GB2280", "GB2281", "GB2282"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  declare: ({ field }, spans) => ({
    kind: "whatsapp",
    event: "field",
    field: errorsAt(spans.get("field"), () => checkedField(field)),
    verification: "meta",
  }),
});

/** What these names are about has a handler of its own. */
const OWN_HANDLERS: ReadonlyMap<string, string> = new Map([
  ["messages", "ON WHATSAPP MESSAGE RECEIVED, ON WHATSAPP STATUS or ON WHATSAPP ERROR"],
  ["message", "ON WHATSAPP MESSAGE RECEIVED"],
  ["statuses", "ON WHATSAPP STATUS"],
  ["status", "ON WHATSAPP STATUS"],
  ["errors", "ON WHATSAPP ERROR"],
  ["error", "ON WHATSAPP ERROR"],
]);

/** Meta adds fields every year, so any name of their form is taken. */
function checkedField(written: string): string {
  const own = OWN_HANDLERS.get(written.toLowerCase());
  if (own !== undefined) throw new BasicError(eventMessages.ownHandler(written, own));
  const wrong = wrongFieldName(written);
  if (wrong !== undefined) throw new BasicError(wrong);
  return written;
}
