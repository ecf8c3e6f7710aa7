import { defineMessage } from "../define-message.ts";
import { optionalField } from "../event-field.ts";
import { someText } from "../field-forms.ts";
import { jsonObject } from "../json.ts";
import { errorObject } from "./error-object.ts";

const kind = optionalField("kind", "what it is, which Meta tells of some, such as poll", someText);

/** `unsupported`: `errors` with the code 131051 and, where it is given, `unsupported.type`. */
export const unsupportedEvent = defineMessage({
  name: "unsupported",
  summary: "Somebody sends what Meta does not pass on, such as a poll.",
  around: "bare",
  fields: [kind],
  body: (values) => {
    const type = values.find(kind);
    return jsonObject({
      errors: [
        errorObject({
          code: 131051,
          title: "Message type unknown",
          details: "Message type is currently not supported.",
        }),
      ],
      type: "unsupported",
      unsupported: type === undefined ? undefined : { type },
    });
  },
});
