import { testEventMessages } from "../../diagnostics/codes/test-events.ts";
import { EventError } from "./event-error.ts";
import { whatsAbleDelivery } from "./whatsable-delivery.ts";
import { type Business, whatsAppDelivery } from "./whatsapp-delivery.ts";
import type { WhatsAppItem } from "./whatsapp-item.ts";

/**
 * Writes items as their provider delivers them: WhatsAble each in a request of its own, all others
 * together in Meta's shape.
 * @param provider `meta`, `whatsable` …
 * @returns the bodies of the requests, in their order
 * @throws EventError GB4494 for an event that the provider does not have, GB4793 where it does not tell the number
 */
export function providerDeliveries(
  provider: string,
  items: readonly WhatsAppItem[],
  business: Business,
): readonly string[] {
  if (provider !== "whatsable") return [whatsAppDelivery(items, business)];
  return items.map((item) => {
    if (item.list !== undefined && item.receiver !== undefined) {
      throw new EventError(testEventMessages.numberNotTold("WhatsAble"));
    }
    const body = whatsAbleDelivery(item);
    if (body === undefined) throw new EventError(testEventMessages.notDelivered("WhatsAble"));
    return body;
  });
}
