import { z } from "zod";
import { variableFacts } from "./facts.ts";
import { callFallback, callResponse } from "./call-fallback.ts";
import { rsaKey } from "./rsa-key.ts";
import { mailServerAddress, matching, secret, secrets, webAddress } from "./values.ts";

/** A caller on the line must hear something; Twilio would read out an error of its own. */
const FALLBACK_TEXT = "We are sorry, an error occurred. Please try again later.";

/** Blocks of calls and statuses listen below the path, so it ends with no slash. */
function handlerPath(standard: string) {
  return matching("a path such as /twilio/voice", /^(\/[^\s?#/:]+)+$/).default(standard);
}

/** Twilio: signature, SMS and calls. */
export const twilioVariables = {
  TWILIO_ACCOUNT_SID: matching("AC and the rest of the account SID", /^AC[0-9A-Za-z]+$/)
    .optional()
    .register(variableFacts, {
      area: "twilio",
      description: "the account that sends",
      example: "AC0123456789abcdef0123456789abcdef",
    }),
  TWILIO_AUTH_TOKEN: secrets().default([]).register(variableFacts, {
    area: "twilio",
    description: "the token that signs webhooks and sends; the secondary after it",
    example: "primary,secondary",
    secret: true,
  }),
  TWILIO_FROM: matching(
    "a number such as +15551234567, MG and the rest of a messaging service SID, or a sender name",
    /^(\+\d{3,15}|\d{3,8}|MG[0-9A-Za-z]{4,}|[A-Za-z][A-Za-z0-9 ]{0,10})$/,
  )
    .optional()
    .register(variableFacts, {
      area: "twilio",
      description: "the number, messaging service or name that SMS come from",
      example: "+15551234567",
    }),
  TWILIO_WHATSAPP_FROM: matching(
    "a number such as +14155238886, with or without whatsapp: before it, or MG and the rest of a messaging service SID",
    /^(whatsapp:)?\+\d{3,15}$|^MG[0-9A-Za-z]{4,}$/,
  )
    .optional()
    .register(variableFacts, {
      area: "twilio",
      description: "what WhatsApp messages through Twilio come from, where that is not TWILIO_FROM",
      example: "+14155238886",
    }),
  TWILIO_CALL_FROM: matching("a number such as +15551234567", /^\+\d{3,15}$/)
    .optional()
    .register(variableFacts, {
      area: "twilio",
      description: "the number that calls come from, where that is not TWILIO_FROM",
      example: "+15551234567",
    }),
  TWILIO_API_URL: webAddress().default("https://api.twilio.com").register(variableFacts, {
    area: "twilio",
    description: "Twilio's API without the path",
    example: "https://api.dublin.ie1.twilio.com",
    standard: "https://api.twilio.com",
  }),
  TWILIO_CALL_PATH: handlerPath("/twilio/voice").register(variableFacts, {
    area: "twilio",
    description: "where ON CALL handlers listen that name no path",
    example: "/voice",
    standard: "/twilio/voice",
  }),
  TWILIO_SMS_PATH: handlerPath("/twilio/sms").register(variableFacts, {
    area: "twilio",
    description: "where ON SMS handlers listen that name no path",
    example: "/sms",
    standard: "/twilio/sms",
  }),
  TWILIO_FALLBACK: callFallback().default(callResponse(FALLBACK_TEXT)).register(variableFacts, {
    area: "twilio",
    description: "what a caller hears when a handler fails: a text, or TwiML",
    example: '<Response><Say language="pt-BR">Ligue mais tarde.</Say></Response>',
    standard: FALLBACK_TEXT,
  }),
};

/** Mail. */
export const mailVariables = {
  SMTP_URL: mailServerAddress().optional().register(variableFacts, {
    area: "mail",
    description: "the mail server with user and password",
    example: "smtps://user:password@smtp.example.com",
    secret: true,
  }),
  MAIL_FROM: matching(
    "an address, with or without a name",
    /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
  )
    .optional()
    .register(variableFacts, {
      area: "mail",
      description: "the address that mails come from",
      example: "Ana's bot <bot@example.com>",
    }),
  DKIM_DOMAIN: matching("a domain such as example.com", /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/i)
    .optional()
    .register(variableFacts, {
      area: "mail",
      description: "the domain whose mails are signed with DKIM, those of its subdomains too",
      example: "example.com",
    }),
  DKIM_SELECTOR: matching("a selector such as mail", /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i)
    .optional()
    .register(variableFacts, {
      area: "mail",
      description: "under which name the public key is in the DNS: mail for mail._domainkey",
      example: "mail",
    }),
  DKIM_PRIVATE_KEY: rsaKey().optional().register(variableFacts, {
    area: "mail",
    description: "the RSA key that signs, in PEM form, with \\n for its line ends",
    example: "-----BEGIN PRIVATE KEY-----\\nMIIE…\\n-----END PRIVATE KEY-----",
    secret: true,
  }),
};

/** The language model. */
export const modelVariables = {
  LLM_URL: webAddress().optional().register(variableFacts, {
    area: "model",
    description: "the base of an OpenAI-compatible endpoint",
    example: "https://api.openai.com/v1",
  }),
  LLM_API_KEY: secret().optional().register(variableFacts, {
    area: "model",
    description: "the key of that endpoint, if it wants one",
    example: "sk-…",
    secret: true,
  }),
  LLM_MODEL: z.string().optional().register(variableFacts, {
    area: "model",
    description: "the name of the model",
    example: "gpt-5-mini",
  }),
};
