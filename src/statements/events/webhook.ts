import { defineDeclaration } from "../define.ts";
import { namedWebhook, WEBHOOK_VARIABLES } from "./named-webhook.ts";
import { WEBHOOK_CLAUSES } from "./on-webhook.ts";

/** `WEBHOOK "name"`: the rest of the file, or the lines up to END WEBHOOK, answer at an address. */
export const webhook = defineDeclaration({
  pattern: `WEBHOOK <name:constant> ${WEBHOOK_CLAUSES}`,
  summary:
    'Makes the rest of the file, or the lines up to END WEBHOOK, answer at /webhook/name and /api/folder/webhook/name, whatever the method. They have the variables params, body, headers, method and path. The response is JSON: what RETURN gives, else the variables that begin with result_, else an object named result or response, else {"status":"ok"}. A number as status is the HTTP status.',
  example: `WEBHOOK "order-received"
  IF body.order_id = "" THEN
    result_status = 400
    result_error = "order_id is missing"
    EXIT
  END IF
  result_status = "ok"
  result_order = body.order_id
END WEBHOOK`,
  request: `/webhook/order-received -H 'Content-Type: application/json' -d '{"order_id":"A7"}'`,
  output: `{"status":"ok","order":"A7"}`,
  raises: [
    "GB2230",
    "GB2427",
    "GB2428",
    "GB2429",
    "GB2430",
    "GB2431",
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
    "GB4820",
    "GB4821",
  ],
  block: "WEBHOOK",
  mayTakeFile: true,
  variables: () => WEBHOOK_VARIABLES,
  declare: ({ name, ...clauses }, spans) => namedWebhook(name, clauses, spans),
});
