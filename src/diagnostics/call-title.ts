/** Names a call over HTTP in messages and logs, without its path and query, which may hold secrets. */
export function callTitle(method: string, url: string): string {
  return `${method} ${URL.parse(url)?.host ?? "…"}`;
}
