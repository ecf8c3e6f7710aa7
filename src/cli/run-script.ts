import type { CompiledScript } from "../compile/script.ts";
import { readArguments, writeArguments } from "../delivery/job-arguments.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import { ChannelError } from "../host/channel.ts";
import type { Host } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";
import type { ShownError } from "../runtime/render-error.ts";
import type { Limits, RunContext, SpawnRequest } from "../runtime/run.ts";
import { silenceHost } from "./silent-host.ts";

/** What `gbasic run` gives a script to run with. */
export interface ScriptRun extends Pick<RunContext, "id"> {
  /** `effects` bounds the SUBs that the script and its SUBs spawn together. */
  readonly limits: Limits & { readonly effects: number };
  /** Makes the host of one run: of the top level, or of a spawned SUB. */
  readonly createHost: () => Host;
  readonly script: CompiledScript;
  /** Told of each error that ended the top level or a spawned SUB. */
  readonly report: (error: ShownError) => void;
}

/** A SUB that waits for its turn, at a time in milliseconds from the start. */
interface Spawned extends Pick<SpawnRequest, "procedure" | "args"> {
  readonly dueAt: number;
}

/**
 * Runs the top level of a script, then the SUBs that it spawned, one after another, in the order of
 * their times but without a pause. A SUB gets a
 * top level of its own, as every run does, but what that one prints, logs, sends or spawns is left
 * out: the script did it already.
 * @throws Error for a bug in gbasic only
 */
export async function runScript({
  script,
  report,
  createHost,
  ...given
}: ScriptRun): Promise<void> {
  const { signal } = new AbortController();
  const spawned: Spawned[] = [];
  // Nobody wants to wait for days to see what a script does: time goes on to what is next.
  let now = 0;
  const { effects } = given.limits;
  let count = 0;
  const spawn = ({ procedure, args, delayMs }: SpawnRequest): void => {
    if (++count > effects) throw new BasicError(engineMessages.tooManyEffects(effects));
    // A job gets its arguments as they are now, whatever the script does to them later.
    const dueAt = now + delayMs;
    const index = spawned.findLastIndex((other) => other.dueAt <= dueAt) + 1;
    spawned.splice(index, 0, { procedure, args: readArguments(writeArguments(args)), dueAt });
  };
  const context: RunContext = { ...given, host: createHost(), signal, spawn };
  const isThrough = await reportErrors(() => script.runMain(context), report);
  // The top level of each SUB would fail in the same way.
  if (!isThrough) return;
  for (let job = spawned.shift(); job !== undefined; job = spawned.shift()) {
    const { procedure, args, dueAt } = job;
    now = dueAt;
    const found = script.procedures.get(procedure);
    if (found === undefined) throw new Error(`${procedure} was spawned but never compiled`);
    await reportErrors(
      () => found.run(silentAtFirst({ ...context, host: createHost() }), args),
      report,
    );
  }
}

/** Makes a context whose effects begin with the body of the run. */
function silentAtFirst(context: RunContext): RunContext {
  let isSilent = true;
  return {
    ...context,
    host: silenceHost(context.host, () => isSilent),
    spawn: (request) => {
      if (!isSilent) context.spawn(request);
    },
    beforeBody: () => {
      isSilent = false;
    },
  };
}

/** Returns whether it went well. */
async function reportErrors(
  act: () => Promise<unknown>,
  report: ScriptRun["report"],
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof BasicError) && !(error instanceof ChannelError)) throw error;
    report(error);
    return false;
  }
}
