import { defineFunction } from "../define.ts";

/** `WHATSAPP`: everything of the message that the run is about. */
export const messageFunctions = [
  defineFunction({
    name: "WHATSAPP",
    parameters: [],
    returns: "any",
    summary:
      "Gives the WhatsApp message that the handler runs for, as an object; null in any other run. What a message does not have reads as null.",
    example: `WHATSAPP() IS NULL  ' true`,
    raises: ["GB4668"],
    needs: ["received"],
    run: ({ host }) => host.received.whatsapp(),
  }),
];
