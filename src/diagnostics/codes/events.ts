import { error } from "../message.ts";

/** GB228x: what ON WHATSAPP handlers listen to. */
export const eventMessages = {
  ownHandler: (field: string, handlers: string) =>
    error(
      "GB2280",
      `ON WHATSAPP EVENT does not take ${field}, which have handlers of their own`,
      `write ${handlers}`,
    ),
  noField: (written: string, proposed: string | undefined) =>
    error(
      "GB2281",
      `"${written}" is no field of Meta's webhooks, whose names have small letters, digits and _`,
      proposed === undefined
        ? 'write it as Meta\'s dashboard does, such as "account_update"'
        : `write "${proposed}"`,
    ),
  sameEvent: (handler: string) =>
    error(
      "GB2282",
      `there are two handlers ${handler}, and one runs for each event`,
      "put what both do into one of them; it can call SUBs",
    ),
  emptyChoice: (word: string) =>
    error(
      "GB2283",
      `ON WHATSAPP ${word} has an empty id, and nothing that is picked has that`,
      `write the id as the message with the ${word === "LIST" ? "rows" : "buttons"} has it, or leave it out`,
    ),
  unknownStatus: (written: string, proposed: string | undefined, known: readonly string[]) =>
    error(
      "GB2284",
      `WhatsApp has no status ${JSON.stringify(written)} of messages`,
      proposed === undefined ? `it has ${known.join(", ")}` : `write "${proposed}"`,
    ),
} as const;
