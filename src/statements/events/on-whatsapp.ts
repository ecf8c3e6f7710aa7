import { eventMessages } from "../../diagnostics/codes/events.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { sampleDelivery } from "./sample-delivery.ts";

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
  declare: () => ({
    kind: "whatsapp",
    event: "message",
    field: undefined,
    verification: "meta",
  }),
});

/** `ON WHATSAPP STATUS … END ON`: a handler for what became of messages that were sent. */
export const onWhatsAppStatus = defineDeclaration({
  pattern: "ON WHATSAPP STATUS [DO]",
  summary:
    "Runs the block once for each status (sent, delivered, read, failed) of a message, as it comes to WHATSAPP_PATH. Those of one recipient run one after another.",
  example: `ON WHATSAPP STATUS DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  LET STATUS = GET JSON PATH OBJ, "entry[0].changes[0].value.statuses[0]"
  PRINT STATUS.recipient_id + ": " + STATUS.status
END ON`,
  request: sampleDelivery(
    "messages",
    `{"statuses":[{"id":"wamid.1","recipient_id":"5511999999999","status":"read"}]}`,
  ),
  output: "5511999999999: read",
  raises: ["GB1105", "GB2230", "GB2282"],
  block: "ON",
  declare: () => ({
    kind: "whatsapp",
    event: "status",
    field: undefined,
    verification: "meta",
  }),
});

/** `ON WHATSAPP ERROR … END ON`: a handler for errors that belong to no message. */
export const onWhatsAppError = defineDeclaration({
  pattern: "ON WHATSAPP ERROR [DO]",
  summary:
    "Runs the block once for each error that WhatsApp reports to WHATSAPP_PATH and that belongs to no message.",
  example: `ON WHATSAPP ERROR DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  PRINT GET JSON PATH OBJ, "entry[0].changes[0].value.errors[0].title"
END ON`,
  request: sampleDelivery("messages", `{"errors":[{"code":130429,"title":"Rate limit hit"}]}`),
  output: "Rate limit hit",
  raises: ["GB1105", "GB2230", "GB2282"],
  block: "ON",
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
    "Runs the block once for each change of this field of Meta's webhooks, such as account_update, that comes to WHATSAPP_PATH.",
  example: `ON WHATSAPP EVENT "account_update" DO
  LET OBJ = PARSE JSON GET REQUEST BODY
  PRINT GET JSON PATH OBJ, "entry[0].changes[0].value.event"
END ON`,
  request: sampleDelivery("account_update", `{"event":"VERIFIED_ACCOUNT"}`),
  output: "VERIFIED_ACCOUNT",
  raises: ["GB1105", "GB2230", "GB2280", "GB2281", "GB2282"],
  block: "ON",
  declare: ({ field }) => ({
    kind: "whatsapp",
    event: "field",
    field: checkedField(field),
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

/** Fields of Meta's webhooks, to propose one (Cloud API, webhooks overview, pages of September 2026). */
const KNOWN_FIELDS = [
  "account_alerts",
  "account_review_update",
  "account_update",
  "business_capability_update",
  "calls",
  "flows",
  "history",
  "message_template_components_update",
  "message_template_quality_update",
  "message_template_status_update",
  "partner_solutions",
  "payment_configuration_update",
  "phone_number_name_update",
  "phone_number_quality_update",
  "security",
  "smb_app_state_sync",
  "smb_message_echoes",
  "template_category_update",
  "user_preferences",
];

/** Meta adds fields every year, so any name of their form is taken. */
function checkedField(written: string): string {
  const own = OWN_HANDLERS.get(written.toLowerCase());
  if (own !== undefined) throw new BasicError(eventMessages.ownHandler(written, own));
  if (/^[a-z][a-z0-9_]*$/.test(written)) return written;
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  const proposed = KNOWN_FIELDS.includes(plain) ? plain : suggest(plain, KNOWN_FIELDS);
  throw new BasicError(eventMessages.noField(written, proposed));
}
