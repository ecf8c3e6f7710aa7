import { webhookMessages } from "../../diagnostics/codes/webhooks.ts";
import type { WebhookDeclaration } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import type { SlotSpans } from "../define.ts";
import { admissionOf, type AdmissionClauses } from "./admission.ts";
import { type OncePerClauses, oncePerOf } from "./once-per.ts";
import { verificationOf, type VerificationClauses } from "./verification.ts";

/** The variables that the body of a `WEBHOOK "name"` is given. */
export const WEBHOOK_VARIABLES = ["params", "body", "headers", "method", "path"];

/** The clauses behind the name. */
export interface NamedWebhookClauses extends VerificationClauses, AdmissionClauses, OncePerClauses {
  readonly raw?: string | undefined;
}

/**
 * Makes the declaration of `WEBHOOK "name"` and `ON WEBHOOK "name"`, which take any method. Names are
 * one whatever their case, as in General Bots.
 * @throws BasicError GB2429 for a name that is none
 */
export function namedWebhook(
  name: string,
  clauses: NamedWebhookClauses,
  spans: SlotSpans,
): WebhookDeclaration {
  errorsAt(spans.get("name") ?? spans.get("path"), () => {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw new BasicError(webhookMessages.badName(name));
  });
  return {
    kind: "webhook",
    method: "ANY",
    path: `/webhook/${name.toLowerCase()}`,
    verification: verificationOf(clauses, spans),
    raw: clauses.raw !== undefined,
    ...admissionOf(clauses, spans),
    ...oncePerOf(clauses, "ANY", spans),
    name,
  };
}
