import { error } from "../message.ts";

/** GB4491 to GB4499: what services that pass WhatsApp on cannot take. */
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
} as const;
