import { requestOf } from "../requests.ts";

/** Makes the `value` of a change of the field `messages`. */
export function valueOf(members: object): object {
  return {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "+553322980098", phone_number_id: "1158433381968079" },
    ...members,
  };
}

/** Makes a text message. */
export function textMessage(id: string | undefined, from = "5511999999999", body = "hello") {
  return { from, ...(id === undefined ? {} : { id }), type: "text", text: { body } };
}

/** Makes a delivery with one entry that holds one change for each value. */
export function deliveryOf(...values: object[]) {
  const changes = values.map((value) => ({ value, field: "messages" }));
  const body = { object: "whatsapp_business_account", entry: [{ id: "390727", changes }] };
  return requestOf(JSON.stringify(body));
}

/** Makes a delivery of messages in one change. */
export function messagesOf(...messages: object[]) {
  return deliveryOf(valueOf({ messages }));
}
