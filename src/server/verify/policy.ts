import { admissionMessages } from "../../diagnostics/codes/admission.ts";
import { serverMessages } from "../../diagnostics/codes/server.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { VerifiedRequest } from "../../delivery/receiver.ts";
import type { Verification } from "../../host/handler.ts";
import { isAmong } from "../address-list.ts";
import type { HttpSettings, VerificationSecrets } from "../settings.ts";
import { hmacScheme } from "./hmac.ts";
import { forwardingHeader, whyNotLocal } from "./local-request.ts";
import { metaScheme, passingSchemes } from "./meta.ts";
import { type SignatureScheme, signatureOf, type SignedRequest } from "./scheme.ts";
import { twilioScheme } from "./twilio.ts";
import { whatsAbleAddresses, whatsAbleScheme } from "./whatsable.ts";

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
  /** The address of the sender; trusted proxies may tell. */
  readonly clientAddress?: string | undefined;
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
  const schemes = schemesOf(verification, settings.secrets);
  if (verification === "whatsable") {
    const verdict = decideByAddress(signed, context);
    if (verdict !== undefined) return verdict;
  }
  const presented = schemes.filter(({ header }) =>
    signed.request.headers.has(header.toLowerCase()),
  );
  const proof = presented.find((scheme) => verifies(scheme, signed, settings));
  if (proof !== undefined) return { accepted: true, verifiedBy: proof.name };
  if (verification === "open") return { accepted: true, verifiedBy: "unsigned" };
  if (settings.mode === "development" && !isVerified(verification, settings))
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
  return schemesOf(verification, settings.secrets).filter(
    (scheme) => scheme.secretsOf(settings.secrets).length > 0,
  );
}

/** Tells whether anything proves where the requests of such a route come from. */
export function isVerified(
  verification: Verification,
  settings: Pick<HttpSettings, "secrets">,
): boolean {
  if (verifyingSchemes(verification, settings).length > 0) return true;
  return verification === "whatsable" && whatsAbleAddresses(settings.secrets) !== undefined;
}

/**
 * Decides by the address of a request alone.
 * @returns undefined where that is not enough, or nothing says which addresses may call
 */
function decideByAddress(
  { request }: SignedRequest,
  { settings, clientAddress = "" }: VerificationContext,
): Verdict | undefined {
  const allowed = whatsAbleAddresses(settings.secrets);
  if (allowed === undefined) return undefined;
  if (!isAmong(clientAddress, allowed)) {
    const isForwarded = forwardingHeader(request.headers.keys()) !== undefined;
    return refuse(403, admissionMessages.notDelivering(clientAddress, isForwarded));
  }
  const isSigned = verifyingSchemes("whatsable", settings).length > 0;
  return isSigned ? undefined : { accepted: true, verifiedBy: "whatsable" };
}

function schemesOf(
  verification: Verification,
  secrets: VerificationSecrets,
): readonly SignatureScheme[] {
  if (typeof verification !== "string") return [hmacScheme(verification)];
  if (verification === "auto" || verification === "open") return SCHEMES;
  if (verification === "whatsable") return [whatsAbleScheme(secrets)];
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
