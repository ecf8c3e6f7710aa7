import type { signatureMessages } from "../codes/signature-settings.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB5475 of `../codes/signature-settings.ts`. */
export const signatureSettingExplanations = {
  GB5475: {
    title: "A secret that a handler names and nobody set",
    means:
      "A handler says SIGNED BY, and the variable that holds the secret is not set, so no request could be verified. In production the server does not start then. During development it takes such requests from this machine alone.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production",
      script: `ON WEBHOOK POST TO "/github" SIGNED BY GITHUB DO
  PRINT "OK"
END ON`,
      also: ["GB4122"],
    },
    mend: "Set the variable to the secret that the service shows or that you entered there.",
  },
} satisfies ExplanationsOf<typeof signatureMessages>;
