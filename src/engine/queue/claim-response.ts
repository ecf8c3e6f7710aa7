import type { Clock } from "../../host/host.ts";
import type { OutgoingResponse } from "../../host/http.ts";
import type { Timers } from "../../host/timers.ts";
import type { ResponseClaim } from "../recorded-response.ts";
import type { ResponseRecords } from "./response-records.ts";

/** What a claim looks at. */
export interface ClaimSources {
  readonly responses: ResponseRecords;
  /** Looks for a response that is kept elsewhere than in `responses`. */
  readonly recorded: (id: string, now: number) => OutgoingResponse | undefined;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
}

/**
 * Claims the run of a synchronous request, once no other run of the same id is under way.
 * @param leaseMs milliseconds after which the claim ends by itself
 * @param signal ends the wait
 * @throws the signal's reason
 */
export async function claimResponse(
  id: string,
  leaseMs: number,
  signal: AbortSignal,
  { responses, recorded, clock, timers }: ClaimSources,
): Promise<ResponseClaim> {
  for (;;) {
    signal.throwIfAborted();
    const now = clock.now();
    const response = responses.has(id) ? undefined : recorded(id, now);
    if (response !== undefined) return { state: "recorded", response };
    const claim = responses.claim(id, leaseMs, now);
    if (claim !== undefined) return claim;
    const running = responses.whenEnded(id);
    if (running === undefined) continue;
    await firstOf(running.ended, running.endsInMs, signal, timers);
  }
}

async function firstOf(
  ended: Promise<void>,
  delayMs: number,
  signal: AbortSignal,
  timers: Timers,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = timers.schedule(delayMs, resolve);
  const stop = () => resolve();
  signal.addEventListener("abort", stop, { once: true });
  await Promise.race([ended, promise]);
  cancel();
  signal.removeEventListener("abort", stop);
}
