import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField } from "../event-field.ts";
import { someText } from "../field-forms.ts";

const reply = requiredField("reply id", "id of the button", someText, "yes");
const title = optionalField("title", "what stands on it; the id where it is not given");

/** `interactive` of the kind `button_reply`: `id`, `title`. */
export const buttonReplyEvent = defineMessage({
  name: "button reply",
  summary: "Somebody presses a button of a message.",
  around: "answer",
  fields: [reply, title],
  body: (values) => {
    const id = values.get(reply);
    const answer = { id, title: values.find(title) ?? id };
    return { type: "interactive", interactive: { type: "button_reply", button_reply: answer } };
  },
});
