import { defineMessage } from "../define-message.ts";
import { requiredField } from "../event-field.ts";
import { anyText } from "../field-forms.ts";

const text = requiredField("text", "what the person writes", anyText, "hello");

/** `text`: `text.body`. */
export const textEvent = defineMessage({
  name: "text",
  summary: "Somebody writes a text.",
  fields: [text],
  body: (values) => ({ type: "text", text: { body: values.get(text) } }),
});
