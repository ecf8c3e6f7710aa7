import { defineMessage } from "../define-message.ts";
import { optionalField, requiredField } from "../event-field.ts";
import { someText } from "../field-forms.ts";

const text = requiredField("text", "what stands on the button", someText, "hello");
const payload = optionalField(
  "payload",
  "what the template gave the button; the text where it is not given",
);

/** `button`: `payload`, `text`; the quick reply of a template. */
export const buttonEvent = defineMessage({
  name: "button",
  summary: "Somebody presses a quick reply of a template.",
  around: "answer",
  fields: [text, payload],
  body: (values) => {
    const shown = values.get(text);
    return { type: "button", button: { payload: values.find(payload) ?? shown, text: shown } };
  },
});
