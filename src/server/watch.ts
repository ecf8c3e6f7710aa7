import { basename } from "node:path";

import { watch } from "chokidar";

import type { Cancel, Timers } from "../host/timers.ts";

/** What to watch, and what to do then. */
export interface WatchOptions {
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly timers: Timers;
  /**
   * Called once for changes that come close together, never while it still runs.
   * @returns paths to watch from now on too
   */
  readonly changed: () => Promise<readonly string[]>;
}

/** Ends the watching; resolves once nothing is watched any more. */
export type StopWatching = () => Promise<void>;

/** Editors write a file in several steps; this many milliseconds of quiet end them. */
const QUIET_MS = 100;

/**
 * Watches scripts for changes.
 * @returns once changes from now on are seen
 */
export async function watchScripts({
  paths,
  timers,
  changed,
}: WatchOptions): Promise<StopWatching> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => isHidden(path) || (stats?.isFile() === true && !isScript(path)),
  });
  const ready = new Promise<void>((resolve) => {
    watcher.once("ready", () => {
      resolve();
    });
  });
  let cancel: Cancel = () => undefined;
  let running = Promise.resolve();
  watcher.on("all", () => {
    cancel();
    cancel = timers.schedule(QUIET_MS, () => {
      running = running.then(changed).then((more) => {
        if (!watcher.closed) watcher.add([...more]);
      });
    });
  });
  await ready;
  return async () => {
    cancel();
    await watcher.close();
    await running;
  };
}

function isHidden(path: string): boolean {
  const name = basename(path);
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

function isScript(path: string): boolean {
  return path.toLowerCase().endsWith(".bas");
}
