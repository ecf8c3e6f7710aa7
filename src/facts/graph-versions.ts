import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address: "https://developers.facebook.com/docs/graph-api/changelog/versions/",
    read: "2026-11-26",
  },
  {
    address: "https://developers.facebook.com/documentation/development/graph-api/changelog",
    read: "2026-11-27",
  },
];

/**
 * The version that gbasic is made for, of 2026-07-29. Meta has v27.0 since 2026-11-04, and no
 * page that could be found tells what it changes of messages; v26.0 has no end that is known.
 */
export const GRAPH_VERSION = "v26.0";

/** When versions end or ended; those that are not here have no end that is known. */
const VERSION_ENDS: ReadonlyMap<string, string> = new Map([
  ["v13.0", "2024-05-28"],
  ["v14.0", "2024-09-17"],
  ["v15.0", "2024-11-20"],
  ["v16.0", "2025-05-14"],
  ["v17.0", "2025-09-12"],
  ["v18.0", "2026-01-26"],
  ["v19.0", "2026-05-21"],
  ["v20.0", "2026-09-24"],
  ["v21.0", "2027-01-21"],
  ["v22.0", "2027-05-20"],
  ["v23.0", "2027-10-08"],
  ["v24.0", "2028-02-18"],
  ["v25.0", "2028-07-29"],
]);

/** Where the Graph API is. */
export const GRAPH_HOST = "graph.facebook.com";

/** The same with that version. */
export const GRAPH_API_URL = `https://${GRAPH_HOST}/${GRAPH_VERSION}`;

/** Gives when Meta ends a version of its API, in ms since 1970-01-01 UTC; undefined where nobody knows. */
export function graphVersionEnd(version: string): number | undefined {
  const end = VERSION_ENDS.get(version);
  return end === undefined ? undefined : Date.parse(end);
}
