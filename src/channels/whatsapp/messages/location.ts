import type { LocationContent } from "../../../host/whatsapp/content.ts";
import { type JsonObject, present } from "./json.ts";

/** Source: Meta, "Location messages" (…/whatsapp/messages/location-messages). */
export function locationBody({ latitude, longitude, name, address }: LocationContent): JsonObject {
  return {
    type: "location",
    // Written as texts, as Meta's own requests have them.
    location: present({
      latitude: String(latitude),
      longitude: String(longitude),
      name,
      address,
    }),
  };
}
