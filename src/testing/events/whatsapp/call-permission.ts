import { metaTime } from "../define-event.ts";
import { defineMessage } from "../define-message.ts";
import { requiredField, standardField } from "../event-field.ts";
import { oneOf, yesOrNo } from "../field-forms.ts";

/** A permission that is not for good ends after 7 days, in ms (Meta, "User call permissions"). */
const PERMISSION_MS = 7 * 24 * 3_600_000;

const response = requiredField(
  "response",
  "what the person answers",
  oneOf("accept", "reject"),
  "accept",
);
const permanent = standardField("permanent", "whether it is for good", "no", yesOrNo);

/**
 * `interactive` of the kind `call_permission_reply`: `response`, and where calls are allowed for a time
 * `expiration_timestamp`.
 */
export const callPermissionEvent = defineMessage({
  name: "call permission",
  summary: "Somebody allows or refuses to be called.",
  around: "answer",
  fields: [response, permanent],
  body: (values, { at }) => {
    const isAccepted = values.get(response) === "accept";
    const isForGood = isAccepted && values.get(permanent);
    return {
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          response: values.get(response),
          is_permanent: isForGood,
          ...(isAccepted && !isForGood
            ? { expiration_timestamp: metaTime(at + PERMISSION_MS) }
            : {}),
          response_source: "user_action",
        },
      },
    };
  },
});
