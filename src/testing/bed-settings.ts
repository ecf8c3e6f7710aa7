import type { SendingNumbers } from "../host/sending-number.ts";
import type { SpendLimits } from "../host/spend-limits.ts";
import type { TwilioPaths } from "../host/twilio-paths.ts";
import type { WhatsAppPath } from "../host/whatsapp/providers.ts";
import type { Configuration } from "../host/configuration.ts";
import { TEST_BUSINESS } from "./event-desk.ts";
import { testWhatsAppPaths } from "./whatsapp-paths.ts";

/** What of the settings decides how a test bed serves. */
export interface BedSettings {
  readonly limits: Configuration["limits"];
  /** TwiML for calls whose handler fails. */
  readonly callFallback: string;
  /** Where ON WHATSAPP handlers listen. */
  readonly whatsappPaths: readonly WhatsAppPath[];
  /** Where handlers for Twilio listen that name no path. */
  readonly twilioPaths: TwilioPaths;
  /** How many WhatsApp messages may leave. */
  readonly spendLimits: SpendLimits;
  readonly sendingNumbers: SendingNumbers;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
}

/** Takes out of the settings what test beds have a use for. */
export function bedSettings(configuration: Configuration): BedSettings {
  const { limits, twilio, whatsapp, server } = configuration;
  const isThroughTwilio = whatsapp.sendThrough === "twilio";
  return {
    limits,
    callFallback: twilio.fallback,
    whatsappPaths: testWhatsAppPaths(configuration),
    twilioPaths: twilio.paths,
    spendLimits: whatsapp.spendLimits,
    sendingNumbers: { standard: TEST_BUSINESS.numberId, isThroughTwilio },
    zone: server.timezone,
  };
}
