import type { Limits } from "../runtime/run.ts";

/** What runs may use up, each and together. */
export interface DeliveryLimits extends Limits {
  /** Requests that are answered by their run side by side; as many stored events and jobs. */
  readonly runs: number;
  /** Messages and jobs that one run may cause. */
  readonly effects: number;
  /** Jobs that SPAWN makes one out of the other. */
  readonly generations: number;
  /** Milliseconds that a handler may take. */
  readonly handlerTimeout: number;
  /** Milliseconds that a job may take. */
  readonly jobTimeout: number;
}
