import { configurationMessages } from "../../diagnostics/codes/configuration.ts";
import { signatureMessages } from "../../diagnostics/codes/signature-settings.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { Verification } from "../handler.ts";
import { CHANNEL_CAPABILITIES, type Capability } from "../host.ts";
import type { Configuration } from "./arrange.ts";
import { findVariable } from "./variables.ts";

/** A capability that is simulated until its credentials are set. */
export type ChannelCapability = (typeof CHANNEL_CAPABILITIES)[number];

/** What a channel is called in messages, and what scripts do with it. */
const CHANNELS: Readonly<Record<ChannelCapability, { title: string; use: string }>> = {
  mail: { title: "mail", use: "the scripts send mail" },
  whatsapp: { title: "WhatsApp", use: "the scripts send WhatsApp messages" },
  sms: { title: "SMS", use: "the scripts send SMS" },
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
  return credentials(configuration, channel)
    .filter(([, present]) => !present)
    .map(([name]) => name);
}

/** Returns a warning GB5005 for each channel of which some credentials are set and some are not. */
export function partialCredentials(configuration: Configuration): Message[] {
  return CHANNEL_CAPABILITIES.flatMap((channel) => {
    const all = credentials(configuration, channel);
    const absent = all.filter(([, present]) => !present).map(([name]) => name);
    const present = all.filter(([, isSet]) => isSet).map(([name]) => name);
    const intended = present.some((name) => !NO_SIGN_OF_SENDING.has(name));
    if (!intended || absent.length === 0) return [];
    return [configurationMessages.staysSimulated(CHANNELS[channel].title, present, absent)];
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
  return unique([...forVerifying(configuration, verifications), ...forSending]);
}

function forVerifying(
  { whatsapp, twilio, secretsIn }: Configuration,
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
    messages.push(configurationMessages.noHandshake("WHATSAPP_VERIFY_TOKEN"));
  }
  return messages;
}

function credentials(
  { mail, whatsapp, twilio, model }: Configuration,
  channel: ChannelCapability,
): readonly (readonly [name: string, present: boolean])[] {
  switch (channel) {
    case "mail":
      return [
        ["SMTP_URL", mail.smtpUrl !== undefined],
        ["MAIL_FROM", mail.from !== undefined],
      ];
    case "whatsapp":
      return [
        ["WHATSAPP_ACCESS_TOKEN", whatsapp.accessToken !== undefined],
        ["WHATSAPP_PHONE_NUMBER_ID", whatsapp.phoneNumberId !== undefined],
      ];
    case "sms":
      return [
        ["TWILIO_ACCOUNT_SID", twilio.accountSid !== undefined],
        ["TWILIO_AUTH_TOKEN", twilio.authTokens.length > 0],
        ["TWILIO_FROM", twilio.from !== undefined],
      ];
    case "model":
      return [
        ["LLM_URL", model.url !== undefined],
        ["LLM_MODEL", model.name !== undefined],
      ];
  }
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
