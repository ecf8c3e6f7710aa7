/** The request target split at the query, its path decoded. */
export interface RequestTarget {
  /** Path and query as they were on the request line. */
  readonly originalUrl: string;
  /** The path, each segment decoded. */
  readonly path: string;
  readonly segments: readonly string[];
  /** Without the `?`; empty where there is none. */
  readonly queryText: string;
}

/**
 * Reads the target of a request line.
 * @param url `/path?query`, or the absolute form `http://host/path?query` that RFC 9112 section
 *   3.2.2 asks servers to take
 * @returns undefined where the path is not valid percent-encoded UTF-8 or does not begin with `/`
 */
export function parseTarget(url: string): RequestTarget | undefined {
  const originalUrl = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?#]*/i, "");
  const queryStart = originalUrl.indexOf("?");
  const rawPath = queryStart === -1 ? originalUrl : originalUrl.slice(0, queryStart);
  const queryText = queryStart === -1 ? "" : originalUrl.slice(queryStart + 1);
  if (!rawPath.startsWith("/")) return undefined;
  const segments = decodeSegments(rawPath);
  if (segments === undefined) return undefined;
  return { originalUrl, path: `/${segments.join("/")}`, segments, queryText };
}

/**
 * Splits a path at `/` and decodes each segment, so that `%2F` stays inside its segment.
 * @returns undefined where a segment is not valid percent-encoded UTF-8
 */
export function decodeSegments(path: string): readonly string[] | undefined {
  const segments = path.slice(1).split("/");
  if (!path.includes("%")) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * Parses `a=1&b=2` as the URL standard does, keeping repeated keys in their order.
 * @param text a query without its `?`, or the body of a urlencoded form
 */
export function parseFields(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  // URLSearchParams drops a leading "?", which here would be part of the first key.
  for (const [name, value] of new URLSearchParams(`&${text}`)) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}
