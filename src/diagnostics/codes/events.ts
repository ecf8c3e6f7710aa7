import { error } from "../message.ts";

/** Two blocks in which calls go on, in files of one name. */
export interface SameBlock {
  /** The name of both files, without their folders. */
  readonly file: string;
  /** Where Twilio asks for it, below the path of calls. */
  readonly path: string;
}

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
  sameEvent: (handler: string, block?: SameBlock) =>
    error(
      "GB2282",
      block === undefined
        ? `there are two handlers ${handler}, and one runs for each event`
        : `there are two blocks ${handler} in files that are both called ${block.file}`,
      block === undefined
        ? "put what both do into one of them; it can call SUBs"
        : `rename one of the files, or the block and what names it: a block is asked for by the name of its file and its own, ${block.path} below TWILIO_CALL_PATH`,
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
