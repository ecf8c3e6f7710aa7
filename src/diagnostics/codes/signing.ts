import { error, warning } from "../message.ts";

/** A signature that covers the body alone, at a handler for requests without one. */
export interface SignedQuery {
  /** Who signs: `GitHub`; `HMAC` where the script says it all itself. */
  readonly title: string;
  readonly method: string;
  /** How long a signature holds; undefined where it has no time. */
  readonly seconds: number | undefined;
  /** True where it is a service that is known, and delivers with POST. */
  readonly isService: boolean;
}

/** GB2432 to GB2440, GB2485, GB2675: the first line of a handler, as to who may call it. */
export const signingMessages = {
  queryUnsigned: ({ title, method, seconds, isService }: SignedQuery) =>
    warning(
      "GB2675",
      seconds === undefined
        ? `the signature of ${title} is one of the body, and a ${method} has none: it is always the same, and covers no query`
        : `the signature of ${title} is one of the time and the body, and a ${method} has no body: whoever has one can send any query for ${String(seconds)} seconds`,
      isService
        ? `write POST, as ${title} delivers`
        : "write POST, and let the sender put what counts into the body; SIGNED BY TWILIO covers the whole address",
    ),
  postFix: "takes POST",
  lacks: (clause: "HEADER" | "SECRET") =>
    error(
      "GB2432",
      `SIGNED BY HMAC has no ${clause}`,
      'write SIGNED BY HMAC SHA256 HEADER "x-signature" SECRET "MY_SECRET", with the names of the header and of the variable that holds the secret',
    ),
  unknownAlgorithm: (written: string, known: readonly string[], proposed: string | undefined) =>
    error(
      "GB2440",
      `${written} is no algorithm of SIGNED BY HMAC; there are ${known.join(", ")}`,
      proposed === undefined
        ? "write the one that the service's page on webhooks names, such as SHA256"
        : `did you mean ${proposed}?`,
    ),
  withoutHmac: (clause: string, scheme: string | undefined) =>
    error(
      "GB2433",
      scheme === undefined
        ? `${clause} says how requests are signed, but there is no SIGNED BY`
        : `${clause} is not for SIGNED BY ${scheme}, which says that itself`,
      scheme === undefined
        ? 'write SIGNED BY HMAC SHA256 HEADER "x-signature" SECRET "MY_SECRET"'
        : "remove it",
    ),
  badHeader: (header: string) =>
    error(
      "GB2434",
      `"${header}" is no name of a header`,
      'write it as the service does, without a colon: "X-Signature"',
    ),
  secretItself: () =>
    error(
      "GB2435",
      "this is no name of a variable of the environment",
      'write the name of the variable, as in SECRET "SHOP_WEBHOOK_SECRET", and set it in .env: a secret in a script is none',
    ),
  badTolerance: () =>
    error("GB2436", "TOLERANCE takes whole seconds from 1 to 86400", "write TOLERANCE 300"),
  noTime: (title: string) =>
    error(
      "GB2437",
      `TOLERANCE is for signatures with a time, and those of ${title} have none`,
      "remove it",
    ),
  badAddress: (written: string) =>
    error(
      "GB2438",
      written === "" ? "an address is missing here" : `"${written}" is no address and no range`,
      'write FROM "203.0.113.0/24, 198.51.100.7"',
    ),
  badLimit: () =>
    error(
      "GB2439",
      "LIMIT takes a whole number of requests, 1 or more, that stands here as it is",
      "write LIMIT 60 PER MINUTE",
    ),
  limitWithoutTime: (count: string) =>
    warning(
      "GB2485",
      `LIMIT ${count} does not say for how long; it is taken for LIMIT ${count} PER MINUTE`,
      `write LIMIT ${count} PER MINUTE, PER SECOND or PER HOUR`,
    ),
  limitFix: "says PER MINUTE",
} as const;
