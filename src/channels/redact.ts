/** A secret shorter than this would hide parts of ordinary words. */
const SHORTEST_SECRET = 4;

/** The longest text of the far side that a message shows. */
const LONGEST_QUOTE = 300;

/** Makes a text of the far side fit to be shown. */
export type Quote = (text: string) => string;

/**
 * Makes a function that puts a foreign text on one line, shortens it and takes secrets out.
 * @param secrets what must not be seen; also found in base64 and percent encoding
 */
export function createQuote(secrets: readonly string[]): Quote {
  const hidden = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString("base64"),
    ])
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    let clear = text;
    for (const secret of hidden) clear = clear.replaceAll(secret, "[hidden]");
    // Control characters of a foreign text could forge lines in a log.
    const line = clear.replace(/[\s\p{Cc}]+/gu, " ").trim();
    return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
  };
}
