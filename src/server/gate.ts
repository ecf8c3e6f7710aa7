import { admissionMessages } from "../diagnostics/codes/admission.ts";
import type { Admission } from "../host/handler.ts";
import { countedAs, isAmong } from "./address-list.ts";
import { headerNames, type ReceivedRequest } from "./received-request.ts";
import { Refusal } from "./refusal.ts";
import type { Route } from "../routes/route-table.ts";
import { forwardingHeader } from "./verify/local-request.ts";

/** Addresses that are counted at one time; a flood from more of them must not fill the memory. */
const MOST_COUNTED = 10_000;

interface Window {
  count: number;
  /** When the window ends, on the stopwatch. */
  readonly endsAt: number;
}

/** Turns away requests from addresses that a route is not for, and what one address sends too often. */
export class Gate {
  readonly #stopwatch: () => number;
  /** By route and address, in the order of their beginnings. */
  readonly #windows = new Map<string, Window>();

  /** @param stopwatch monotonic milliseconds */
  constructor(stopwatch: () => number) {
    this.#stopwatch = stopwatch;
  }

  /** @throws Refusal 403 for an address that is not on the route's list, 429 for too many requests */
  admit(
    request: ReceivedRequest,
    { admission, handlers: { name } }: Pick<Route, "admission" | "handlers">,
  ): void {
    if (admission === undefined) return;
    const { from, limit } = admission;
    const address = request.clientAddress ?? "";
    if (from !== undefined && !isAmong(address, from)) {
      const isForwarded = forwardingHeader(headerNames(request)) !== undefined;
      throw new Refusal(403, admissionMessages.notAdmitted(address, isForwarded));
    }
    if (limit !== undefined) this.#count(`${name} ${countedAs(address)}`, limit);
  }

  #count(key: string, { count, seconds }: NonNullable<Admission["limit"]>): void {
    const now = this.#stopwatch();
    const current = this.#windows.get(key);
    if (current === undefined || current.endsAt <= now) {
      this.#windows.delete(key);
      this.#makeRoom(now);
      this.#windows.set(key, { count: 1, endsAt: now + seconds * 1000 });
      return;
    }
    if (current.count < count) {
      current.count++;
      return;
    }
    const wait = String(Math.max(1, Math.ceil((current.endsAt - now) / 1000)));
    throw new Refusal(429, admissionMessages.tooMany(count, seconds), [["Retry-After", wait]]);
  }

  #makeRoom(now: number): void {
    if (this.#windows.size < MOST_COUNTED) return;
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= MOST_COUNTED && oldest !== undefined) this.#windows.delete(oldest);
  }
}
