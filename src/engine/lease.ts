/** The right to work on one entry until the lease ends; a later holder has another token. */
export interface Lease {
  /** The entry's id. */
  readonly id: string;
  readonly token: string;
}

/** An entry that the caller may work on now. */
export interface Leased<T> {
  readonly lease: Lease;
  readonly item: T;
  /** This attempt's number, from 1; leases that ended without a result count. */
  readonly attempt: number;
  /** Milliseconds since the entry was stored or last given a new start. */
  readonly ageMs: number;
  /** True where an earlier attempt may have done something already. */
  readonly repeated: boolean;
}

/** How much a caller can take on, and for how long it may hold it. */
export interface LeaseRequest {
  /** Entries at most. */
  readonly limit: number;
  /** Milliseconds after which the lease ends by itself. */
  readonly leaseMs: number;
}

/** An entry whose work ended with an error of the outside and is due again later. */
export interface RetryResult {
  readonly state: "retry";
  /** Milliseconds from now, by the store's clock. */
  readonly delayMs: number;
  readonly reason: string;
  /** True where the far side takes nothing more for now: nothing else of the channel, or of its account, leaves either. */
  readonly pausesChannel?: boolean;
}
