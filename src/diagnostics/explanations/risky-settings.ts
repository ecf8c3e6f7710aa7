import type { riskySettingMessages } from "../codes/risky-settings.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/risky-settings.ts`. */
export const riskySettingExplanations = {
  GB5530: {
    title: "A proxy that is nearly anyone",
    severity: "warning",
    means:
      "The headers X-Forwarded-For and the like count where a proxy sends them that TRUST_PROXY names. A range shorter than /8 of IPv4 or /16 of IPv6 is no network of yours: whoever calls could write any address into the header, and so pass WHATSABLE_ALLOW, FROM and LIMIT.",
    example: { kind: "settings", settings: "TRUST_PROXY=0.0.0.0/1" },
    mend: "Name your proxies alone: loopback where the proxy runs on this machine, else its address or its network.",
  },
  GB5531: {
    title: "A token that travels in the clear",
    severity: "warning",
    means:
      "The setting begins with http://, so the token that goes with each request can be read on the way. Addresses of this machine and of private networks are not told of.",
    example: { kind: "settings", settings: "WHATSAPP_API_URL=http://graph.example.com/v26.0" },
    mend: "Write https://.",
  },
  GB5532: {
    title: "The Graph API without a version",
    severity: "warning",
    means:
      "Each version of Meta's Graph API works for about two years as it is. Without one in the address nobody here knows which version answers, and it can change from one day to the next.",
    example: { kind: "settings", settings: "WHATSAPP_API_URL=https://graph.facebook.com" },
    mend: "Write the address with a version, as the message shows, or leave the setting out.",
  },
  GB5533: {
    title: "Scripts that may call nearly every address",
    severity: "warning",
    means:
      "GBASIC_HTTP_ALLOW names the private addresses that scripts may call. A range shorter than /8 of IPv4 or /16 of IPv6 switches the guard off: an address that comes out of a message could be that of this machine, or of the data of a cloud machine.",
    example: { kind: "settings", settings: "GBASIC_HTTP_ALLOW=0.0.0.0/0" },
    mend: "Name the hosts that scripts have to call. Public addresses need not be named.",
  },
  GB5534: {
    title: "Nearly anyone may deliver for WhatsAble",
    severity: "warning",
    means:
      "WHATSABLE_ALLOW is what tells WhatsAble from anybody else where no secret is set. A range shorter than /8 of IPv4 or /16 of IPv6 lets nearly anyone in.",
    example: {
      kind: "settings",
      settings: "WHATSAPP_PROVIDERS=whatsable\nWHATSABLE_ALLOW=0.0.0.0/0",
    },
    mend: "Name the addresses that WhatsAble delivers from.",
  },
  GB5535: {
    title: "A fallback for calls that is no TwiML",
    means:
      "TWILIO_FALLBACK is what a caller hears where a handler failed. It begins with < and so has to be TwiML, but it is no XML: Twilio would say that an application error has occurred.",
    example: {
      kind: "settings",
      settings: "TWILIO_FALLBACK=<Response><Say>Sorry</Response>",
    },
    mend: "Mend the XML, or write the text alone, which gbasic has read out.",
  },
  GB5536: {
    title: "A fallback for calls that Twilio does not take as it is",
    severity: "warning",
    means:
      "TWILIO_FALLBACK is what a caller hears where a handler failed. It is XML, but holds verbs, attributes or texts that the TwiML of calls does not have.",
    example: {
      kind: "settings",
      settings: "TWILIO_FALLBACK=<Response><Speak>Sorry</Speak></Response>",
    },
    mend: "Mend what the message names, or write the text alone, which gbasic has read out.",
  },
} as const satisfies ExplanationsOf<typeof riskySettingMessages>;
