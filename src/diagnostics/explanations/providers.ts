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
} satisfies ExplanationsOf<typeof providerMessages>;
