import { defineMessage } from "../define-message.ts";
import { requiredField, standardField } from "../event-field.ts";
import { anyText, jsonObjectText } from "../field-forms.ts";

const response = requiredField(
  "response",
  "what was filled in, as JSON",
  jsonObjectText,
  '{ "size": 40 }',
);
const body = standardField("body", "what the person's chat shows", "Sent", anyText);

/** `interactive` of the kind `nfm_reply`: `name`, `body`, and `response_json`, which is a text. */
export const flowReplyEvent = defineMessage({
  name: "flow reply",
  summary: "Somebody sends a form that a flow showed.",
  around: "answer",
  fields: [response, body],
  body: (values) => ({
    type: "interactive",
    interactive: {
      type: "nfm_reply",
      nfm_reply: {
        response_json: JSON.stringify(values.get(response)),
        body: values.get(body),
        name: "flow",
      },
    },
  }),
});
