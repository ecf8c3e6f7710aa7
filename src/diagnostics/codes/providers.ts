import { error, warning } from "../message.ts";

/** GB4491 to GB4499, GB4761, GB4763, GB4764 and GB4870: services that pass WhatsApp on, what they cannot take and what they deliver. */
export const providerMessages = {
  cannotTake: (title: string, kind: string) =>
    error(
      "GB4491",
      `${title} takes texts and files and cannot send this, which is of the type ${kind}`,
      "send it as a text, or send it through Meta",
    ),
  needsAddress: (title: string, kind: string) =>
    error(
      "GB4492",
      `${title} takes files by their address on the web, and this ${kind} has none`,
      "name an https:// address instead of a file or an id",
    ),
  numberOnly: (title: string) =>
    error(
      "GB4493",
      `${title} sends to phone numbers, and this is the id of somebody who hides the number`,
      "answer through Meta, or ask the person for the number",
    ),
  noNumberTold: (title: string, written: string) =>
    error(
      "GB4761",
      `${title} sends to phone numbers, and ${JSON.stringify(written)} is none: where it tells no number of a person, GET WHATSAPP SENDER NUMBER is its own id of them`,
      "answer only where there is a number: IF WHATSAPP.sender.number IS NOT NULL THEN",
    ),
  brokenEnvelope: (title: string, route: string, reason: string) =>
    warning(
      "GB4763",
      `a request to ${route} is no event of ${title}: ${reason}`,
      `look in the dashboard of ${title} what it sends to this address: expected {"event": "incoming_message", "data": {…}} as application/json`,
    ),
  unreadableDelivery: (title: string, route: string, reason: string) =>
    warning(
      "GB4870",
      `a delivery of ${title} to ${route} cannot be read: ${reason}`,
      "look at it with gbasic jobs show and the id of the run, and at what else is set to deliver to this address",
    ),
  unknownEvent: (title: string, event: string) =>
    warning(
      "GB4764",
      `${title} delivers ${JSON.stringify(event)}, and no handler takes it; that is said once`,
      `write ON WHATSAPP EVENT ${JSON.stringify(event)} DO, or turn these events off in its dashboard`,
    ),
} as const;
