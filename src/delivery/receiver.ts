import type { CompiledHandler } from "../compile/script.ts";
import type {
  TwilioDeclaration,
  TwilioStatusDeclaration,
  WebhookDeclaration,
  WhatsAppDeclaration,
} from "../host/handler.ts";
import type { IncomingRequest, OutgoingResponse } from "../host/http.ts";
import type { TwilioSubject } from "../facts/twilio-statuses.ts";
import type { WhatsAppProvider } from "../host/whatsapp/providers.ts";

/** Who takes the requests of a route; there is at least one handler. */
export interface RouteHandlers {
  /** Method and path: `POST /webhooks/whatsapp`. */
  readonly name: string;
  /** Whose deliveries of WhatsApp come here. */
  readonly provider: WhatsAppProvider;
  /** Undefined where only ON WHATSAPP handlers listen. */
  readonly webhook: CompiledHandler<WebhookDeclaration | TwilioDeclaration> | undefined;
  /** The ON WHATSAPP handlers that listen there; empty on any other path than theirs. */
  readonly whatsapp: readonly CompiledHandler<WhatsAppDeclaration>[];
  /** Present where Twilio tells what became of what it was given. */
  readonly statuses?: StatusHandlers;
  /** Where ON WHATSAPP handlers listen, if it is another path than this. */
  readonly elsewhere: WhatsAppElsewhere | undefined;
}

/** Who is told what became of what Twilio was given; where nobody is, the history is. */
export interface StatusHandlers {
  readonly about: TwilioSubject;
  readonly handlers: readonly CompiledHandler<TwilioStatusDeclaration>[];
}

/** ON WHATSAPP handlers that listen on another path. */
export interface WhatsAppElsewhere {
  readonly path: string;
  readonly handlers: readonly CompiledHandler<WhatsAppDeclaration>[];
}

/** A request whose route was found and whose signature was checked. */
export interface VerifiedRequest {
  readonly request: IncomingRequest;
  readonly handlers: RouteHandlers;
  /** What vouched for it; `unsigned` only where the mode or the route allows that. */
  readonly verifiedBy: WhatsAppProvider | "twilio" | "hmac" | "unsigned";
  /**
   * Gives what the sender calls the delivery, where the handler knows by it one that comes again. Not
   * asked for a delivery of WhatsApp, whose messages have ids of their own.
   * @throws Refusal 400 where the sender does not say it
   */
  readonly deliveryId?: () => string | undefined;
}

/** What to answer, and what waits for the answer to be out. */
export interface Reception {
  readonly response: OutgoingResponse;
  /** The runs that the request caused, for the log. */
  readonly runIds: readonly string[];
  /** `ok`, or why the response is an error, or that nobody takes it; for the log and the metrics. */
  readonly outcome: "ok" | "duplicate" | "script-error" | "deadline" | "unavailable" | "hung-up";
  /** Lets the jobs of these runs start; to be called once the response has left, or failed to. */
  readonly afterResponse: () => void;
}

/** Takes verified requests through the delivery pipeline: split, dedupe, store, run, respond. */
export interface Receiver {
  receive(verified: VerifiedRequest, signal: AbortSignal): Promise<Reception>;
}
