import { configurationMessages } from "../../diagnostics/codes/configuration.ts";
import { signatureMessages } from "../../diagnostics/codes/signature-settings.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { Verification } from "../handler.ts";
import { CHANNEL_CAPABILITIES, type Capability } from "../host.ts";
import type { Configuration } from "./arrange.ts";
import {
  PASSING_PROVIDERS,
  PROVIDER_TITLES,
  type WhatsAppProvider,
} from "../whatsapp/providers.ts";
import { PROVIDER_VARIABLES, whatProvidersMiss } from "./provider-settings.ts";
import { findVariable } from "./variables.ts";

/** A capability that is simulated until its credentials are set. */
export type ChannelCapability = (typeof CHANNEL_CAPABILITIES)[number];

/** What a channel is called in messages, and what scripts do with it. */
const CHANNELS: Readonly<Record<ChannelCapability, { title: string; use: string }>> = {
  mail: { title: "mail", use: "the scripts send mail" },
  whatsapp: { title: "WhatsApp", use: "the scripts send WhatsApp messages" },
  sms: { title: "SMS", use: "the scripts send SMS" },
  phone: { title: "phone calls", use: "the scripts make phone calls" },
  model: { title: "the language model", use: "the scripts ask the language model" },
};

/**
 * Variables that say nothing about the intention to send: Twilio's account and token are set for
 * signatures too.
 */
const NO_SIGN_OF_SENDING: ReadonlySet<string> = new Set([
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
]);

/** Returns the names of the variables that a channel waits for; none where it is live. */
export function missingCredentials(
  configuration: Configuration,
  channel: ChannelCapability,
): readonly string[] {
  return absent(credentials(configuration, channel));
}

function absent(all: readonly Credential[]): readonly string[] {
  return all.filter(([, present]) => !present).map(([name]) => name);
}

/** Returns the variables that sending through a service waits for; none where it can. */
export function missingForSending(
  configuration: Configuration,
  provider: WhatsAppProvider,
): readonly string[] {
  return absent(sendingThrough(configuration, provider));
}

/** Returns the variables that WhatsApp through Twilio waits for; none where it is live. */
export function missingForTwilio(configuration: Configuration): readonly string[] {
  return absent(twilioWhatsApp(configuration));
}

/** Returns the variables that WhatsApp through the first provider waits for; none where it is live. */
export function missingForPassing(configuration: Configuration): readonly string[] {
  const { sendThrough, providers } = configuration.whatsapp;
  // Then only answers leave there, from the number that was written to.
  if (sendThrough === "twilio") return missingForSending(configuration, providers[0] ?? "meta");
  return missingCredentials(configuration, "whatsapp");
}

/** Returns a warning GB5005 for each channel of which some credentials are set and some are not. */
export function partialCredentials(configuration: Configuration): Message[] {
  // What is missing for calls is missing for SMS too, and told of there.
  const told = CHANNEL_CAPABILITIES.filter((channel) => channel !== "phone");
  const channels = told.map((channel) => ({
    title: CHANNELS[channel].title,
    all: credentials(configuration, channel),
  }));
  const services = furtherProviders(configuration).map((provider) => ({
    title: `WhatsApp through ${PROVIDER_TITLES[provider]}`,
    all: sendingThrough(configuration, provider),
  }));
  return [...channels, ...services].flatMap(({ title, all }) => {
    const missing = absent(all);
    const present = all.filter(([, isSet]) => isSet).map(([name]) => name);
    const intended = present.some((name) => !NO_SIGN_OF_SENDING.has(name));
    if (!intended || missing.length === 0) return [];
    return [configurationMessages.staysSimulated(title, present, missing)];
  });
}

/**
 * Lists what production needs and does not have.
 * @param needs the capabilities that the served scripts use
 * @param verifications how the served routes verify their requests
 * @returns an error for each variable; a warning where Meta's handshake cannot succeed
 */
export function whatIsMissing(
  configuration: Configuration,
  needs: ReadonlySet<Capability>,
  verifications: ReadonlySet<Verification>,
): readonly Message[] {
  const forSending = CHANNEL_CAPABILITIES.filter((channel) => needs.has(channel)).flatMap(
    (channel) =>
      missingCredentials(configuration, channel).map((name) =>
        missing(name, CHANNELS[channel].use),
      ),
  );
  return unique([
    ...forVerifying(configuration, verifications),
    ...forSending,
    ...(needs.has("whatsapp") ? forAnswering(configuration) : []),
  ]);
}

/** What comes through a service is answered through it. */
function forAnswering(configuration: Configuration): Message[] {
  return furtherProviders(configuration).flatMap((provider) => {
    const because = `the scripts answer what ${PROVIDER_TITLES[provider]} delivers`;
    return missingForSending(configuration, provider).map((name) => missing(name, because));
  });
}

