import type { IncomingRequest } from "../host/http.ts";
import type { PassingProvider } from "../host/whatsapp/providers.ts";
import type { ReceivedReport } from "./status-report.ts";
import type { Leased, RetryResult } from "./lease.ts";

/** Names a handler so that it is found again after a restart or a reload. */
export interface HandlerReference {
  /** The script's path. */
  readonly script: string;
  /** Method and path of the route: `POST /webhooks/whatsapp`. */
  readonly route: string;
}

export type EventKind = "message" | "status" | "error" | "field";

/** One item of a delivery, with the request narrowed to that item. */
export interface EventWork {
  readonly kind: "event";
  /** The id of its run. */
  readonly id: string;
  /** Entries of one lane run one after another, in the order in which they were stored. */
  readonly lane: string;
  readonly event: EventKind;
  readonly handler: HandlerReference;
  readonly request: IncomingRequest;
  /** The id of the number of ours that it came to; left out where nobody vouches for it. */
  readonly number?: string;
  /** The service that passed it on; left out where Meta delivered it itself. */
  readonly provider?: PassingProvider;
}

/** A SUB to be run after the run that spawned it. */
export interface JobWork {
  readonly kind: "job";
  /** The id of its run. */
  readonly id: string;
  readonly lane: string;
  readonly parentId: string;
  /** The script's path. */
  readonly script: string;
  /** `CompiledProcedure.key`. */
  readonly procedure: string;
  /** The arguments as JSON text. */
  readonly args: string;
  /** That of the run that spawned it. */
  readonly number?: string;
  /** The service through which its WhatsApp messages leave; left out for that of the settings. */
  readonly provider?: PassingProvider;
}

/** What a worker runs. All of it is structured-cloneable data, so that any store can hold it. */
export type Work = EventWork | JobWork;

/** An event as it comes in, with what decides whether it is stored and run. */
export interface NewEvent extends EventWork {
  /** Stored for `DEDUPE_WINDOW_MS`; undefined for an item that cannot be told from another. */
  readonly dedupeKey: string | undefined;
  /** Why nothing runs for it; such an event is recorded as finished at once. */
  readonly unhandled: string | undefined;
  /** What it reports of a message that was sent from here; undefined for anything else. */
  readonly report: ReceivedReport | undefined;
  /** Whose history it belongs to: who sent the message; undefined for anything else. */
  readonly sender: string | undefined;
  /** The sender's other names, such as an id beside the number. */
  readonly aliases: readonly string[];
}

/** Gives what a worker runs of an event. */
export function eventWorkOf(added: NewEvent): EventWork {
  const { kind, id, lane, event, handler, request, number, provider } = added;
  const own = { kind, id, lane, event, handler, request };
  return { ...own, ...originOf({ number, provider }) };
}

/** Where something came from, and what follows it leaves by. */
export interface Origin {
  readonly number?: string | undefined;
  readonly provider?: PassingProvider | undefined;
}

/** Gives an origin without the members that say nothing. */
export function originOf({ number, provider }: Origin): {
  number?: string;
  provider?: PassingProvider;
} {
  return {
    ...(number === undefined ? {} : { number }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** A job as a run records it. */
export interface NewJob extends JobWork {
  /**
   * Milliseconds for which the job waits for `releaseJobs`, holding its lane; 0 for none. It starts
   * without a release once they are over, so a crash before the release loses nothing.
   */
  readonly heldMs: number;
  /** Milliseconds after which it is due; its lane does not wait for it. 0 for none. */
  readonly delayMs: number;
}

/** What became of one event of a delivery. */
export type Acceptance =
  | {
      readonly outcome: "accepted";
      /** Present where the engine handed the event to the caller right away. */
      readonly leased: Leased<Work> | undefined;
    }
  | { readonly outcome: "duplicate" }
  | { readonly outcome: "unhandled" };

/** How the work on an event or a job ended. `released` gives it back as if it had not been tried. */
export type WorkResult =
  | { readonly state: "done" }
  | { readonly state: "dead"; readonly reason: string }
  | { readonly state: "released" }
  | RetryResult;
