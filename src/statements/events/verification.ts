import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Verification } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import type { SlotSpans } from "../define.ts";

const SCHEMES = ["META", "TWILIO"];

/** The clauses of a handler that say who may call it. */
export interface VerificationClauses {
  /** The word OPEN, where it is there. */
  readonly open?: string | undefined;
  /** The word behind SIGNED BY. */
  readonly scheme?: string | undefined;
}

/**
 * Reads how the requests of a handler prove where they come from.
 * @throws BasicError GB2427 for a scheme that nobody knows, GB2428 for OPEN beside it
 */
export function verificationOf(
  { open, scheme }: VerificationClauses,
  spans: SlotSpans,
): Verification {
  return errorsAt(spans.get("scheme"), () => {
    if (scheme === undefined) return open === undefined ? "auto" : "open";
    if (open !== undefined) throw new BasicError(statementMessages.openAndSigned());
    return schemeOf(scheme);
  });
}

function schemeOf(scheme: string): Verification {
  switch (scheme.toUpperCase()) {
    case "META":
      return "meta";
    case "TWILIO":
      return "twilio";
    default: {
      const proposed = suggest(scheme, SCHEMES);
      throw new BasicError(statementMessages.unknownScheme(scheme, SCHEMES, proposed));
    }
  }
}
