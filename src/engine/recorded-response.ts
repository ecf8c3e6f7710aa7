import type { IncomingRequest, OutgoingResponse } from "../host/http.ts";
import type { Lease } from "./lease.ts";
import type { HandlerReference } from "./work.ts";

/** A request that is answered by its own run while the caller waits. */
export interface SynchronousRequest {
  /** The id of its run; the same for every repeat of one delivery. */
  readonly id: string;
  readonly handler: HandlerReference;
  readonly request: IncomingRequest;
  /** True where the sender names its deliveries, so that a repeat can be told from a new one. */
  readonly repeatable: boolean;
  /** Whose history it belongs to: who sent the message that it brings; absent for anything else. */
  readonly sender?: string;
}

/** What the caller is to do: run the handler and report the result, or send what is recorded. */
export type ResponseClaim =
  | { readonly state: "run"; readonly lease: Lease }
  | { readonly state: "recorded"; readonly response: OutgoingResponse };

/** How a synchronous run ended; a failed one is run again when its delivery is repeated. */
export type ResponseResult =
  | { readonly state: "done"; readonly response: OutgoingResponse }
  | { readonly state: "failed"; readonly reason: string };
