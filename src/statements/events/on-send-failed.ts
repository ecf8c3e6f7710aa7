import { defineDeclaration } from "../define.ts";

/** `ON SEND FAILED … END ON`: a handler for messages that could not be sent. */
export const onSendFailed = defineDeclaration({
  pattern: "ON SEND FAILED [DO]",
  summary:
    "Runs the block once for each message that failed for good: it was refused, tried for too long, or WhatsApp reports that it did not arrive. What the block sends itself does not come back here.",
  example: `ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  IF FAILED.channel = "whatsapp" THEN SEND SMS TO FAILED.to WITH FAILED.text
  LOG "not sent: " + FAILED.error
END ON`,
  raises: ["GB1105", "GB2230", "GB2282"],
  block: "ON",
  declare: () => ({ kind: "send-failed", verification: "open" }),
});
