import { MESSAGE_STATUSES } from "../../../facts/whatsapp-statuses.ts";
import { defineEvent, metaTime } from "../define-event.ts";
import { optionalField, requiredField, standardField } from "../event-field.ts";
import { oneOf, someText, wholeNumber } from "../field-forms.ts";
import type { FieldValues } from "../field-values.ts";
import { type JsonObject, jsonObject } from "../json.ts";
import { contactOf, recipientMembers } from "../person.ts";
import { errorObject } from "./error-object.ts";

/** How long a free entry point stays open: 72 hours, in ms. */
const ENTRY_POINT_MS = 72 * 3_600_000;

const status = requiredField(
  "status",
  "what became of the message",
  oneOf(...MESSAGE_STATUSES),
  "delivered",
);
const messageId = requiredField(
  "message id",
  "id of the message that was sent",
  someText,
  "wamid.1",
);
const code = standardField("code", "number of the error, where it failed", "131026", wholeNumber);
const title = standardField("title", "what the error is called", "Message undeliverable", someText);
const details = standardField(
  "details",
  "what the error means",
  "Message Undeliverable.",
  someText,
);
const callbackData = optionalField("callback data", "what was sent along with the message");
const category = standardField(
  "category",
  "what the message is charged as",
  "service",
  oneOf(
    "service",
    "utility",
    "marketing",
    "marketing_lite",
    "authentication",
    "authentication-international",
    "referral_conversion",
    "group_service",
    "group_utility",
    "group_marketing",
    "general_purpose_ai",
  ),
);
const pricingType = standardField(
  "pricing type",
  "whether it is charged",
  "regular",
  oneOf("regular", "free_customer_service", "free_entry_point"),
);
const pricingModel = standardField("pricing model", "how", "PMP", oneOf("PMP", "CBP"));
const conversation = optionalField(
  "conversation",
  "id of the conversation that an ad or a button on a page opened",
  someText,
);
const groupId = optionalField(
  "group id",
  "id of the group that the message was for; the status is then about one person of it",
  someText,
);

/**
 * A status: `id`, `status`, `timestamp`, `recipient_id` and `recipient_user_id`, or the group with
 * `recipient_type` and `recipient_participant_id`; `pricing` where
 * the message was sent or delivered, `errors` where it failed; `conversation` and
 * `biz_opaque_callback_data` where they are given
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status).
 */
export const statusEvent = defineEvent({
  name: "status",
  summary: "Meta reports what became of a message that was sent.",
  fields: [
    status,
    messageId,
    code,
    title,
    details,
    callbackData,
    category,
    pricingType,
    pricingModel,
    conversation,
    groupId,
  ],
  build: (values, { at, person }) => {
    const state = values.get(status);
    const charged = state === "sent" || state === "delivered";
    const item = jsonObject({
      id: values.get(messageId),
      status: state,
      timestamp: metaTime(at),
      ...recipientMembers(person, values.find(groupId)),
      biz_opaque_callback_data: values.find(callbackData),
      conversation: state === "failed" ? undefined : conversationOf(values, at),
      pricing: charged ? pricingOf(values) : undefined,
      errors: state === "failed" ? [errorOf(values)] : undefined,
    });
    return { list: "statuses", item, contacts: state === "failed" ? [] : [contactOf(person)] };
  },
});

function conversationOf(values: FieldValues, at: number): JsonObject | undefined {
  const id = values.find(conversation);
  if (id === undefined) return undefined;
  const expiration = values.get(status) === "sent" ? metaTime(at + ENTRY_POINT_MS) : undefined;
  return jsonObject({
    id,
    expiration_timestamp: expiration,
    origin: { type: values.get(category) },
  });
}

function pricingOf(values: FieldValues): JsonObject {
  const type = values.get(pricingType);
  return {
    billable: type === "regular",
    pricing_model: values.get(pricingModel),
    type,
    category: values.get(category),
  };
}

function errorOf(values: FieldValues): JsonObject {
  return errorObject({
    code: values.get(code),
    title: values.get(title),
    details: values.get(details),
  });
}
