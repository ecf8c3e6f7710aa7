import type { providerSettingMessages } from "../codes/provider-settings.ts";
import type { ExplanationsOf } from "../explanation.ts";

const HELLO = `ON WHATSAPP MESSAGE RECEIVED DO
  PRINT "hello"
END ON`;

/** Explains the codes of `../codes/provider-settings.ts`. */
export const providerSettingExplanations = {
  GB5490: {
    title: "Two providers of WhatsApp on one path",
    means:
      "Each provider that WHATSAPP_PROVIDERS names has a path of its own, by which the server knows who delivers, whose secret counts and where answers go. Here two have the same.",
    example: {
      kind: "settings",
      settings: "WHATSAPP_PROVIDERS=meta, cmzon\nCMZON_PATH=/webhooks/whatsapp",
      script: HELLO,
    },
    mend: "Give one of them another path, and enter the new address in the dashboard of the provider.",
  },
  GB5491: {
    title: "The path of a provider that does not deliver",
    severity: "warning",
    means:
      "ON WHATSAPP handlers listen for the providers that WHATSAPP_PROVIDERS names, and for Meta alone where it is not set. The path of another provider has no effect.",
    example: { kind: "settings", settings: "CMZON_PATH=/webhook", script: HELLO },
    mend: "Add the provider to WHATSAPP_PROVIDERS, or remove the path.",
  },
  GB5492: {
    title: "A provider that delivers, and no secret of it",
    means:
      "The provider signs what it delivers, and nothing says with which secret, so no delivery could be verified. In production the server does not start then. During development it takes such deliveries from this machine alone.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production\nWHATSAPP_PROVIDERS=cmzon",
      script: HELLO,
      also: ["GB4122"],
    },
    mend: "Set the variable to the secret that the dashboard of the provider shows; for SuperWaba, which passes on what Meta signed, it is the app secret of Meta, and WHATSAPP_APP_SECRET is enough.",
  },
  GB5493: {
    title: "A provider without a signature, and no addresses of it",
    means:
      "WhatsAble's guide names no way to check a signature, only addresses that may be allowed. In production the server does not start while neither its addresses nor a secret are set, as anyone could send messages then.",
    example: {
      kind: "settings",
      settings: "NODE_ENV=production\nWHATSAPP_PROVIDERS=whatsable",
      script: HELLO,
      also: ["GB4122"],
    },
    mend: "Set WHATSABLE_ALLOW to the addresses or ranges that WhatsAble delivers from. Behind a proxy TRUST_PROXY has to name that proxy.",
  },
  GB5494: {
    title: "Several events for WhatsAble at once",
    means:
      "`gbasic send` was asked to put several events into one delivery, which WhatsAble never does.",
    example: {
      kind: "situation",
      text: "`npx gbasic send whatsapp text hello --as whatsable --batch 3`",
    },
    mend: "Leave --batch out.",
  },
} satisfies ExplanationsOf<typeof providerSettingMessages>;
