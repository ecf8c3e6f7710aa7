import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField } from "../event-field.ts";
import { someText } from "../field-forms.ts";
import { jsonObject } from "../json.ts";

const messageId = requiredField("message id", "id of the message reacted to", someText, "wamid.1");
const emoji = optionalField("emoji", "the reaction; without it, a reaction is taken back");

/** `reaction`: `message_id`, and `emoji`, which is missing or empty where it was taken back. */
export const reactionEvent = defineMessage({
  name: "reaction",
  summary: "Somebody reacts to a message.",
  around: "bare",
  fields: [messageId, emoji],
  body: (values) => ({
    type: "reaction",
    reaction: jsonObject({ message_id: values.get(messageId), emoji: values.find(emoji) }),
  }),
});
