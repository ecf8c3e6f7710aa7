import { defineMessage } from "../define-message.ts";
import { requiredField } from "../event-field.ts";
import { someText } from "../field-forms.ts";

const messageId = requiredField(
  "message id",
  "id of the message that was deleted",
  someText,
  "wamid.1",
);

/** `revoke`: `original_message_id`. */
export const revokeEvent = defineMessage({
  name: "revoke",
  summary: "Somebody deletes a message for everyone.",
  around: "bare",
  fields: [messageId],
  body: (values) => ({
    type: "revoke",
    revoke: { original_message_id: values.get(messageId) },
  }),
});
