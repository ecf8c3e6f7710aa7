import { structureEntry } from "./structure-entry.ts";
import type { StructureHelp } from "./structure.ts";
import type { ManualEntry } from "./entry.ts";

const SERVICES = ["META", "TWILIO", "CMZON", "SUPERWABA", "WHATSABLE"];
const PRESETS = ["GITHUB", "STRIPE", "SHOPIFY", "SLACK"];

/** What may stand on the first line of ON WEBHOOK and WEBHOOK, behind the path or the name. */
const clauseHelp: readonly StructureHelp[] = [
  {
    titles: [
      "SIGNED BY",
      ...["HMAC", ...SERVICES, ...PRESETS].map((scheme) => `SIGNED BY ${scheme}`),
      ...["SECRET", "TOLERANCE"],
    ],
    forms: [
      `SIGNED BY ${SERVICES.join("|")}`,
      `SIGNED BY ${PRESETS.join("|")} [SECRET <variable>] [TOLERANCE <seconds>]`,
      "SIGNED BY HMAC [SHA1|SHA256|SHA512] HEADER <name> SECRET <variable> [TOLERANCE <seconds>]",
    ],
    summary:
      "Takes only requests with the signature of this service; others are answered 401 or 403. SECRET names the variable of the environment that holds the secret, or several with commas: GITHUB_WEBHOOK_SECRET, STRIPE_WEBHOOK_SECRET, SHOPIFY_WEBHOOK_SECRET or SLACK_SIGNING_SECRET unless it says another. HMAC is for any other service: HEADER names the header in which its signature stands. TOLERANCE is by how many seconds the time in a signature may be off, where it has one.",
    example: `ON WEBHOOK POST TO "/shop" SIGNED BY HMAC SHA256 HEADER "X-Shop-Signature" SECRET "SHOP_SECRET" DO
  PRINT "taken"
END ON`,
    request: "/shop -d order=7",
    output: "taken",
    raises: [
      "GB2427",
      "GB2428",
      "GB2432",
      "GB2433",
      "GB2434",
      "GB2435",
      "GB2436",
      "GB2437",
      "GB2440",
    ],
  },
  {
    titles: ["ONCE PER", "ONCE", "ONCE PER HEADER", "ONCE PER FIELD"],
    forms: ["ONCE PER HEADER <name>[, <name>]", "ONCE PER FIELD <name>[, <name>]"],
    summary:
      "Runs the handler once for a delivery, however often the service sends it: a repeat has the same id in this header, or in this field of its form or member of its JSON, and gets the answer of the first. A repeat of one that failed runs again, and does nothing twice. The names stand in one text in quotes.",
    example: `ON WEBHOOK POST TO "/orders" OPEN ONCE PER FIELD "data.id" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  PRINT "order " + ORDER.data.id
END ON`,
    request: `/orders -H 'Content-Type: application/json' -d '{"data":{"id":7}}'`,
    output: "order 7",
    raises: ["GB2482", "GB2483", "GB2484", "GB4820", "GB4821"],
  },
  {
    titles: ["LIMIT", "PER SECOND", "PER MINUTE", "PER HOUR"],
    forms: ["LIMIT <count> PER SECOND|MINUTE|HOUR"],
    summary:
      "Says how many requests one address may send to the handler in this time. What is beyond is answered 429, with the header Retry-After.",
    example: `ON WEBHOOK POST TO "/contact" OPEN LIMIT 5 PER MINUTE DO
  PRINT "Thank you"
END ON`,
    request: "/contact -d question=When",
    output: "Thank you",
    raises: ["GB2439", "GB2485"],
  },
  {
    titles: ["FROM"],
    forms: ["FROM <addresses>"],
    summary:
      "Takes requests of these addresses and ranges only, beside the signature; others are answered 403. Several stand in one text, with commas between them.",
    example: `ON WEBHOOK POST TO "/till" OPEN FROM "127.0.0.1, 203.0.113.0/24" DO
  PRINT "taken"
END ON`,
    request: "/till -d total=3",
    output: "taken",
    raises: ["GB2438"],
  },
  {
    titles: ["OPEN"],
    forms: ["OPEN"],
    summary:
      "Takes requests of anybody, signed or not, also in production. Without it and without SIGNED BY a request in production needs the signature of Meta or Twilio.",
    example: `ON WEBHOOK GET TO "/status" OPEN DO
  PRINT "all is well"
END ON`,
    request: "/status",
    output: "all is well",
    raises: ["GB2428"],
  },
  {
    titles: ["RAW"],
    forms: ["RAW"],
    summary:
      "Hands a delivery of WhatsApp over as it came, instead of running the handler once for each message in it.",
    example: `ON WEBHOOK POST TO "/whatsapp" RAW DO
  LET DELIVERY = PARSE JSON GET REQUEST BODY
  PRINT LEN(DELIVERY.entry)
END ON`,
    request: `/whatsapp -d '{"object":"whatsapp_business_account","entry":[]}'`,
    output: "0",
  },
];

/** The clauses of the first line of a webhook. */
export const clauseEntries: readonly ManualEntry[] = clauseHelp.map(structureEntry);
