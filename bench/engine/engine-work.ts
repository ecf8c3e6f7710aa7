import { randomUUID } from "node:crypto";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { NewEvent, NewJob, Work } from "../../src/engine/work.ts";

const LEASE_MS = 60_000;
const SENDERS = 1000;

/** @param body the bytes of its request, as text */
export function eventOf(number: number, body: string): NewEvent {
  const id = randomUUID();
  return {
    kind: "event",
    id,
    lane: `meta 115 ${String(number % SENDERS)}`,
    event: "message",
    handler: { script: "bot.bas", route: "POST /webhooks/whatsapp" },
    request: {
      id,
      method: "POST",
      path: "/webhooks/whatsapp",
      originalUrl: "/webhooks/whatsapp",
      query: new Map(),
      headers: new Map([["content-type", ["application/json"]]]),
      rawBody: Buffer.from(body),
      form: new Map(),
      files: new Map(),
      pathValues: new Map(),
    },
    dedupeKey: `key ${id}`,
    unhandled: undefined,
    report: undefined,
    sender: String(number % SENDERS),
    aliases: [],
  };
}

function jobOf({ id, lane }: Work): NewJob {
  const names = { parentId: id, script: "bot.bas", procedure: "ANSWER" };
  return {
    kind: "job",
    id: `${id}:1`,
    lane,
    args: '["ana","hello"]',
    heldMs: 0,
    delayMs: 0,
    ...names,
  };
}

/**
 * Accepts events, each of which spawns one job, and finishes all of them.
 * @param callers who do so side by side
 * @returns events and jobs per second
 */
export async function workThrough(
  engine: Engine,
  events: readonly NewEvent[],
  callers: number,
): Promise<number> {
  let next = 0;
  let jobs = events.length;
  const finishJobs = async () => {
    const leased = await engine.leaseWork({ limit: callers, leaseMs: LEASE_MS });
    const done = leased.map(({ lease, item }) => {
      if (item.kind === "job") jobs -= 1;
      const effects = item.kind === "job" ? NO_EFFECTS : { jobs: [jobOf(item)], sends: [] };
      return engine.finishWork(lease, { state: "done" }, effects);
    });
    await Promise.all(done);
  };
  const call = async () => {
    for (let event = events[next++]; event !== undefined; event = events[next++]) {
      const [acceptance] = await engine.accept([event], { limit: 1, leaseMs: LEASE_MS });
      if (acceptance?.outcome !== "accepted") throw new Error("an event was not accepted");
      if (acceptance.leased !== undefined) {
        const effects = { jobs: [jobOf(event)], sends: [] };
        await engine.finishWork(acceptance.leased.lease, { state: "done" }, effects);
      }
      await finishJobs();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, call));
  while (jobs > 0) await finishJobs();
  return (2 * events.length) / ((performance.now() - start) / 1000);
}
