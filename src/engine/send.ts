import type { Receipt } from "../host/channel.ts";
import type { Place } from "../host/host.ts";
import type { OutboundMessage } from "../host/message.ts";
import type { PassingProvider } from "../host/whatsapp/providers.ts";
import type { RetryResult } from "./lease.ts";

/** A message in the outbox. */
export interface Send {
  /** Run id and number of the effect in its run; adding the same id again changes nothing. */
  readonly id: string;
  readonly runId: string;
  /** Channel and recipient; the sends of one lane leave in the order in which they were added. */
  readonly lane: string;
  readonly message: OutboundMessage;
  /** The id of the number that a WhatsApp message answers from, unless it names one itself. */
  readonly number?: string;
  /** The service through which a WhatsApp message leaves; left out for that of the settings. */
  readonly provider?: PassingProvider;
  /** The statement that asked for it. */
  readonly place: Place;
  /** True where a second copy is harmless, so that an unanswered attempt may be repeated. */
  readonly repeatable: boolean;
  /** Present where the run that asked for it was about a message that failed: nothing follows it. */
  readonly followsFailure?: true;
  /** The id of the message that this was a part of, and by which the far side knows it. */
  readonly partOf?: string;
}

/** A part of a message that the far side refused for good, while the rest may still be taken. */
export interface RefusedPart {
  /** The part as a message of its own, which is a dead letter at once. */
  readonly send: Send;
  readonly reason: string;
  /** The far side's own code, such as 550. */
  readonly code?: string | undefined;
}

/** A message as a run records it. */
export interface NewSend extends Send {
  /** Why it is only recorded and never sent; undefined for a message that is to be sent. */
  readonly skipped: string | undefined;
}

/** How an attempt to send ended; `unknown` it may have been taken, so it is never tried again. */
export type SendResult =
  | { readonly state: "done"; readonly receipt: Receipt }
  | {
      readonly state: "dead";
      readonly reason: string;
      /** The far side's own code, such as 131026. */
      readonly code?: string | undefined;
      readonly remaining?: OutboundMessage | undefined;
      readonly refusedPart?: RefusedPart | undefined;
    }
  | { readonly state: "unknown"; readonly reason: string }
  | (RetryResult & {
      /** What is left to be sent, where the far side settled a part; the whole message unless given. */
      readonly remaining?: OutboundMessage | undefined;
      readonly refusedPart?: RefusedPart | undefined;
    });

/** Gives what an attempt left of a message, which takes its place; undefined where that is all of it. */
export function remainingOf(result: SendResult): OutboundMessage | undefined {
  return "remaining" in result ? result.remaining : undefined;
}

/** Gives the part that an attempt showed to be refused for good; undefined where there is none. */
export function refusedPartOf(result: SendResult): RefusedPart | undefined {
  return "refusedPart" in result ? result.refusedPart : undefined;
}
