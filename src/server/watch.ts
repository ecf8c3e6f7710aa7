import { once } from "node:events";
import { basename } from "node:path";

import { type FSWatcher, watch } from "chokidar";

import type { Cancel, Timers } from "../host/timers.ts";

/** What to watch, and what to do then. */
export interface WatchOptions {
  /** Files and folders, absolute. */
  readonly paths: readonly string[];
  readonly timers: Timers;
  /** Milliseconds without a change that end a series of them; 100 unless given. */
  readonly quietMs?: number;
  /**
   * Called once for changes that come close together, never while it still runs.
   * @param changed the absolute paths of what was written, made or removed
   * @returns paths to watch from now on too
   */
  readonly changed: (changed: ReadonlySet<string>) => Promise<readonly string[]>;
}

/** What is watched. */
export interface Watching {
  /** Watches these files and folders too; absolute paths. */
  add(paths: readonly string[]): void;
  /** Ends the watching; resolves once nothing is watched any more. */
  stop(): Promise<void>;
}

/** Editors write a file in several steps; this many milliseconds of quiet end them. */
const QUIET_MS = 100;

/**
 * Watches scripts for changes.
 * @returns once changes from now on are seen
 */
export async function watchScripts({
  paths: watched,
  timers,
  quietMs = QUIET_MS,
  changed,
}: WatchOptions): Promise<Watching> {
  const watcher = createWatcher(watched);
  const ready = once(watcher, "ready");
  let cancel: Cancel = () => undefined;
  let running = Promise.resolve();
  const add = (more: readonly string[]): void => {
    if (!watcher.closed) watcher.add([...more]);
  };
  let paths = new Set<string>();
  const tell = async (): Promise<void> => {
    const told = paths;
    paths = new Set();
    add(await changed(told));
  };
  watcher.on("all", (_, path) => {
    paths.add(path);
    cancel();
    cancel = timers.schedule(quietMs, () => {
      running = running.then(tell);
    });
  });
  await ready;
  const stop = async (): Promise<void> => {
    cancel();
    await watcher.close();
    await running;
  };
  return { add, stop };
}

function createWatcher(paths: readonly string[]): FSWatcher {
  return watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => isHidden(path) || (stats?.isFile() === true && !isScript(path)),
  });
}

function isHidden(path: string): boolean {
  const name = basename(path);
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

function isScript(path: string): boolean {
  return path.toLowerCase().endsWith(".bas");
}
