import type { signingMessages } from "../codes/signing.ts";
import type { ExplanationsOf } from "../explanation.ts";

const BODY = `  PRINT "OK"
END ON`;

function example(written: string, mended: string) {
  const line = (clauses: string) => `ON WEBHOOK POST TO "/shop" ${clauses} DO\n${BODY}`;
  return { kind: "check", script: line(written), mended: line(mended) } as const;
}

/** Explains GB2432 to GB2440 of `../codes/signing.ts`. */
export const signingExplanations = {
  GB2675: {
    title: "A signature that does not cover the query",
    severity: "warning",
    means:
      "GitHub, Shopify and SIGNED BY HMAC sign the body and nothing else. A request without a body always has the same signature, so whoever saw one can send any other query with it. Stripe and Slack, and HMAC with a TOLERANCE, sign the time too: then the same holds for as long as TOLERANCE says. Twilio signs the whole address with its query.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/push" SIGNED BY GITHUB DO\n${BODY}`,
      mended: `ON WEBHOOK POST TO "/push" SIGNED BY GITHUB DO\n${BODY}`,
    },
    mend: "Write POST, which these services deliver with. A sender of your own can put what counts into the body.",
  },
  GB2432: {
    title: "A signature without its header or secret",
    means:
      "SIGNED BY HMAC checks the signature of any service, and has to be told in which header it comes and which variable holds the secret.",
    example: example(
      'SIGNED BY HMAC SHA256 HEADER "X-Signature"',
      'SIGNED BY HMAC SHA256 HEADER "X-Signature" SECRET "SHOP_WEBHOOK_SECRET"',
    ),
    mend: "Add what is missing. The service's pages on webhooks tell the name of the header.",
  },
  GB2440: {
    title: "An algorithm that signatures do not use",
    means:
      "Behind SIGNED BY HMAC stands how the service computes its signature: SHA256 with most, SHA512 or SHA1 with some. MD5 and others can be forged or are used by nobody. Without a word it is SHA256.",
    example: example(
      'SIGNED BY HMAC MD5 HEADER "X-Signature" SECRET "SHOP_WEBHOOK_SECRET"',
      'SIGNED BY HMAC SHA256 HEADER "X-Signature" SECRET "SHOP_WEBHOOK_SECRET"',
    ),
    mend: "Look at the service's page on webhooks. Where it offers nothing but MD5, check the request in the script, or ask for a secret in the path.",
  },
  GB2433: {
    title: "A clause of a signature that has no place",
    means:
      "HEADER, SECRET, TOLERANCE and the algorithm belong to SIGNED BY HMAC. Other signatures are known as they are; of GITHUB, STRIPE, SHOPIFY and SLACK the SECRET may have a name of its own.",
    example: example('SIGNED BY META SECRET "SHOP_WEBHOOK_SECRET"', "SIGNED BY META"),
    mend: "Remove the clause, or write SIGNED BY HMAC.",
  },
  GB2434: {
    title: "A name that no header has",
    means: "HEADER takes the name of a header of HTTP, which has no blanks and no colon.",
    example: example(
      'SIGNED BY HMAC SHA256 HEADER "X-Signature:" SECRET "SHOP_WEBHOOK_SECRET"',
      'SIGNED BY HMAC SHA256 HEADER "X-Signature" SECRET "SHOP_WEBHOOK_SECRET"',
    ),
    mend: "Write the name alone.",
  },
  GB2435: {
    title: "A secret in a script",
    means:
      "SECRET takes the name of a variable of the environment, in capital letters, and not the secret itself. Scripts are read by many and kept for long.",
    example: example(
      'SIGNED BY HMAC SHA256 HEADER "X-Signature" SECRET "s3cret-value"',
      'SIGNED BY HMAC SHA256 HEADER "X-Signature" SECRET "SHOP_WEBHOOK_SECRET"',
    ),
    mend: "Put the secret into .env or the environment under a name of your own, and write that name.",
  },
  GB2436: {
    title: "A tolerance that is none",
    means:
      "TOLERANCE says by how many seconds the time of a signature may differ from the clock of this machine. It stands in the script as a whole number from 1 to 86400.",
    example: example("SIGNED BY STRIPE TOLERANCE 0", "SIGNED BY STRIPE TOLERANCE 300"),
    mend: "Write a number of seconds, or leave TOLERANCE out, which means 300.",
  },
  GB2437: {
    title: "A tolerance for a signature without a time",
    means:
      "Only some services sign the time along with the body. Where there is none, nothing can be compared with the clock.",
    example: example("SIGNED BY GITHUB TOLERANCE 300", "SIGNED BY GITHUB"),
    mend: "Remove TOLERANCE.",
  },
  GB2438: {
    title: "An address that is none",
    means:
      "FROM takes IPv4 and IPv6 addresses and ranges such as 203.0.113.0/24, with commas between them. Names of machines are none.",
    example: example('OPEN FROM "shop.example.com"', 'OPEN FROM "203.0.113.0/24"'),
    mend: "Write the addresses that the service says its requests come from.",
  },
  GB2439: {
    title: "A limit that is none",
    means:
      "LIMIT says how many requests one address may send to this handler in a second, a minute or an hour. It stands in the script as a whole number.",
    example: example("OPEN LIMIT 0 PER MINUTE", "OPEN LIMIT 60 PER MINUTE"),
    mend: "Write a number of 1 or more.",
  },
  GB2485: {
    title: "A limit without a time",
    severity: "warning",
    means:
      "LIMIT says how many requests one address may send, but not in which time. It is taken for a minute, which may be sixty times more or less than is meant.",
    example: example("OPEN LIMIT 60", "OPEN LIMIT 60 PER MINUTE"),
    mend: "Write PER SECOND, PER MINUTE or PER HOUR behind the number; `gbasic check --fix` writes PER MINUTE.",
  },
} satisfies ExplanationsOf<typeof signingMessages>;
