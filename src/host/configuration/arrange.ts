import type { SpendLimits } from "../spend-limits.ts";
import type { MailAccountSettings } from "./mail-accounts.ts";
import type { Environment } from "./schema.ts";
import type { TwilioPaths } from "../twilio-paths.ts";
import type { WhatsAppProvider } from "../whatsapp/providers.ts";
import { type ProvidersSettings, providersSettings } from "./provider-settings.ts";
import type { AllowedAddress } from "../allowed-address.ts";
import type { PairRate } from "./values.ts";

/** Where the server listens, where it stores, whom it trusts. */
export interface ServerSettings {
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
  /** Without a `/` at its end. */
  readonly publicUrl: string | undefined;
  /** Addresses, ranges, and the names that Express knows. */
  readonly trustProxy: readonly string[];
  /** Paths of PEM files. */
  readonly tls: { readonly certificate: string; readonly key: string } | undefined;
  /** The folder of the store, relative to the working folder. */
  readonly data: string;
  /** Milliseconds for which the store keeps what is over; Infinity for ever. */
  readonly retention: {
    readonly bodiesMs: number;
    readonly failedMs: number;
    readonly historyMs: number;
    readonly filesMs: number;
  };
  /** Milliseconds for which what fails holds up what comes after it in its lane. */
  readonly laneHoldMs: number;
  /** Who may read /metrics in production. */
  readonly metrics: "loopback" | "open";
  /** True where NODE_ENV is `production`; the command line can turn it on too. */
  readonly production: boolean;
  /** IANA name of the zone that scripts show dates in. */
  readonly timezone: string;
}

/** Lists of secrets hold the newest first; any of them verifies. */
export interface WhatsAppSettings {
  readonly verifyTokens: readonly string[];
  readonly appSecrets: readonly string[];
  readonly accessToken: string | undefined;
  readonly phoneNumberId: string | undefined;
  /** The Graph API with its version, without a `/` at its end. */
  readonly apiUrl: string;
  readonly path: string;
  /** Who delivers events; what answers nobody leaves through the first. */
  readonly providers: readonly WhatsAppProvider[];
  /** What leaves through neither a number that was written to nor one that the script names. */
  readonly sendThrough: "provider" | "twilio";
  /** Of templates that name none: `en_US`. */
  readonly templateLanguage: string;
  readonly spendLimits: SpendLimits;
  /** Bytes of a file that is fetched. */
  readonly mediaLimit: number;
  /** Messages a second in all; Infinity where pacing is off. */
  readonly rate: number;
  readonly pairRate: PairRate;
}

export interface TwilioSettings {
  readonly accountSid: string | undefined;
  /** The primary, which also sends, before the secondary. */
  readonly authTokens: readonly string[];
  /** A number, a messaging service SID or a sender name. */
  readonly from: string | undefined;
  /** A number or a messaging service SID for WhatsApp messages; undefined where `from` serves. */
  readonly whatsappFrom: string | undefined;
  /** The number that calls come from; undefined where no variable has one. */
  readonly callFrom: string | undefined;
  readonly apiUrl: string;
  /** The TwiML for a caller whose handler failed. */
  readonly fallback: string;
  readonly paths: TwilioPaths;
}

export interface MailSettings {
  readonly smtpUrl: string | undefined;
  /** An address, with or without a name. */
  readonly from: string | undefined;
  /** What scripts name with USING, by `accountKey`. */
  readonly accounts: ReadonlyMap<string, MailAccountSettings>;
  readonly dkim: DkimSettings | undefined;
}

/** How mails of a domain are signed (RFC 6376). */
export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** An RSA key in PEM form. */
  readonly privateKey: string;
}

export interface ModelSettings {
  /** Base of an OpenAI-compatible endpoint, without a `/` at its end. */
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  readonly name: string | undefined;
}

/** What the calls of scripts over HTTP may do. */
export interface CallSettings {
  /** Private addresses that may be called. */
  readonly allowed: readonly AllowedAddress[];
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
  /** Bytes of an answer's body. */
  readonly maximumBytes: number;
}

/** What runs may use up; Infinity for no limit. */
export interface LimitSettings {
  readonly steps: number;
  readonly depth: number;
  /** UTF-16 units of one text. */
  readonly textLength: number;
  readonly listLength: number;
  /** UTF-16 units that one run may print, and as many that it may log. */
  readonly outputLength: number;
  /** Bytes that the process may use. */
  readonly memory: number;
  /** Bytes of a request's body. */
  readonly bodyLength: number;
  /** Messages and jobs that one run may cause. */
  readonly effects: number;
  readonly generations: number;
  /** Runs side by side. */
  readonly runs: number;
  /** Milliseconds that a handler may take. */
  readonly handlerTimeout: number;
  /** Milliseconds that a job may take. */
  readonly jobTimeout: number;
}

/** The settings of gbasic, read and checked. */
export interface Configuration {
  readonly server: ServerSettings;
  readonly whatsapp: WhatsAppSettings;
  readonly providers: ProvidersSettings;
  readonly twilio: TwilioSettings;
  readonly mail: MailSettings;
  readonly model: ModelSettings;
  readonly http: CallSettings;
  readonly limits: LimitSettings;
  /** The secrets in a variable that a script names, the newest first; none where it is not set. */
  readonly secretsIn: (name: string) => readonly string[];
}

