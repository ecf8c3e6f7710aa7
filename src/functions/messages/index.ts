import { defineFunction } from "../define.ts";
import { whatsAppObject } from "./whatsapp-object.ts";

/** `WHATSAPP`: everything of what WhatsApp delivered and the run is about. */
export const messageFunctions = [
  defineFunction({
    name: "WHATSAPP",
    parameters: [],
    object: whatsAppObject,
    returns: "any",
    summary:
      "Gives what the handler runs for, as an object: the WhatsApp message, the status of one, an error or another change; null in any other run. What it does not have reads as null.",
    example: `WHATSAPP() IS NULL  ' true`,
    raises: ["GB4668"],
    needs: ["received"],
    run: ({ host }) => host.received.whatsapp(),
  }),
];
