import type { Channel, LanguageModel } from "../host/channel.ts";
import type { Configuration } from "../host/configuration.ts";
import { missingCredentials, type ChannelCapability } from "../host/configuration/needs.ts";
import { CHANNEL_CAPABILITIES } from "../host/host.ts";
import type { MediaChannel } from "../host/media.ts";
import type { HttpClient } from "../host/http-call.ts";
import type { CallMessage, MailMessage, SmsMessage, WhatsAppMessage } from "../host/message.ts";
import { createSimulatedModel } from "./model/simulated-model.ts";
import type { ChannelLog } from "./simulated-channel.ts";
import { simulatedCalls, simulatedMail, simulatedSms } from "./simulated-channels.ts";
import { createSimulatedMedia } from "./whatsapp/simulated-media.ts";
import { readTwilioMediaAddress } from "./twilio/media-address.ts";
import { statusUrlOf } from "./twilio/status-url.ts";
import { createMedia } from "./whatsapp/create-media.ts";
import { createWhatsApp, describeProviders, sendingAddress } from "./whatsapp/create-whatsapp.ts";

/** What a channel does at present, for the start of the server. */
export interface ChannelDescription {
  /** `whatsapp`; `whatsapp of CMzon` for what answers the messages of a further provider. */
  readonly name: string;
  readonly mode: "live" | "simulated";
  /** Where it sends, or what it waits for; without secrets. */
  readonly detail: string;
}

/** All ways out. */
export interface Channels {
  readonly mail: Channel<MailMessage>;
  readonly whatsapp: Channel<WhatsAppMessage>;
  readonly sms: Channel<SmsMessage>;
  readonly call: Channel<CallMessage>;
  readonly model: LanguageModel;
  readonly media: MediaChannel;
  readonly smsMedia: MediaChannel;
  readonly http: HttpClient;
  describe(): readonly ChannelDescription[];
  close(): Promise<void>;
}

/**
 * Makes the channels that the settings ask for. Each one is simulated while credentials are
 * missing; the code of real ones is loaded only where they are used.
 * @param log takes one line for each message that a simulated channel takes
 */
export async function createChannels(
  configuration: Configuration,
  log: ChannelLog,
): Promise<Channels> {
  const [mail, whatsapp, sms, call, model, smsMedia] = await Promise.all([
    createMail(configuration, log),
    createWhatsApp(configuration, log),
    createSms(configuration, log),
    createCalls(configuration, log),
    createModel(configuration),
    createSmsMedia(configuration),
  ]);
  const media = createMedia(configuration);
  const http = createLateClient(configuration);
  return {
    mail,
    whatsapp,
    sms,
    call,
    model,
    media,
    smsMedia,
    http,
    describe: () => describeChannels(configuration),
    close: async () => {
      const all = [mail, whatsapp, sms, call, http];
      await Promise.all(all.map((channel) => channel.close()));
    },
  };
}

async function createMail({ mail }: Configuration, log: ChannelLog) {
  const { smtpUrl, from, dkim } = mail;
  if (smtpUrl === undefined || from === undefined) return simulatedMail(log);
  const { createSmtpChannel } = await import("./mail/smtp-channel.ts");
  const accounts = [...mail.accounts].map(([key, own]) => {
    const account = { smtpUrl: own.smtpUrl ?? smtpUrl, from: own.from ?? from };
    return [key, account] as const;
  });
  return createSmtpChannel({ smtpUrl, from, dkim, accounts: new Map(accounts) });
}

async function createSms({ twilio, server }: Configuration, log: ChannelLog) {
  const { apiUrl, accountSid, from, whatsappFrom } = twilio;
  const [authToken] = twilio.authTokens;
  if (accountSid === undefined || authToken === undefined || from === undefined) {
    return simulatedSms(log);
  }
  const { createTwilioChannel } = await import("./sms/twilio-channel.ts");
  const statusUrl = statusUrlOf("sms", server, twilio);
  return createTwilioChannel({ apiUrl, accountSid, authToken, from, whatsappFrom, statusUrl });
}

async function createSmsMedia({ twilio, whatsapp }: Configuration): Promise<MediaChannel> {
  const { apiUrl, accountSid } = twilio;
  const [authToken] = twilio.authTokens;
  if (accountSid === undefined || authToken === undefined) {
    return createSimulatedMedia((address) => readTwilioMediaAddress(address, apiUrl));
  }
  const { createTwilioMedia } = await import("./sms/twilio-media.ts");
  return createTwilioMedia({ apiUrl, accountSid, authToken, limit: whatsapp.mediaLimit });
}

async function createCalls({ twilio, server }: Configuration, log: ChannelLog) {
  const { apiUrl, accountSid, callFrom: from } = twilio;
  const [authToken] = twilio.authTokens;
  if (accountSid === undefined || authToken === undefined || from === undefined) {
    return simulatedCalls(log);
  }
  const { createCallChannel } = await import("./calls/call-channel.ts");
  const statusUrl = statusUrlOf("call", server, twilio);
  return createCallChannel({ apiUrl, accountSid, authToken, from, statusUrl });
}

async function createModel({ model }: Configuration): Promise<LanguageModel> {
  const { url, name, apiKey } = model;
  if (url === undefined || name === undefined) return createSimulatedModel();
  const { createOpenAiCompatibleModel } = await import("./model/openai-compatible.ts");
  return createOpenAiCompatibleModel({ url, model: name, apiKey });
}

/** Makes a client whose code is loaded by the first call: most scripts make none. */
function createLateClient({ http }: Configuration): HttpClient {
  let client: Promise<HttpClient> | undefined;
  return {
    call: async (call, context) => {
      client ??= import("./http/http-client.ts").then(({ createHttpClient }) =>
        createHttpClient(http),
      );
      return (await client).call(call, context);
    },
    close: async () => {
      await (await client)?.close();
    },
  };
}

/** Tells what each channel does with these settings, without making any. */
export function describeChannels(configuration: Configuration): readonly ChannelDescription[] {
  return [
    ...CHANNEL_CAPABILITIES.map((name) => describeChannel(configuration, name)),
    ...describeProviders(configuration),
  ];
}

function describeChannel(
  configuration: Configuration,
  name: ChannelCapability,
): ChannelDescription {
  const missing = missingCredentials(configuration, name);
  return missing.length === 0
    ? { name, mode: "live", detail: target(configuration, name) }
    : { name, mode: "simulated", detail: `not set: ${missing.join(", ")}` };
}

function target(configuration: Configuration, name: ChannelCapability): string {
  const { mail, twilio, model } = configuration;
  switch (name) {
    case "mail": {
      const names = [...mail.accounts.keys()];
      const accounts = names.length === 0 ? "" : `, accounts ${names.join(", ")}`;
      return `${URL.parse(mail.smtpUrl ?? "")?.host ?? ""} as ${mail.from ?? ""}${accounts}`;
    }
    case "whatsapp":
      return sendingAddress(configuration);
    case "sms":
      return `${twilio.apiUrl} as ${twilio.from ?? ""}`;
    case "phone":
      return `${twilio.apiUrl} as ${twilio.callFrom ?? ""}`;
    case "model":
      return `${model.name ?? ""} at ${model.url ?? ""}`;
  }
}
