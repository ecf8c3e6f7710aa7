import { GRAPH_API_URL } from "../../facts/graph-versions.ts";
import {
  TEMPLATE_LANGUAGE,
  WHATSAPP_PAIR_RATE,
  WHATSAPP_RATE,
} from "../../facts/whatsapp-limits.ts";
import { variableFacts } from "./facts.ts";
import { webhookPath } from "./provider-variables.ts";
import {
  matching,
  pairRate,
  rate,
  reading,
  secret,
  secrets,
  webAddress,
  wholeNumber,
  wholeNumberOrOff,
} from "./values.ts";

/** A number of messages above which none leaves; off unless it is set. */
function limit(description: string, example: string) {
  return wholeNumberOrOff()
    .default(Infinity)
    .register(variableFacts, { area: "whatsapp", description, example, standard: "off" });
}

/** WhatsApp: handshake, signature, sending and pacing. */
export const whatsappVariables = {
  WHATSAPP_VERIFY_TOKEN: secrets()
    .default([])
    .register(variableFacts, {
      area: "whatsapp",
      description: "the token that you chose for the handshake in Meta's dashboard",
      example: "a-long-random-text",
      alsoAccepted: ["VERIFY_TOKEN"],
      secret: true,
    }),
  WHATSAPP_APP_SECRET: secrets()
    .default([])
    .register(variableFacts, {
      area: "whatsapp",
      description: "the app secret, with which Meta signs; several during a rotation",
      example: "new-secret,old-secret",
      alsoAccepted: ["APP_SECRET", "WEBHOOK_SECRET"],
      secret: true,
    }),
  WHATSAPP_ACCESS_TOKEN: secret().optional().register(variableFacts, {
    area: "whatsapp",
    description: "the token of a system user that may send messages",
    example: "EAAG…",
    secret: true,
  }),
  WHATSAPP_PHONE_NUMBER_ID: matching("the digits of a phone number id", /^\d+$/)
    .optional()
    .register(variableFacts, {
      area: "whatsapp",
      description: "the id of the number that sends, which is not the number itself",
      example: "1158433381968079",
    }),
  WHATSAPP_API_URL: webAddress().default(GRAPH_API_URL).register(variableFacts, {
    area: "whatsapp",
    description: "the Graph API with its version",
    example: GRAPH_API_URL,
    standard: GRAPH_API_URL,
  }),
  WHATSAPP_SEND_THROUGH: reading("provider or twilio", (text) => {
    const found = text.toLowerCase();
    return found === "provider" || found === "twilio" ? found : undefined;
  })
    .default("provider")
    .register(variableFacts, {
      area: "whatsapp",
      description:
        "what sends messages that answer nobody: the first of WHATSAPP_PROVIDERS, or twilio",
      example: "twilio",
      standard: "provider",
    }),
  WHATSAPP_PATH: webhookPath().default("/webhooks/whatsapp").register(variableFacts, {
    area: "whatsapp",
    description: "where ON WHATSAPP handlers listen for Meta",
    example: "/whatsapp",
    standard: "/webhooks/whatsapp",
  }),
  WHATSAPP_TEMPLATE_LANGUAGE: matching(
    "the code of a language, such as en, en_US or pt_BR",
    /^[a-z]{2,3}(?:_[A-Z]{2,4})?$/,
  )
    .default(TEMPLATE_LANGUAGE)
    .register(variableFacts, {
      area: "whatsapp",
      description: "the language of templates for which the script names none",
      example: "pt_BR",
      standard: TEMPLATE_LANGUAGE,
    }),
  WHATSAPP_HOURLY_LIMIT: limit("WhatsApp messages that may leave within an hour", "500"),
  WHATSAPP_DAILY_LIMIT: limit("WhatsApp messages that may leave within a day", "2000"),
  WHATSAPP_HOURLY_LIMIT_PER_PERSON: limit("of these, to one person within an hour", "20"),
  WHATSAPP_DAILY_LIMIT_PER_PERSON: limit("of these, to one person within a day", "50"),
  WHATSAPP_MEDIA_LIMIT: wholeNumber(1, 2048).default(100).register(variableFacts, {
    area: "whatsapp",
    description: "megabytes of a file that DOWNLOAD WHATSAPP MEDIA or DOWNLOAD SMS MEDIA fetches",
    example: "20",
    standard: "100",
  }),
  WHATSAPP_RATE: rate()
    .default(WHATSAPP_RATE)
    .register(variableFacts, {
      area: "whatsapp",
      description: "messages that leave a second, or off",
      example: "20",
      standard: String(WHATSAPP_RATE),
    }),
  WHATSAPP_PAIR_RATE: pairRate().default(WHATSAPP_PAIR_RATE).register(variableFacts, {
    area: "whatsapp",
    description:
      "messages to one recipient: how many at once, then one in how many seconds; or off",
    example: "45/6",
    standard: "45/6",
  }),
};
