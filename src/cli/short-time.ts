import { isoTime } from "./entry-json.ts";

/** Writes a time in ms since 1970-01-01 UTC to the second: `2026-11-26 08:12:59`. */
export function shortTime(time: number): string {
  return isoTime(time).slice(0, 19).replace("T", " ");
}
