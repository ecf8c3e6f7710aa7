import type { WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { BasicError } from "../runtime/error.ts";
import { TEST_BUSINESS } from "./event-desk.ts";
import { EventError } from "./events/event-error.ts";
import { providerDeliveries } from "./events/provider-deliveries.ts";
import type { WhatsAppItem } from "./events/whatsapp-item.ts";
import { checkedPath } from "./request-path.ts";
import { type Signature, signRequest } from "./sign-request.ts";
import type { TestBed } from "./test-bed.ts";

/** Where a delivery goes, and who brings it. */
export interface DeliveryOptions {
  /** The path of the script; the one for WhatsApp where it is left out. */
  readonly at?: string | undefined;
  /** Who brings it; whoever the path is for where it is left out. */
  readonly provider?: WhatsAppProvider | undefined;
  readonly signature?: Signature;
}

/**
 * Sends events of WhatsApp as one delivery, as their provider does.
 * @throws BasicError GB3511 where no path or several could be meant, GB3518 for what is no path, GB4494 and GB4793 for
 *   what the provider does not deliver or tell
 */
export async function sendDelivery(
  { events, routes }: TestBed,
  items: readonly WhatsAppItem[],
  { at, provider, signature = "signed" }: DeliveryOptions = {},
): Promise<void> {
  const target = at === undefined ? routes.whatsapp(provider) : checkedPath(at);
  const sender = provider ?? routes.providerOf(target);
  const headers = [["Content-Type", "application/json"]] as const;
  for (const body of bodiesOf(sender, items)) {
    await events.send(signRequest({ method: "POST", target, headers, body }, signature, sender));
  }
}

function bodiesOf(sender: WhatsAppProvider, items: readonly WhatsAppItem[]): readonly string[] {
  try {
    return providerDeliveries(sender, items, TEST_BUSINESS);
  } catch (error) {
    if (error instanceof EventError) throw new BasicError(error.detail, { cause: error });
    throw error;
  }
}
