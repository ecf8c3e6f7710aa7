import type { Program } from "../compile/script.ts";
import type { Effects } from "../engine/effects.ts";
import type { JournalEntry } from "../engine/journal.ts";
import type { SynchronousRequest } from "../engine/recorded-response.ts";
import type { NewSend } from "../engine/send.ts";
import type { JobWork, Work } from "../engine/work.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { MediaStore } from "../host/media.ts";
import type { Timers } from "../host/timers.ts";
import { findRun } from "./find-run.ts";
import type { DeliveryLimits } from "./limits.ts";
import { ReplayPast } from "./replay-past.ts";
import type { HostServices } from "./run-host.ts";
import { Runner } from "./runner.ts";
import { ShutdownNotice } from "./shutdown-notice.ts";

/** Runs that a replay follows at most: a SUB may spawn itself without end. */
const MOST_RUNS = 1000;

/** What a replay works with; nothing of it reaches the outside or the store. */
export interface ReplayOptions extends Pick<
  HostServices,
  "channels" | "files" | "random" | "twilio"
> {
  readonly program: Program;
  readonly limits: DeliveryLimits;
  readonly timers: Timers;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
  readonly runSeed: string;
  /** What a run was told when it ran. */
  readonly journalOf: (runId: string) => readonly JournalEntry[];
  /** When an entry was stored, for runs that looked at no clock; ms since 1970-01-01 UTC. */
  readonly startedAt: number;
}

/** One run of a replay. */
export interface ReplayedRun {
  readonly id: string;
  readonly kind: "event" | "request" | "job";
  /** The route, or the name of the SUB. */
  readonly name: string;
  /** Why it failed, with place and excerpt; undefined where it ended well. */
  readonly failure: string | undefined;
  /** Undefined for jobs, and where it failed. */
  readonly response: OutgoingResponse | undefined;
}

/** What a delivery would do. */
export interface Replayed {
  readonly runs: readonly ReplayedRun[];
  /** In the order in which they would be stored. */
  readonly sends: readonly NewSend[];
  /** Where the replay could not be exact. */
  readonly notes: readonly string[];
}

/** Runs a stored entry again, and the jobs that it spawns, with effects that are only collected. */
export async function replay(
  first: Work | SynchronousRequest,
  options: ReplayOptions,
): Promise<Replayed> {
  const waiting: (Work | SynchronousRequest)[] = [first];
  const runs: ReplayedRun[] = [];
  const sends: NewSend[] = [];
  const notes: string[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (runs.length >= MOST_RUNS) {
      notes.push(`only the first ${String(MOST_RUNS)} runs are shown`);
      break;
    }
    const jobs: JobWork[] = [];
    runs.push(
      await runOne(next, options, notes, (effects) => {
        sends.push(...effects.sends);
        jobs.push(...effects.jobs);
      }),
    );
    waiting.push(...jobs);
  }
  return { runs, sends, notes };
}

async function runOne(
  work: Work | SynchronousRequest,
  options: ReplayOptions,
  notes: string[],
  collect: (effects: Effects) => void,
): Promise<ReplayedRun> {
  const { id } = work;
  const found = findRun(work, options.program);
  if ("code" in found) {
    const kind = "args" in work ? "job" : "lane" in work ? "event" : "request";
    const failure = `${found.code}: ${found.message}`;
    return { id, kind, name: "", failure, response: undefined };
  }
  const past = new ReplayPast(options.journalOf(id), (note) => notes.push(`${id}: ${note}`));
  const result = await runnerOf(options, collect).run({ ...found, past });
  collect(result.effects);
  const { kind, name } = found;
  if (result.state === "failed") {
    return { id, kind, name, failure: result.failure.rendered, response: undefined };
  }
  return {
    id,
    kind,
    name,
    failure: undefined,
    response: kind === "job" ? undefined : result.response,
  };
}

/** What a replayed run fetches stays where it was kept when it ran. */
const keepsNothing: MediaStore = { newFolder: () => "replay", write: async () => {} };

function runnerOf(options: ReplayOptions, collect: (effects: Effects) => void): Runner {
  const { channels, files, random, twilio, limits, timers, runSeed, startedAt, zone } = options;
  const silent = () => {};
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const begun = performance.now();
  const clock = { zone, now: () => Math.round(startedAt + performance.now() - begun) };
  return new Runner({
    engine: {
      keepFile: async () => {},
      runSeed,
      history: () => Promise.resolve([]),
      addEffects: async (effects) => {
        collect(effects);
      },
    },
    services: { channels, files, media: keepsNothing, random, twilio, log, clock },
    timers,
    limits,
    observer: {
      spawned: silent,
      runFinished: silent,
      sendFinished: silent,
      callFinished: silent,
      failed: silent,
    },
    print: silent,
    mode: "development",
    shutdown: new ShutdownNotice(),
    awaitsResponse: () => false,
  });
}
