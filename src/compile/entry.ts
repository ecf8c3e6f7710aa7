import { BasicError } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { emptySlots, Frame } from "../runtime/frame.ts";
import { RunEnd } from "../runtime/run-end.ts";
import { RunState } from "../runtime/run-state.ts";
import type { RunContext } from "../runtime/run.ts";
import { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";
import type { StatementCode } from "./code.ts";
import { asScriptError } from "./script-error.ts";

/** The top level of a script, which every run executes first. */
export interface TopLevel {
  readonly code: StatementCode;
  readonly size: number;
  readonly site: Site;
}

/** What a run executes after the top level: a handler, or the SUB of a job. */
export interface EntryBody {
  /** As it is shown in call stacks. */
  readonly title: string;
  readonly site: Site;
  /** Fills the slots and executes the body. */
  execute(run: RunState, globals: Value[]): Promise<Value>;
}

/**
 * Executes one run: a fresh top level, then the body. RETURN and EXIT at the top level end the run
 * before the body.
 * @throws BasicError with its place and call frames
 */
export async function executeRun(
  top: TopLevel,
  entry: EntryBody | undefined,
  context: RunContext,
): Promise<Value> {
  const run = new RunState(context);
  try {
    run.throwIfStopped(top.site);
    const globals = emptySlots(top.size);
    const main = new Frame(run, globals, globals);
    const { code } = top;
    const signal = code.colour === "sync" ? code.run(main) : await code.run(main);
    if (signal !== Signal.next || entry === undefined) return main.result;
    context.beforeBody?.();
    return await executeEntry(run, globals, entry);
  } catch (error) {
    if (error instanceof RunEnd) return null;
    throw asScriptError(error, top.site);
  }
}

async function executeEntry(run: RunState, globals: Value[], entry: EntryBody): Promise<Value> {
  try {
    return await entry.execute(run, globals);
  } catch (passing) {
    const error = asScriptError(passing, entry.site);
    if (error instanceof BasicError) error.frames.push({ name: entry.title, ...entry.site });
    throw error;
  }
}