/** What holds for settings that are not set, where a command has its own. */
export interface ConfigurationStandards {
  /** Steps of a run; 10 million for servers, Infinity for `gbasic run`. */
  readonly steps?: number;
  /** UTF-16 units that a run may print; 4 million for servers, Infinity for `gbasic run`. */
  readonly outputLength?: number;
}

const STANDARD_STEPS = 10_000_000;
const STANDARD_OUTPUT = 4_000_000;
const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Sorts the variables into settings by area. */
export function arrange(
  found: Environment,
  standards: ConfigurationStandards,
  mailAccounts: MailSettings["accounts"],
): Omit<Configuration, "secretsIn"> {
  return {
    server: serverSettings(found),
    whatsapp: whatsappSettings(found),
    providers: providersSettings(found),
    twilio: {
      accountSid: found.TWILIO_ACCOUNT_SID,
      authTokens: found.TWILIO_AUTH_TOKEN,
      from: found.TWILIO_FROM,
      whatsappFrom: found.TWILIO_WHATSAPP_FROM,
      callFrom: found.TWILIO_CALL_FROM ?? numberIn(found.TWILIO_FROM),
      apiUrl: found.TWILIO_API_URL,
      fallback: found.TWILIO_FALLBACK,
      paths: { call: found.TWILIO_CALL_PATH, sms: found.TWILIO_SMS_PATH },
    },
    mail: mailSettings(found, mailAccounts),
    model: { url: found.LLM_URL, apiKey: found.LLM_API_KEY, name: found.LLM_MODEL },
    http: {
      allowed: found.GBASIC_HTTP_ALLOW,
      timeoutMs: found.GBASIC_HTTP_TIMEOUT,
      maximumBytes: found.GBASIC_HTTP_MAX_BODY,
    },
    limits: limitSettings(found, standards),
  };
}

function mailSettings(found: Environment, accounts: MailSettings["accounts"]): MailSettings {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = found;
  const isSigned = domain !== undefined && selector !== undefined && privateKey !== undefined;
  const dkim = isSigned ? { domain: domain.toLowerCase(), selector, privateKey } : undefined;
  return { smtpUrl: found.SMTP_URL, from: found.MAIL_FROM, accounts, dkim };
}

function whatsappSettings(found: Environment): WhatsAppSettings {
  return {
    verifyTokens: found.WHATSAPP_VERIFY_TOKEN,
    appSecrets: found.WHATSAPP_APP_SECRET,
    accessToken: found.WHATSAPP_ACCESS_TOKEN,
    phoneNumberId: found.WHATSAPP_PHONE_NUMBER_ID,
    apiUrl: found.WHATSAPP_API_URL,
    path: found.WHATSAPP_PATH,
    providers: found.WHATSAPP_PROVIDERS,
    sendThrough: found.WHATSAPP_SEND_THROUGH,
    templateLanguage: found.WHATSAPP_TEMPLATE_LANGUAGE,
    mediaLimit: found.WHATSAPP_MEDIA_LIMIT * BYTES_PER_MEGABYTE,
    spendLimits: {
      hour: found.WHATSAPP_HOURLY_LIMIT,
      day: found.WHATSAPP_DAILY_LIMIT,
      personHour: found.WHATSAPP_HOURLY_LIMIT_PER_PERSON,
      personDay: found.WHATSAPP_DAILY_LIMIT_PER_PERSON,
    },
    rate: found.WHATSAPP_RATE,
    pairRate: found.WHATSAPP_PAIR_RATE,
  };
}

function serverSettings(found: Environment): ServerSettings {
  const { TLS_CERT: certificate, TLS_KEY: key } = found;
  return {
    port: found.PORT,
    host: found.HOST,
    publicUrl: found.PUBLIC_URL,
    trustProxy: found.TRUST_PROXY,
    tls: certificate === undefined || key === undefined ? undefined : { certificate, key },
    data: found.GBASIC_DATA,
    retention: {
      bodiesMs: found.GBASIC_KEEP_BODIES,
      failedMs: found.GBASIC_KEEP_FAILED,
      historyMs: found.GBASIC_KEEP_HISTORY,
      filesMs: found.GBASIC_KEEP_FILES,
    },
    laneHoldMs: found.GBASIC_LANE_HOLD,
    metrics: found.GBASIC_METRICS,
    production: found.NODE_ENV === "production",
    timezone: found.GBASIC_TIMEZONE,
  };
}

function limitSettings(found: Environment, standards: ConfigurationStandards): LimitSettings {
  return {
    steps: found.GBASIC_MAX_STEPS ?? standards.steps ?? STANDARD_STEPS,
    depth: found.GBASIC_MAX_DEPTH,
    textLength: found.GBASIC_MAX_TEXT,
    listLength: found.GBASIC_MAX_LIST,
    outputLength: found.GBASIC_MAX_OUTPUT ?? standards.outputLength ?? STANDARD_OUTPUT,
    memory: (found.GBASIC_MAX_MEMORY ?? Infinity) * BYTES_PER_MEGABYTE,
    bodyLength: found.GBASIC_MAX_BODY,
    effects: found.GBASIC_MAX_EFFECTS,
    generations: found.GBASIC_MAX_GENERATIONS,
    runs: found.GBASIC_MAX_RUNS,
    handlerTimeout: found.GBASIC_TIMEOUT,
    jobTimeout: found.GBASIC_JOB_TIMEOUT,
  };
}

/** Messaging services, names and short codes cannot call anybody. */
function numberIn(sender: string | undefined): string | undefined {
  return sender?.startsWith("+") === true ? sender : undefined;
}
