import { GRAPH_VERSION } from "../../facts/graph-versions.ts";
import { findProvider, PROVIDER_TITLES, WHATSAPP_PROVIDERS } from "../whatsapp/providers.ts";
import { variableFacts } from "./facts.ts";
import { addressList, matching, reading, secret, secrets, webAddress } from "./values.ts";

/** A path without parameters and query. */
export function webhookPath() {
  return matching("a path that begins with /", /^\/[^\s?#]*$/);
}

/** Names of providers with commas between them; the first is the one that messages leave through. */
function providers() {
  const expected = `names out of ${WHATSAPP_PROVIDERS.join(", ")}, each once, with commas between them`;
  return reading(expected, (text) => {
    const found = text.split(",").map((name) => findProvider(name.trim()));
    const known = found.filter((one) => one !== undefined);
    return known.length === found.length && new Set(known).size === found.length
      ? known
      : undefined;
  });
}

function pathOf(title: string, standard: string) {
  return webhookPath()
    .default(standard)
    .register(variableFacts, {
      area: "providers",
      description: `where ON WHATSAPP handlers listen for ${title}`,
      example: "/webhook",
      standard,
    });
}

function verifyTokenOf(title: string) {
  return secrets()
    .default([])
    .register(variableFacts, {
      area: "providers",
      description: `the token of the handshake with ${title}, if it is another than WHATSAPP_VERIFY_TOKEN`,
      example: "a-long-random-text",
      secret: true,
    });
}

function apiUrlOf(title: string, otherwise = "") {
  return webAddress()
    .optional()
    .register(variableFacts, {
      area: "providers",
      description: `the address at ${title} that takes messages as Meta's Cloud API does, with its version${otherwise}`,
      example: `https://api.example.com/${GRAPH_VERSION}`,
    });
}

function accessTokenOf(title: string, otherwise = "") {
  return secret()
    .optional()
    .register(variableFacts, {
      area: "providers",
      description: `the token for the API of ${title}${otherwise}`,
      example: "a-long-random-text",
      secret: true,
    });
}

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** The services that pass on what Meta sends. */
export const providerVariables = {
  WHATSAPP_PROVIDERS: providers().default(["meta"]).register(variableFacts, {
    area: "providers",
    description:
      "who delivers WhatsApp events, each on a path of its own; what answers nobody leaves through the first",
    example: "cmzon, meta",
    standard: "meta",
  }),
  CMZON_PATH: pathOf(PROVIDER_TITLES.cmzon, "/webhooks/cmzon"),
  CMZON_WEBHOOK_SECRET: secrets()
    .default([])
    .register(variableFacts, {
      area: "providers",
      description: "the secret with which CMzon signs; several during a rotation",
      example: "new-secret,old-secret",
      alsoAccepted: ["WEBHOOK_SECRET"],
      secret: true,
    }),
  CMZON_VERIFY_TOKEN: verifyTokenOf(PROVIDER_TITLES.cmzon),
  CMZON_API_URL: apiUrlOf(PROVIDER_TITLES.cmzon),
  CMZON_ACCESS_TOKEN: accessTokenOf(PROVIDER_TITLES.cmzon),
  SUPERWABA_PATH: pathOf(PROVIDER_TITLES.superwaba, "/webhooks/superwaba"),
  SUPERWABA_APP_SECRET: secrets().default([]).register(variableFacts, {
    area: "providers",
    description:
      "the app secret with which what SuperWaba passes on is signed, if it is another than WHATSAPP_APP_SECRET",
    example: "new-secret,old-secret",
    secret: true,
  }),
  SUPERWABA_VERIFY_TOKEN: verifyTokenOf(PROVIDER_TITLES.superwaba),
  SUPERWABA_API_URL: apiUrlOf(PROVIDER_TITLES.superwaba, "; else WHATSAPP_API_URL"),
  SUPERWABA_ACCESS_TOKEN: accessTokenOf(
    PROVIDER_TITLES.superwaba,
    "; without SUPERWABA_API_URL else WHATSAPP_ACCESS_TOKEN",
  ),
  WHATSABLE_PATH: pathOf(PROVIDER_TITLES.whatsable, "/webhooks/whatsable"),
  WHATSABLE_ALLOW: addressList().optional().register(variableFacts, {
    area: "providers",
    description: "the addresses and ranges that WhatsAble delivers from; no others may call",
    example: "203.0.113.0/24, 2001:db8::/32",
  }),
  WHATSABLE_WEBHOOK_SECRET: secrets().default([]).register(variableFacts, {
    area: "providers",
    description: "the secret with which WhatsAble signs, where it does; several during a rotation",
    example: "new-secret,old-secret",
    secret: true,
  }),
  WHATSABLE_SIGNATURE_HEADER: matching("the name of a header", HEADER_NAME)
    .default("X-Hub-Signature-256")
    .register(variableFacts, {
      area: "providers",
      description: "the header with the HMAC-SHA256 of the body under that secret",
      example: "X-Signature",
      standard: "X-Hub-Signature-256",
    }),
  WHATSABLE_API_URL: webAddress().optional().register(variableFacts, {
    area: "providers",
    description: "the base of WhatsAble's API; messages are posted to /send below it",
    example: "https://api.example.com/api:abc",
  }),
  WHATSABLE_ACCESS_TOKEN: accessTokenOf(PROVIDER_TITLES.whatsable),
};
