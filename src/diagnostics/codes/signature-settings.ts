import { error } from "../message.ts";

/** GB5475: secrets that handlers name. */
export const signatureMessages = {
  missingSecret: (variable: string, title: string, header: string) =>
    error(
      "GB5475",
      `${variable} is missing, as a handler is signed by ${title} in the header ${header}`,
      `set ${variable} to the secret that signs these webhooks; several with commas between them while it changes`,
    ),
} as const;
