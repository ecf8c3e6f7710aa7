import { resolve } from "node:path";
import { systemTimers } from "../host/timers.ts";
import { watchScripts } from "../server/watch.ts";
import { EXIT } from "./exit-code.ts";
import { locateTests } from "./find-tests.ts";
import type { InputIo } from "./io.ts";
import type { StopRequests } from "./stop-requests.ts";
import type { TestOptions } from "./test-options.ts";
import type { TestSession } from "./test-session.ts";
import { TestWatch } from "./test-watch.ts";

/** Milliseconds without a change that end the steps in which an editor writes a file. */
const QUIET_MS = 20;

/**
 * Runs all tests, then again and again those that a change touches, until it is asked to end.
 * @returns 0, whatever became of the tests
 * @throws UsageError for a path that cannot be read at the beginning
 */
export async function watchTests(
  session: TestSession,
  options: TestOptions,
  io: InputIo,
  stop: StopRequests,
): Promise<number> {
  const { paths } = options;
  // Whoever misspells a path is told so, rather than waiting for a file that never comes.
  await locateTests(paths, io.folder);
  const watch = new TestWatch(session, options, io);
  const watching = await watchScripts({
    paths: paths.map((path) => resolve(io.folder, path)),
    timers: systemTimers,
    quietMs: QUIET_MS,
    changed: (changed) => watch.runTouched(changed),
  });
  const release = io.keys?.listen((key) => {
    watch.pressed(key);
  });
  try {
    watching.add(await watch.runAll());
    await Promise.race([stop.first, watch.over]);
    return EXIT.ok;
  } finally {
    release?.();
    stop.release();
    await watch.end();
    await watching.stop();
  }
}
