import { testingMessages } from "../diagnostics/codes/testing.ts";
import { findProvider } from "../host/whatsapp/providers.ts";
import { BasicError } from "../runtime/error.ts";
import type { WhatsAppItem } from "./events/whatsapp-item.ts";
import { sendDelivery } from "./send-delivery.ts";
import { signatureOf } from "./sign-request.ts";
import type { TestBed } from "./test-bed.ts";

/** What a delivery of several events is told once. */
const OF_DELIVERY = ["signature", "at", "provider"];

/**
 * Sends an event of WhatsApp in a delivery of its own, or keeps it where events are held.
 * @param given texts by the names of slots: at, provider, and signature, which is UNSIGNED or FORGED
 * @throws BasicError GB3515 for an event that is held and told one of these, and as `sendDelivery` does
 */
export async function receiveItem(
  bed: TestBed,
  item: WhatsAppItem,
  given: ReadonlyMap<string, string>,
): Promise<void> {
  const { events } = bed;
  if (events.isHolding && OF_DELIVERY.some((slot) => given.has(slot))) {
    throw new BasicError(testingMessages.heldAlone());
  }
  if (events.keep(item)) return;
  await sendDelivery(bed, [item], {
    at: given.get("at"),
    provider: findProvider(given.get("provider") ?? ""),
    signature: signatureOf(given.get("signature")),
  });
}
