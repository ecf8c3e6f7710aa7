import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField } from "../event-field.ts";
import { someText } from "../field-forms.ts";
import { jsonObject } from "../json.ts";

const reply = requiredField("reply id", "id of the row", someText, "yes");
const title = optionalField("title", "what the row is called; the id where it is not given");
const description = optionalField("description", "what stands below the title");

/** `interactive` of the kind `list_reply`: `id`, `title` and, where it is given, `description`. */
export const listReplyEvent = defineMessage({
  name: "list reply",
  summary: "Somebody picks a row of a list.",
  around: "answer",
  fields: [reply, title, description],
  body: (values) => {
    const id = values.get(reply);
    const answer = { id, title: values.find(title) ?? id, description: values.find(description) };
    return {
      type: "interactive",
      interactive: { type: "list_reply", list_reply: jsonObject(answer) },
    };
  },
});
