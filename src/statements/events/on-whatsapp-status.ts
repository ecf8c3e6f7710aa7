import { eventMessages } from "../../diagnostics/codes/events.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { MESSAGE_STATUSES } from "../../facts/whatsapp-statuses.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { sampleDelivery } from "./sample-delivery.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

/** `ON WHATSAPP STATUS … END ON`: a handler for what became of messages that were sent. */
export const onWhatsAppStatus = defineDeclaration({
  pattern: "ON WHATSAPP STATUS [<status?:constant>] [DO]",
  summary:
    "Runs the block once for each status of a message, as it comes to WHATSAPP_PATH, or for the one that is named: sent, delivered, read, played (of a voice message) or failed. WHATSAPP.status tells it, WHATSAPP.id which message it was, WHATSAPP.recipient whom it was for, WHATSAPP.error why it did not arrive. Those of one recipient run one after another.",
  example: `ON WHATSAPP STATUS "failed" DO
  LOG WHATSAPP.recipient.address + " did not get it: " + WHATSAPP.error.title
END ON

ON WHATSAPP STATUS DO
  PRINT WHATSAPP.recipient.number + ": " + WHATSAPP.status
END ON`,
  request: sampleDelivery(
    "messages",
    `{"statuses":[{"id":"wamid.1","recipient_id":"5511999999999","status":"read"}]}`,
  ),
  output: "5511999999999: read",
  raises: ["GB1105", "GB2230", "GB2282", "GB2284"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  declare: ({ status }, spans) => ({
    kind: "whatsapp",
    event: "status",
    field: undefined,
    ...(status === undefined
      ? {}
      : { status: errorsAt(spans.get("status"), () => checkedStatus(status)) }),
    verification: "meta",
  }),
});

function checkedStatus(written: string): string {
  const wanted = written.trim().toLowerCase();
  const known = MESSAGE_STATUSES.find((status) => status === wanted);
  if (known !== undefined) return known;
  const proposed = suggest(wanted, MESSAGE_STATUSES);
  throw new BasicError(eventMessages.unknownStatus(written, proposed, MESSAGE_STATUSES));
}
