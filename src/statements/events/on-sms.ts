import { errorsAt } from "../../runtime/error.ts";
import { defineDeclaration } from "../define.ts";
import { readSms, smsObject } from "../sms/get-sms.ts";
import { checkWebhookPath } from "./webhook-path.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

/** `ON SMS … END ON`: a handler for messages that come through Twilio. */
export const onSms = defineDeclaration({
  pattern: "ON SMS [TO <path?:constant>] [DO]",
  summary:
    'Runs the block for each message that comes to TWILIO_SMS_PATH, or to the path that is given: the address that a number at Twilio has under "A message comes in". What it prints is the answer to the sender, each TALK one of its own; nothing printed answers nothing. WhatsApp messages that come through Twilio are taken too.',
  example: `ON SMS DO
  PRINT "You wrote: " + SMS.body
END ON`,
  request: "/twilio/sms -d MessageSid=SM1 -d Body=hello",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Message>You wrote: hello</Message></Response>`,
  raises: [
    "GB1105",
    "GB2230",
    "GB2282",
    "GB2422",
    "GB2423",
    "GB2424",
    "GB2425",
    "GB2426",
    "GB4685",
  ],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { object: smsObject, readObject: readSms },
  declare: ({ path }, spans) => {
    errorsAt(spans.get("path"), () => {
      if (path !== undefined) checkWebhookPath(path);
    });
    return { kind: "twilio", event: "sms", path, block: undefined, verification: "twilio" };
  },
});
