import { createHmac, randomUUID } from "node:crypto";

/** One POST of Meta's, ready to be sent. */
export interface Delivery {
  readonly body: string;
  readonly signature: string;
}

const SENDERS = 1000;

/**
 * Makes deliveries in the shape that the webhook guide shows, signed as Meta signs them.
 * @param fresh false for the same message each time, true for a new message id and one of 1,000
 *   senders in turn
 */
export function makeDeliveries(count: number, fresh: boolean, secret: string): Delivery[] {
  const sign = (body: string): Delivery => ({
    body,
    signature: `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  });
  if (!fresh) {
    const same = sign(payload("wamid.HBgLNTE1OTk5OTk5OTk5FQIA", "5511999999999"));
    return Array.from({ length: count }, () => same);
  }
  return Array.from({ length: count }, (_, index) =>
    sign(payload(`wamid.${randomUUID()}`, String(5_511_900_000_000 + (index % SENDERS)))),
  );
}

function payload(id: string, from: string): string {
  const message = {
    from,
    id,
    timestamp: "1704067200",
    text: { body: "Hello, how can I help you?" },
    type: "text",
  };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "+553322980098", phone_number_id: "1158433381968079" },
    contacts: [{ profile: { name: "John Doe" }, wa_id: from }],
    messages: [message],
  };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "390727550789228", changes: [{ value, field: "messages" }] }],
  });
}
