import type { CompiledHandler } from "../compile/script.ts";
import type {
  TwilioDeclaration,
  TwilioStatusDeclaration,
  WebhookDeclaration,
  WhatsAppDeclaration,
} from "../host/handler.ts";

/** Tells handlers of requests: ON WEBHOOK, WEBHOOK. */
export function isWebhook(
  handler: CompiledHandler,
): handler is CompiledHandler<WebhookDeclaration> {
  return handler.declaration.kind === "webhook";
}

/** Tells handlers of the items of WhatsApp deliveries: ON WHATSAPP. */
export function isWhatsApp(
  handler: CompiledHandler,
): handler is CompiledHandler<WhatsAppDeclaration> {
  return handler.declaration.kind === "whatsapp";
}

/** Tells handlers of what became of what Twilio was given: ON SMS STATUS. */
export function isTwilioStatus(
  handler: CompiledHandler,
): handler is CompiledHandler<TwilioStatusDeclaration> {
  return handler.declaration.kind === "twilio-status";
}

/** Tells handlers of what Twilio asks: ON CALL, ON SMS, and the blocks in which calls go on. */
export function isTwilio(handler: CompiledHandler): handler is CompiledHandler<TwilioDeclaration> {
  return handler.declaration.kind === "twilio";
}
