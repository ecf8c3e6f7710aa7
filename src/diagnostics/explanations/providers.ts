import type { providerMessages } from "../codes/providers.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/providers.ts`. */
export const providerExplanations = {
  GB4491: {
    title: "A message that WhatsAble cannot send",
    means:
      "What WhatsAble delivered is answered through it, and it takes texts and files alone. Buttons, lists, templates, places and marks of reading are dead letters there.",
    example: {
      kind: "situation",
      text: "A script answers a message that came through WhatsAble with SEND WHATSAPP TO … WITH LIST ….",
    },
    mend: "Send a text that lists the choices, or let Meta deliver to you itself.",
  },
  GB4492: {
    title: "A file that a service cannot fetch",
    means:
      "WhatsAble and Twilio fetch a file from its address on the web. A file of the data folder, or one that is known by an id of Meta, they cannot reach.",
    example: {
      kind: "situation",
      text: 'A script answers a message that came through WhatsAble with SEND WHATSAPP TO … WITH IMAGE FROM "photo.jpg".',
    },
    mend: "Put the file where it has an https:// address, and send that.",
  },
  GB4493: {
    title: "Somebody without a number, and a service",
    means:
      "WhatsAble and Twilio send to phone numbers. The ids of people who hide theirs belong to Meta.",
    example: {
      kind: "situation",
      text: 'A run that a delivery of WhatsAble started sends to "BR.1502576394655843".',
    },
    mend: "Send to such people through Meta.",
  },
  GB4761: {
    title: "Somebody of whom WhatsAble tells no number",
    means:
      "WhatsAble names people by an id of its own and, mostly, by their phone number. It sends to phone numbers alone. Where it tells none, GET WHATSAPP SENDER NUMBER is that id, so that a script can tell people apart; an answer to it is a dead letter.",
    example: {
      kind: "situation",
      text: "An event of WhatsAble has `user_id` and no `phone_number`, and the handler answers GET WHATSAPP SENDER NUMBER.",
    },
    mend: "Answer only where there is a number: `IF WHATSAPP.sender.number IS NOT NULL THEN`.",
  },
  GB4763: {
    title: "A request that is no event of WhatsAble",
    severity: "warning",
    means:
      "WhatsAble delivers a JSON object with the name of an event and its data, or the data of a message alone. The message says what of it is missing. It was answered 200, as WhatsAble would send it again, and nothing ran. Where it is signed, or comes from an address in WHATSABLE_ALLOW, `gbasic jobs deliveries` lists it as unhandled, with its body as it came.",
    example: { kind: "situation", text: '`{"event": "incoming_message", "data": null}`.' },
    mend: "Look in WhatsAble's dashboard what it sends to this address.",
  },
  GB4870: {
    title: "A signed delivery that cannot be read",
    severity: "warning",
    means:
      "The request has the right signature, but its body is no JSON, or JSON that is no delivery of WhatsApp. Its Content-Type does not matter. It was answered 200, as it would come again for days, and nothing ran. `gbasic jobs deliveries` lists it as unhandled, and `gbasic jobs show ID` shows its body as it came.",
    example: {
      kind: "situation",
      text: 'The app at Meta also delivers what happens on a page, `{"object": "page", …}`, to the address of WhatsApp.',
    },
    mend: "Look at the body. Turn off what else the app delivers there, or write an ON WEBHOOK for the path.",
  },
  GB4764: {
    title: "An event of WhatsAble that no handler takes",
    severity: "warning",
    means:
      "WhatsAble delivers an event under a name for which there is no ON WHATSAPP EVENT. It is recorded, and nothing runs. This is said once for each name.",
    example: {
      kind: "situation",
      text: '`{"event": "contact_updated", "data": {"name": "Ana"}}`.',
    },
    mend: 'Write `ON WHATSAPP EVENT "contact_updated" DO`, or turn these events off in WhatsAble\'s dashboard.',
  },
} satisfies ExplanationsOf<typeof providerMessages>;
