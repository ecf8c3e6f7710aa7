/** The paths that belong to the server; no script can take them. */
export const OWN_PATHS: readonly string[] = ["/healthz", "/readyz", "/metrics"];

/** Tells whether the server answers a path itself; a slash at its end makes no difference. */
export function isOwnPath(path: string): boolean {
  return OWN_PATHS.includes(path.replace(/\/$/, ""));
}
