import type { addressMessages } from "../codes/address-requests.ts";
import type { ExplanationsOf } from "../explanation.ts";

const ASK = 'WITH ADDRESS REQUEST "Where to?"';

/** Explains the codes of `../codes/address-requests.ts`. */
export const addressExplanations = {
  GB4772: {
    title: "Fields of an address that are no object",
    means:
      "VALUES fills in fields of the form, ERRORS says what is wrong with fields, both as an object of texts by the names of the fields. SAVED is an object of such objects by the ids of the addresses.",
    example: {
      kind: "run",
      script: `SEND WHATSAPP TO "911234567890" ${ASK} VALUES "Mumbai"`,
      mended: `SEND WHATSAPP TO "911234567890" ${ASK} VALUES { "city": "Mumbai" }`,
    },
    mend: "Write an object; for ERRORS with one field at least.",
  },
  GB4773: {
    title: "A request for an address outside of India",
    means:
      "WhatsApp has its form for addresses for businesses in India and their customers there, whose numbers begin with 91.",
    example: {
      kind: "run",
      script: `SEND WHATSAPP TO "5511999999999" ${ASK}`,
      mended: `SEND WHATSAPP TO "911234567890" ${ASK}`,
    },
    mend: "Ask for the address in a text, or with a form of your own: WITH FLOW.",
  },
} satisfies ExplanationsOf<typeof addressMessages>;
