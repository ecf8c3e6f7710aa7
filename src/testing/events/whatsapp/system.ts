import { defineMessage } from "../define-message.ts";
import type { EventSetting } from "../define-event.ts";
import { optionalField, standardField } from "../event-field.ts";
import { oneOf, someText } from "../field-forms.ts";
import type { FieldValues } from "../field-values.ts";
import { type JsonObject, jsonObject } from "../json.ts";

const NEW_NUMBER = "5511988888888";
const NEW_USER_ID = "BR.9876543210";

const change = standardField(
  "change",
  "what changed",
  "user_changed_number",
  oneOf(
    "user_changed_number",
    "customer_changed_number",
    "customer_identity_changed",
    "user_changed_user_id",
  ),
);
const changedTo = optionalField("changed to", "the new number or user id", someText);
const body = optionalField("body", "what the person's chat shows");

/**
 * `system`: `type`, `body` and the new `wa_id` or `user_id`. A change of the number or the user id
 * comes without `contacts`.
 */
export const systemEvent = defineMessage({
  name: "system",
  summary: "Somebody's number, user id or identity changed.",
  around: "bare",
  fields: [change, changedTo, body],
  alone: (values) => values.get(change) !== "customer_identity_changed",
  body: (values, { person }) => {
    const system = jsonObject({ ...changeOf(values, person), type: values.get(change) });
    return { type: "system", system };
  },
});

function changeOf(values: FieldValues, { number, userId }: EventSetting["person"]): JsonObject {
  const told = values.find(body);
  switch (values.get(change)) {
    case "customer_identity_changed":
      return { body: told ?? "User identity changed" };
    case "user_changed_user_id": {
      const id = values.find(changedTo) ?? NEW_USER_ID;
      return jsonObject({
        body: told ?? `User changed from ${userId ?? "another id"} to ${id}`,
        user_id: id,
        previous_user_id: userId,
      });
    }
    case "user_changed_number":
    case "customer_changed_number": {
      const id = (values.find(changedTo) ?? NEW_NUMBER).replaceAll(/\D/g, "");
      const from = number?.replaceAll(/\D/g, "") ?? "another number";
      return { body: told ?? `User changed from ${from} to ${id}`, wa_id: id };
    }
  }
}
