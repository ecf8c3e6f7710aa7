import type { AddressRequestContent, RequestContent } from "../../../host/whatsapp/content.ts";
import { type Interaction, interactiveBody } from "./frame.ts";
import { present } from "./json.ts";

/** The only country that has the form (Meta, "Address messages"). */
const COUNTRY = "IN";

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

/** Writes a text with a button that opens a form. Source: Meta, "Address messages" (…/messages/address-messages). */
export function addressRequestBody({ values, saved, errors }: AddressRequestContent, text: string) {
  const parameters = present({
    country: COUNTRY,
    values,
    saved_addresses: saved?.map(({ id, fields }) => ({ id, value: fields })),
    validation_errors: errors,
  });
  const action = { name: "address_message", parameters };
  return interactiveBody(text, {}, { type: "address_message", action });
}
