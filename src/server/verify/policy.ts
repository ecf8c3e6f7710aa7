import { serverMessages } from "../../diagnostics/codes/server.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { VerifiedRequest } from "../../delivery/receiver.ts";
import type { Verification } from "../../host/handler.ts";
import type { HttpSettings } from "../settings.ts";
import { hmacScheme } from "./hmac.ts";
import { whyNotLocal } from "./local-request.ts";
import { metaScheme, passingSchemes } from "./meta.ts";
import { type SignatureScheme, signatureOf, type SignedRequest } from "./scheme.ts";
import { twilioScheme } from "./twilio.ts";

/** Whether a request may reach its handler, and what vouches for it. */
export type Verdict =
  | { readonly accepted: true; readonly verifiedBy: VerifiedRequest["verifiedBy"] }
  | {
      readonly accepted: false;
      /** 401 where proof is missing, 403 where it is wrong, unless the service asks for 401 there too. */
      readonly status: 401 | 403;
      readonly detail: Message;
      /** The scheme whose signature is wrong, where it is worth finding out why. */
      readonly mismatch: SignatureScheme | undefined;
    };

/** What a decision rests on, beside the request itself. */
export interface VerificationContext {
  readonly verification: Verification;
  readonly settings: Pick<HttpSettings, "mode" | "insecure" | "secrets">;
  /** The address of the connection. */
  readonly remoteAddress: string | undefined;
}

/** Those that a request may choose by its header. */
const SCHEMES: readonly SignatureScheme[] = [metaScheme, twilioScheme];

/**
 * Decides whether a request may reach its handler. The route's `SIGNED BY` names the one scheme
 * that counts; else each signature that the request carries is a proof of its own. An unsigned
 * request is taken on an OPEN route, and in development while no secret could verify the route
 * and the request comes from this machine.
 */
export function decide(signed: SignedRequest, context: VerificationContext): Verdict {
  const { verification, settings } = context;
  const schemes = schemesOf(verification);
  const presented = schemes.filter(({ header }) =>
    signed.request.headers.has(header.toLowerCase()),
  );
  const proof = presented.find((scheme) => verifies(scheme, signed, settings));
  if (proof !== undefined) return { accepted: true, verifiedBy: proof.name };
  if (verification === "open") return { accepted: true, verifiedBy: "unsigned" };
  if (settings.mode === "development" && verifyingSchemes(verification, settings).length === 0)
    return decideLocally(signed, context);
  const [claimed] = presented;
  if (claimed === undefined) {
    const headers = schemes.map(({ header }) => header).join(" or ");
    return refuse(401, serverMessages.unsigned(headers));
  }
  const status = claimed.wrongStatus ?? 403;
  if (claimed.secretsOf(settings.secrets).length === 0)
    return refuse(status, serverMessages.noSecret(claimed.header, claimed.variable));
  return refuse(status, serverMessages.wrongSignature(claimed.header), claimed);
}

/** Returns the schemes that could verify requests of such a route, as their secrets are set. */
export function verifyingSchemes(
  verification: Verification,
  settings: Pick<HttpSettings, "secrets">,
): readonly SignatureScheme[] {
  return schemesOf(verification).filter((scheme) => scheme.secretsOf(settings.secrets).length > 0);
}

function schemesOf(verification: Verification): readonly SignatureScheme[] {
  if (typeof verification !== "string") return [hmacScheme(verification)];
  if (verification === "auto" || verification === "open") return SCHEMES;
  return [...SCHEMES, ...passingSchemes].filter(({ name }) => name === verification);
}

function verifies(
  scheme: SignatureScheme,
  signed: SignedRequest,
  settings: Pick<HttpSettings, "secrets">,
): boolean {
  const signature = signatureOf(scheme, signed.request);
  const secrets = scheme.secretsOf(settings.secrets);
  return signature !== undefined && scheme.verify(signed, signature, secrets);
}

function decideLocally(signed: SignedRequest, context: VerificationContext): Verdict {
  const { settings, remoteAddress } = context;
  const reason = settings.insecure ? undefined : whyNotLocal(signed.request, remoteAddress);
  if (reason !== undefined) return refuse(401, serverMessages.notLocal(reason));
  return { accepted: true, verifiedBy: "unsigned" };
}

function refuse(status: 401 | 403, detail: Message, mismatch?: SignatureScheme): Verdict {
  return { accepted: false, status, detail, mismatch };
}
