import { error, warning } from "../message.ts";

/** GB5530 to GB5536: settings that open more than somebody may want, or fail only when they are needed. */
export const riskySettingMessages = {
  trustsAnyone: (range: string) =>
    warning(
      "GB5530",
      `TRUST_PROXY names ${range}, so nearly anyone counts as a proxy, and X-Forwarded-For may say any address`,
      "name the addresses of your proxies alone, such as TRUST_PROXY=loopback, 10.1.2.0/24",
    ),
  inTheClear: (variable: string, url: string) =>
    warning(
      "GB5531",
      `${variable} is ${url}, so the token that goes there travels where others can read it`,
      `write ${variable}=${url.replace(/^http:/i, "https:")}`,
    ),
  noVersion: (variable: string, url: string, instead: string) =>
    warning(
      "GB5532",
      `${variable} is ${url}, without a version of the Graph API, so Meta takes one that can change`,
      `write ${variable}=${instead}`,
    ),
  callsAnything: (range: string) =>
    warning(
      "GB5533",
      `GBASIC_HTTP_ALLOW names ${range}, so scripts may call nearly every private address, this machine's too`,
      "name the hosts that scripts have to call, such as GBASIC_HTTP_ALLOW=localhost:8080, 10.1.0.0/16",
    ),
  takesAnyone: (range: string) =>
    warning(
      "GB5534",
      `WHATSABLE_ALLOW names ${range}, so nearly anyone may deliver in the name of WhatsAble`,
      "name the addresses that WhatsAble delivers from, or set WHATSABLE_WEBHOOK_SECRET if it signs",
    ),
  brokenFallback: (reason: string) =>
    error(
      "GB5535",
      `TWILIO_FALLBACK is no TwiML: ${reason}`,
      "write the text alone, which gbasic has read out: TWILIO_FALLBACK=Please call again later.",
    ),
  oddFallback: (reason: string, hint: string | undefined) =>
    warning("GB5536", `Twilio does not take TWILIO_FALLBACK as it is: ${reason}`, hint),
} as const;
