import type { OutgoingResponse } from "../../host/http.ts";
import type { Timers } from "../../host/timers.ts";
import type { Lease } from "../lease.ts";
import type { ResponseClaim, ResponseResult } from "../recorded-response.ts";

interface ResponseRecord {
  /** The claim of the run that is under way; its end as the timers count. */
  claim: { readonly token: string; readonly endsAt: number } | undefined;
  response: OutgoingResponse | undefined;
  attempts: number;
  /** Store clock, ms since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** Called when the claim ends. */
  readonly waiting: Set<() => void>;
}

/** Claims and responses of synchronous runs by run id; the oldest finished ones are forgotten. */
export class ResponseRecords {
  readonly #maximum: number;
  readonly #timers: Pick<Timers, "elapsed">;
  readonly #records = new Map<string, ResponseRecord>();
  #tokens = 0;

  /** @param maximum records at most, beside those whose run is under way */
  constructor(maximum: number, timers: Pick<Timers, "elapsed">) {
    this.#maximum = maximum;
    this.#timers = timers;
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** Tells whether a claim goes on. */
  holds(lease: Lease): boolean {
    const claim = this.#records.get(lease.id)?.claim;
    return (
      claim !== undefined && claim.token === lease.token && claim.endsAt > this.#timers.elapsed()
    );
  }

  /**
   * Claims a run unless it is recorded or under way; the latter gives undefined.
   * @param createdAt of the record, if there is none yet: store clock, ms since 1970-01-01 UTC
   */
  claim(id: string, leaseMs: number, createdAt: number): ResponseClaim | undefined {
    const record = this.#recordOf(id, createdAt);
    const now = this.#timers.elapsed();
    if (record.response !== undefined) return { state: "recorded", response: record.response };
    if (record.claim !== undefined && record.claim.endsAt > now) return undefined;
    record.claim = { token: String(++this.#tokens), endsAt: now + leaseMs };
    record.attempts += 1;
    return { state: "run", lease: { id, token: record.claim.token } };
  }

  /** Resolves when the claim under way has ended by a result; `endsInMs` is until it ends by itself. */
  whenEnded(id: string): { readonly endsInMs: number; readonly ended: Promise<void> } | undefined {
    const record = this.#records.get(id);
    if (record?.claim === undefined) return undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    record.waiting.add(resolve);
    return { endsInMs: record.claim.endsAt - this.#timers.elapsed(), ended: promise };
  }

  /**
   * Records a result and returns what is known of the run; undefined where the claim has ended.
   * @param keep whether a repeat can ask for the response
   */
  finish(
    lease: Lease,
    result: ResponseResult,
    keep: boolean,
  ): { readonly attempts: number; readonly createdAt: number } | undefined {
    const record = this.#records.get(lease.id);
    if (record === undefined || !this.holds(lease)) return undefined;
    record.claim = undefined;
    if (result.state === "done") record.response = result.response;
    for (const resolve of record.waiting) resolve();
    record.waiting.clear();
    if (keep) this.#forgetOldest();
    else this.#records.delete(lease.id);
    return record;
  }

  /** Keeps of a response that there was one. @returns false where none is recorded */
  blank(id: string): boolean {
    const record = this.#records.get(id);
    if (record?.response === undefined) return false;
    record.response = { status: 200, headers: [], body: "" };
    return true;
  }

  voidClaims(): void {
    for (const record of this.#records.values()) {
      record.claim = undefined;
      for (const resolve of record.waiting) resolve();
      record.waiting.clear();
    }
  }

  #recordOf(id: string, createdAt: number): ResponseRecord {
    let record = this.#records.get(id);
    if (record === undefined) {
      record = {
        claim: undefined,
        response: undefined,
        attempts: 0,
        createdAt,
        waiting: new Set(),
      };
      this.#records.set(id, record);
    }
    return record;
  }

  #forgetOldest(): void {
    if (this.#records.size <= this.#maximum) return;
    for (const [id, record] of this.#records) {
      if (record.claim !== undefined) continue;
      this.#records.delete(id);
      return;
    }
  }
}
