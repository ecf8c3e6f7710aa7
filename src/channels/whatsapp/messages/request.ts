import type { RequestContent } from "../../../host/whatsapp/content.ts";
import { type Interaction, interactiveBody } from "./frame.ts";

/**
 * What each kind of request is for Meta. Sources: Meta, "Location request messages"
 * (…/whatsapp/messages/location-request-messages), "Business-scoped user IDs"
 * (…/whatsapp/business-scoped-user-ids, requesting contact information) and "User call permissions"
 * (…/whatsapp/calling/user-call-permissions).
 */
const INTERACTIONS: Readonly<Record<RequestContent["kind"], Interaction>> = {
  "location request": { type: "location_request_message", action: { name: "send_location" } },
  "contact request": { type: "request_contact_info", action: { name: "request_contact_info" } },
  "call request": {
    type: "call_permission_request",
    action: { name: "call_permission_request" },
  },
};

/** Writes a text with a button by which somebody sends or allows something. */
export function requestBody({ kind }: RequestContent, text: string) {
  return interactiveBody(text, {}, INTERACTIONS[kind]);
}