/** Those beside the one that messages leave through which answer nobody. */
function furtherProviders({ whatsapp }: Configuration): readonly WhatsAppProvider[] {
  return whatsapp.providers.slice(1);
}

function forVerifying(
  { whatsapp, providers, twilio, secretsIn }: Configuration,
  verifications: ReadonlySet<Verification>,
): Message[] {
  const messages: Message[] = [];
  const meta = whatsapp.appSecrets.length > 0;
  if (verifications.has("meta") && !meta) {
    messages.push(missing("WHATSAPP_APP_SECRET", "a handler is signed by Meta"));
  }
  if (verifications.has("twilio") && twilio.authTokens.length === 0) {
    messages.push(missing("TWILIO_AUTH_TOKEN", "a handler is signed by Twilio"));
  }
  if (verifications.has("auto") && !meta && twilio.authTokens.length === 0) {
    messages.push(
      configurationMessages.noSecretAtAll(["WHATSAPP_APP_SECRET", "TWILIO_AUTH_TOKEN"]),
    );
  }
  for (const verification of verifications) {
    if (typeof verification === "string") continue;
    const { secret, title } = verification;
    if (secretsIn(secret).length > 0) continue;
    messages.push(signatureMessages.missingSecret(secret, title, verification.header));
  }
  if (meta && whatsapp.verifyTokens.length === 0) {
    messages.push(configurationMessages.noHandshake("WHATSAPP_VERIFY_TOKEN", "Meta"));
  }
  const verified = PASSING_PROVIDERS.filter((provider) => verifications.has(provider));
  return [...messages, ...whatProvidersMiss(verified, providers)];
}

/** A variable, and whether it is set. */
type Credential = readonly [name: string, present: boolean];

function credentials(
  configuration: Configuration,
  channel: ChannelCapability,
): readonly Credential[] {
  const { mail, twilio, model } = configuration;
  switch (channel) {
    case "mail":
      return [
        ["SMTP_URL", mail.smtpUrl !== undefined],
        ["MAIL_FROM", mail.from !== undefined],
      ];
    case "whatsapp":
      return sendingOf(configuration);
    case "sms":
      return [...twilioAccount(twilio), ["TWILIO_FROM", twilio.from !== undefined]];
    case "phone":
      return [
        ...twilioAccount(twilio),
        [
          twilio.from === undefined ? "TWILIO_FROM" : "TWILIO_CALL_FROM",
          twilio.callFrom !== undefined,
        ],
      ];
    case "model":
      return [
        ["LLM_URL", model.url !== undefined],
        ["LLM_MODEL", model.name !== undefined],
      ];
  }
}

/** What answers nobody leaves from the number of the settings. */
function sendingOf(configuration: Configuration): readonly Credential[] {
  const { providers, phoneNumberId, sendThrough } = configuration.whatsapp;
  if (sendThrough === "twilio") return twilioWhatsApp(configuration);
  return [
    ...sendingThrough(configuration, providers[0] ?? "meta"),
    ["WHATSAPP_PHONE_NUMBER_ID", phoneNumberId !== undefined],
  ];
}

function twilioWhatsApp({ twilio }: Configuration): readonly Credential[] {
  const isFrom = twilio.whatsappFrom !== undefined || twilio.from !== undefined;
  return [...twilioAccount(twilio), ["TWILIO_WHATSAPP_FROM", isFrom]];
}

function twilioAccount({ accountSid, authTokens }: Configuration["twilio"]): readonly Credential[] {
  return [
    ["TWILIO_ACCOUNT_SID", accountSid !== undefined],
    ["TWILIO_AUTH_TOKEN", authTokens.length > 0],
  ];
}

/** What it takes to send through a provider, from the number that was written to. */
function sendingThrough(
  { whatsapp, providers }: Configuration,
  provider: WhatsAppProvider,
): readonly Credential[] {
  if (provider === "meta") return [["WHATSAPP_ACCESS_TOKEN", whatsapp.accessToken !== undefined]];
  const { apiUrl, accessToken } = providers[provider];
  const [address, token] = PROVIDER_VARIABLES[provider].sending;
  return [
    [address, apiUrl !== undefined],
    [token, accessToken !== undefined],
  ];
}

function missing(name: string, because: string): Message {
  return configurationMessages.missing(name, because, findVariable(name)?.description ?? "");
}

/** A token that is missing for two reasons is told once. */
function unique(messages: readonly Message[]): Message[] {
  const named = new Map<string, Message>();
  for (const message of messages) {
    const key = `${message.code} ${message.hint ?? message.message}`;
    if (!named.has(key)) named.set(key, message);
  }
  return [...named.values()];
}
