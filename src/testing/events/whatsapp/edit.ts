import { defineMessage } from "../define-message.ts";
import { requiredField } from "../event-field.ts";
import { anyText, someText } from "../field-forms.ts";

const messageId = requiredField(
  "message id",
  "id of the message that was edited",
  someText,
  "wamid.1",
);
const text = requiredField("text", "what the message says now", anyText, "hello");

/** `edit`: `original_message_id`, and as `message` what it is now. */
export const editEvent = defineMessage({
  name: "edit",
  summary: "Somebody edits a text written before.",
  around: "bare",
  fields: [messageId, text],
  body: (values) => ({
    type: "edit",
    edit: {
      original_message_id: values.get(messageId),
      message: { type: "text", text: { body: values.get(text) } },
    },
  }),
});
