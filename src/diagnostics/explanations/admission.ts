import type { admissionMessages } from "../codes/admission.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB4490, GB4720 and GB4721 of `../codes/admission.ts`. */
export const admissionExplanations = {
  GB4720: {
    title: "A request from an address that may not call",
    means:
      "The handler says FROM with a list of addresses, and the request came from another one. Behind a proxy the address is that of the proxy, unless TRUST_PROXY names it.",
    example: {
      kind: "request",
      script: `ON WEBHOOK POST TO "/shop" OPEN FROM "203.0.113.0/24" DO
  PRINT "OK"
END ON`,
      request: "/shop -d a=1",
    },
    mend: "Add the address to FROM if the sender may call, or set TRUST_PROXY to the proxy in front.",
  },
  GB4490: {
    title: "A delivery of WhatsAble from an address that is not WhatsAble's",
    means:
      "WHATSABLE_ALLOW names the addresses that WhatsAble delivers from, and the request came from another one. Behind a proxy the address is that of the proxy, unless TRUST_PROXY names it.",
    example: {
      kind: "situation",
      text: "WHATSABLE_ALLOW is 203.0.113.0/24, and a request to /webhooks/whatsable comes from 198.51.100.7.",
    },
    mend: "Add the address to WHATSABLE_ALLOW if it is WhatsAble's, or set TRUST_PROXY to the proxy in front.",
  },
  GB4721: {
    title: "Too many requests from one address",
    means:
      "The handler says LIMIT, and one address sent more requests than that within the time. The response has the status 429, and Retry-After says in how many seconds the next one is taken.",
    example: {
      kind: "situation",
      text: "A handler says LIMIT 60 PER MINUTE, and one address sends the 61st request of a minute.",
    },
    mend: "Send less, or raise LIMIT if the sender is right to send as many.",
  },
} satisfies ExplanationsOf<typeof admissionMessages>;
