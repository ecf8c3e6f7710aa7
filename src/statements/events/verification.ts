import { signingMessages } from "../../diagnostics/codes/signing.ts";
import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { HmacVerification, Verification } from "../../host/handler.ts";
import { PASSING_PROVIDERS } from "../../host/whatsapp/providers.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import type { SlotSpans } from "../define.ts";
import { PRESETS, STANDARD_TOLERANCE } from "./signing-presets.ts";

/** The clauses of a handler that say how requests are signed. */
export interface VerificationClauses {
  /** The word OPEN, where it is there. */
  readonly open?: string | undefined;
  /** The word behind SIGNED BY. */
  readonly scheme?: string | undefined;
  readonly algorithm?: string | undefined;
  readonly header?: string | undefined;
  readonly secret?: string | undefined;
  /** Seconds; undefined also where it is no number that stands in the script. */
  readonly tolerance?: number | undefined;
}

const SCHEMES = [
  ...["META", "TWILIO"],
  ...PASSING_PROVIDERS.map((provider) => provider.toUpperCase()),
  ...["HMAC", ...PRESETS.keys()],
];

/**
 * Reads how the requests of a handler prove where they come from.
 * @throws BasicError GB2427 for a scheme that nobody knows, GB2428 for OPEN beside it, GB2432 to
 *   GB2437 and GB2440 for clauses that do not fit it
 */
export function verificationOf(clauses: VerificationClauses, spans: SlotSpans): Verification {
  const { open, scheme } = clauses;
  const verification = errorsAt(spans.get("scheme"), () => {
    if (scheme === undefined) return open === undefined ? "auto" : "open";
    if (open !== undefined) throw new BasicError(statementMessages.openAndSigned());
    return schemeOf(scheme, clauses, spans);
  });
  if (typeof verification === "string") refuseClauses(clauses, spans, scheme);
  else checkHmac(verification, clauses, spans);
  return verification;
}

function schemeOf(scheme: string, clauses: VerificationClauses, spans: SlotSpans): Verification {
  const name = scheme.toUpperCase();
  if (name === "META") return "meta";
  if (name === "TWILIO") return "twilio";
  const passing = PASSING_PROVIDERS.find((provider) => provider.toUpperCase() === name);
  if (passing !== undefined) return passing;
  const tolerance = clauses.tolerance ?? STANDARD_TOLERANCE;
  const preset = PRESETS.get(name);
  if (preset !== undefined) {
    const secret = clauses.secret ?? preset.secret;
    return { scheme: "hmac", ...preset, secret, tolerance };
  }
  if (name !== "HMAC") {
    throw new BasicError(
      statementMessages.unknownScheme(scheme, SCHEMES, suggest(scheme, SCHEMES)),
    );
  }
  const { header, secret } = clauses;
  const algorithm = errorsAt(spans.get("algorithm"), () => algorithmOf(clauses.algorithm));
  if (header === undefined) throw new BasicError(signingMessages.lacks("HEADER"));
  if (secret === undefined) throw new BasicError(signingMessages.lacks("SECRET"));
  const form = clauses.tolerance === undefined ? "plain" : "stripe";
  const named = { title: "HMAC", algorithm, header, secret };
  return { scheme: "hmac", ...named, form, tolerance };
}

const ALGORITHMS: ReadonlyMap<string, HmacVerification["algorithm"]> = new Map<
  string,
  HmacVerification["algorithm"]
>([
  ["SHA1", "sha1"],
  ["SHA256", "sha256"],
  ["SHA512", "sha512"],
]);

/** @throws BasicError GB2440 for one that there is not */
function algorithmOf(word: string | undefined): HmacVerification["algorithm"] {
  if (word === undefined) return "sha256";
  const written = word.toUpperCase();
  const algorithm = ALGORITHMS.get(written);
  if (algorithm !== undefined) return algorithm;
  const known = [...ALGORITHMS.keys()];
  throw new BasicError(signingMessages.unknownAlgorithm(written, known, suggest(written, known)));
}

/** Refuses what says more of a signature that is known, or of none. */
function refuseClauses(
  { algorithm, header, secret }: VerificationClauses,
  spans: SlotSpans,
  scheme: string | undefined,
): void {
  const written = { ALGORITHM: algorithm, HEADER: header, SECRET: secret };
  const [extra] = Object.entries(written).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  const tolerance = spans.has("tolerance") ? "TOLERANCE" : undefined;
  const clause = extra ?? tolerance;
  if (clause === undefined) return;
  errorsAt(spans.get(clause.toLowerCase()), () => {
    throw new BasicError(signingMessages.withoutHmac(clause, scheme?.toUpperCase()));
  });
}

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const VARIABLE_NAME = /^[A-Z_][A-Z0-9_]*$/;

function checkHmac(
  { header, secret, form, tolerance, title }: HmacVerification,
  clauses: VerificationClauses,
  spans: SlotSpans,
): void {
  errorsAt(spans.get("algorithm"), () => {
    if (title !== "HMAC" && clauses.algorithm !== undefined) {
      throw new BasicError(signingMessages.withoutHmac("ALGORITHM", title.toUpperCase()));
    }
  });
  errorsAt(spans.get("header"), () => {
    if (title !== "HMAC" && clauses.header !== undefined) {
      throw new BasicError(signingMessages.withoutHmac("HEADER", title.toUpperCase()));
    }
    if (!HEADER_NAME.test(header)) throw new BasicError(signingMessages.badHeader(header));
  });
  errorsAt(spans.get("secret"), () => {
    if (!VARIABLE_NAME.test(secret)) throw new BasicError(signingMessages.secretItself());
  });
  errorsAt(spans.get("tolerance"), () => {
    if (!spans.has("tolerance")) return;
    const isNumber = clauses.tolerance !== undefined && Number.isInteger(tolerance);
    if (!isNumber || tolerance < 1 || tolerance > 86_400) {
      throw new BasicError(signingMessages.badTolerance());
    }
    if (form === "plain") throw new BasicError(signingMessages.noTime(title));
  });
}
