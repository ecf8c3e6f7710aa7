import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { ItemMetrics, type ItemSample } from "./item-metrics.ts";

/** One answered request, as the metrics count it. */
export interface RequestSample {
  /** The declared path, so that paths from outside never become labels. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the server counts; each instance has a registry of its own. */
export interface Metrics {
  readonly registry: Registry;
  request(sample: RequestSample): void;
  /** Counts a run that ended: of a handler, a job, and how, after how many seconds. */
  run(kind: string, outcome: string, seconds: number): void;
  /** Counts a SUB that SPAWN asked for. */
  spawn(): void;
  /** Counts an error that a person should look at, by its GB code. */
  error(code: string): void;
  /** Counts a message that was skipped, or an attempt to send it, by how it ended. */
  send(channel: string, outcome: string): void;
  /** Counts a call of a script over HTTP, by the class of its status, and its time. */
  call(method: string, status: number | undefined, seconds: number): void;
  /** Shows the depth of each queue, read when the metrics are. */
  watchQueues(read: () => Promise<ReadonlyMap<string, number>>): void;
  /** Shows what became of the items of deliveries, read when the metrics are. */
  watchItems(read: () => Promise<ItemSample>): void;
  /** Gives all figures of one moment as text. */
  text(): Promise<string>;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Around Meta's goals for webhooks: a median below 250 ms, under 1 % above 1 s. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Jobs may take a minute. */
const RUN_SECONDS = [...SECONDS, 30, 60];

/** Creates the metrics of one server. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const countRequest = createRequestMetrics(registry);
  const runs = counter(registry, "gbasic_runs_total", "Runs that ended", ["kind", "outcome"]);
  const runDurations = createRunDurations(registry);
  const spawns = counter(registry, "gbasic_spawns_total", "SUBs that SPAWN asked for", []);
  const errors = counter(registry, "gbasic_errors_total", "Errors by their code", ["code"]);
  const sends = counter(registry, "gbasic_sends_total", "Attempts to send", ["channel", "outcome"]);
  const countCall = createCallMetrics(registry);
  const items = new ItemMetrics(registry);
  let readItems: (() => Promise<ItemSample>) | undefined;
  return {
    registry,
    request: countRequest,
    run: (kind, outcome, seconds) => {
      runs.inc({ kind, outcome });
      runDurations.observe({ kind }, seconds);
    },
    spawn: () => spawns.inc(),
    error: (code) => errors.inc({ code }),
    send: (channel, outcome) => {
      sends.inc({ channel, outcome });
    },
    call: countCall,
    watchQueues: (read) => {
      watchQueues(registry, read);
    },
    watchItems: (read) => {
      readItems = read;
    },
    text: async () => {
      const sample = await readItems?.();
      // From here on without a pause, so that another reader's sample cannot come between.
      if (sample !== undefined) items.show(sample);
      return registry.metrics();
    },
  };
}

function createRequestMetrics(registry: Registry): (sample: RequestSample) => void {
  const requests = counter(registry, "gbasic_http_requests_total", "HTTP requests answered", [
    "route",
    "method",
    "status",
  ]);
  const durations = new Histogram({
    name: "gbasic_http_request_duration_seconds",
    help: "Time from the request's head to its answer",
    labelNames: ["route"],
    buckets: SECONDS,
    registers: [registry],
  });
  return ({ route, method, status, seconds }) => {
    requests.inc({ route, method: METHODS.has(method) ? method : "other", status });
    durations.observe({ route }, seconds);
  };
}

function createCallMetrics(registry: Registry): Metrics["call"] {
  const help = "Calls of scripts over HTTP, by the class of their status";
  const calls = counter(registry, "gbasic_http_calls_total", help, ["method", "status"]);
  const durations = new Histogram({
    name: "gbasic_http_call_duration_seconds",
    help: "Time that calls of scripts took",
    labelNames: ["method"],
    buckets: RUN_SECONDS,
    registers: [registry],
  });
  return (method, status, seconds) => {
    const known = METHODS.has(method) ? method : "other";
    const group = status === undefined ? "none" : `${String(Math.floor(status / 100))}xx`;
    calls.inc({ method: known, status: group });
    durations.observe({ method: known }, seconds);
  };
}

function createRunDurations(registry: Registry): Histogram<"kind"> {
  return new Histogram({
    name: "gbasic_run_duration_seconds",
    help: "Time that runs took",
    labelNames: ["kind"],
    buckets: RUN_SECONDS,
    registers: [registry],
  });
}

function counter<L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly L[],
): Counter<L> {
  return new Counter({ name, help, labelNames, registers: [registry] });
}

function watchQueues(registry: Registry, read: () => Promise<ReadonlyMap<string, number>>): void {
  new Gauge({
    name: "gbasic_queue_depth",
    help: "Entries that wait in each queue",
    labelNames: ["queue"],
    registers: [registry],
    async collect() {
      for (const [queue, depth] of await read()) this.set({ queue }, depth);
    },
  });
}
