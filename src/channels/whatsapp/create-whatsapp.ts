import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import type { Channel } from "../../host/channel.ts";
import type { Configuration } from "../../host/configuration.ts";
import {
  missingForPassing,
  missingForSending,
  missingForTwilio,
} from "../../host/configuration/needs.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { isForTwilio } from "../../host/whatsapp/twilio.ts";
import { PROVIDER_TITLES, type WhatsAppProvider } from "../../host/whatsapp/providers.ts";
import type { ChannelDescription } from "../create-channels.ts";
import type { ChannelLog } from "../simulated-channel.ts";
import { unsendable } from "../failure.ts";
import { simulatedWhatsApp } from "../simulated-channels.ts";
import { statusUrlOf } from "../twilio/status-url.ts";
import { firstProvider, sendingAccess } from "./sending-access.ts";

type WhatsAppChannel = Channel<WhatsAppMessage>;

/**
 * Makes the channel of WhatsApp: what names a sender or a template of Twilio leaves there, what answers
 * a message through the provider that brought it, all else as the settings say. Each is simulated while
 * its credentials are missing.
 */
export async function createWhatsApp(
  configuration: Configuration,
  log: ChannelLog,
): Promise<WhatsAppChannel> {
  const twilio = await createTwilio(configuration, log);
  const passing = await createPassing(configuration, log);
  const isThroughTwilio = configuration.whatsapp.sendThrough === "twilio";
  return {
    name: "whatsapp",
    mode: isThroughTwilio ? twilio.mode : passing.mode,
    deliver: (message, context) => {
      const leavesThere = isForTwilio(message) || (isThroughTwilio && answersNobody(message));
      return (leavesThere ? twilio : passing).deliver(message, context);
    },
    close: async () => {
      await Promise.all([twilio.close(), passing.close()]);
    },
  };
}

async function createTwilio(
  configuration: Configuration,
  log: ChannelLog,
): Promise<WhatsAppChannel> {
  const { twilio, server } = configuration;
  const { apiUrl, accountSid, whatsappFrom, from = whatsappFrom } = twilio;
  const [authToken] = twilio.authTokens;
  if (accountSid !== undefined && authToken !== undefined && from !== undefined) {
    const { createTwilioWhatsAppChannel } = await import("./twilio-whatsapp-channel.ts");
    const statusUrl = statusUrlOf("sms", server, twilio);
    const account = { apiUrl, accountSid, authToken, statusUrl };
    return createTwilioWhatsAppChannel({ ...account, from: whatsappFrom ?? from });
  }
  const simulated = simulatedWhatsApp((line) => log(`${line} (through Twilio)`), true);
  const missing = missingForTwilio(configuration);
  const isSimulated = missingForPassing(configuration).length > 0;
  // Beside a provider that is live, nobody would expect that something only seems to leave.
  return isSimulated ? simulated : { ...simulated, deliver: () => refuse(missing) };
}

function refuse(missing: readonly string[]): Promise<never> {
  return Promise.reject(unsendable(twilioWhatsAppMessages.notConnected(missing)));
}

async function createPassing(
  configuration: Configuration,
  log: ChannelLog,
): Promise<WhatsAppChannel> {
  const { providers } = configuration.whatsapp;
  const isLive = missingForPassing(configuration).length === 0;
  const standard = isLive
    ? await createLive(configuration, firstProvider(configuration))
    : simulatedWhatsApp(log);
  if (providers.length === 1) return standard;
  const further = providers.slice(1).map(async (provider) => {
    const channel = await createFurther(configuration, provider, log);
    return [provider, channel] as const;
  });
  const all = new Map<WhatsAppProvider, WhatsAppChannel>(await Promise.all(further));
  return {
    name: "whatsapp",
    mode: standard.mode,
    deliver: (message, context) => {
      const provider = providerOf(message);
      const channel = provider === undefined ? undefined : all.get(provider);
      return (channel ?? standard).deliver(message, context);
    },
    close: async () => {
      await Promise.all([standard, ...all.values()].map((channel) => channel.close()));
    },
  };
}

/** Tells what becomes of answers to the messages of each further provider. */
export function describeProviders(configuration: Configuration): readonly ChannelDescription[] {
  return configuration.whatsapp.providers.slice(1).map((provider) => {
    const name = `whatsapp of ${PROVIDER_TITLES[provider]}`;
    const missing = missingForSending(configuration, provider);
    if (missing.length > 0) {
      return { name, mode: "simulated", detail: `not set: ${missing.join(", ")}` };
    }
    const { apiUrl = "" } = sendingAccess(configuration, provider);
    return { name, mode: "live", detail: `${apiUrl} as the number that was written to` };
  });
}

/** Where messages leave that answer nobody, and from which number. */
export function sendingAddress(configuration: Configuration): string {
  const { whatsapp, twilio } = configuration;
  if (whatsapp.sendThrough === "twilio") {
    return `${twilio.apiUrl} (Twilio) as ${twilio.whatsappFrom ?? twilio.from ?? ""}`;
  }
  const { apiUrl = "" } = sendingAccess(configuration, firstProvider(configuration));
  return `${apiUrl} as number ${whatsapp.phoneNumberId ?? ""}`;
}

function answersNobody({ provider, from }: WhatsAppMessage): boolean {
  return provider === undefined && from === undefined;
}

/** A number without a service is one that Meta itself delivered to; undefined for what answers nobody. */
function providerOf({ provider, from }: WhatsAppMessage): WhatsAppProvider | undefined {
  return provider ?? (from === undefined ? undefined : "meta");
}

async function createFurther(
  configuration: Configuration,
  provider: WhatsAppProvider,
  log: ChannelLog,
): Promise<WhatsAppChannel> {
  if (missingForSending(configuration, provider).length === 0) {
    return createLive(configuration, provider);
  }
  const title = PROVIDER_TITLES[provider];
  return simulatedWhatsApp((line) => {
    log(`${line} (through ${title})`);
  });
}

async function createLive(
  configuration: Configuration,
  provider: WhatsAppProvider,
): Promise<WhatsAppChannel> {
  const { apiUrl = "", accessToken = "" } = sendingAccess(configuration, provider);
  if (provider === "whatsable") {
    const { createWhatsAbleChannel } = await import("./whatsable-channel.ts");
    return createWhatsAbleChannel({ apiUrl, accessToken });
  }
  const { phoneNumberId = "", templateLanguage } = configuration.whatsapp;
  const { createCloudApiChannel } = await import("./cloud-api-channel.ts");
  return createCloudApiChannel({ apiUrl, accessToken, phoneNumberId, templateLanguage });
}
