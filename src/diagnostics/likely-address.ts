/** Schemes that nobody means. */
const MISSPELT = /^(?:h+t+p+(s?)|htt?s|hhtp(s?)|httpd)\s*[:;]?\s*[/\\]*\s*(?=\S)/i;
/** A host with a known end, perhaps with a port and a path. */
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?]\S*)?$/i;
/** What ends the names of files, not of hosts. */
const FILE = /\.(?:txt|csv|json|pdf|docx?|xlsx?|xml|md|html?|png|jpe?g|bas|yaml|yml|zip)$/i;
const PATH_AFTER_HOST = /^[^/]+\.[a-z]{2,}(?::\d+)?[/?]/i;

/**
 * Gives the address that a text is most likely meant to be: `htp://example.com`, `www.example.com/x`.
 * @returns undefined where it is like none
 */
export function likelyAddress(text: string): string | undefined {
  const written = text.trim();
  const scheme = MISSPELT.exec(written)?.[0] ?? "";
  const rest = written.slice(scheme.length);
  if (!HOST.test(rest)) return undefined;
  if (scheme === "" && FILE.test(rest) && !PATH_AFTER_HOST.test(rest)) return undefined;
  if (scheme !== "" && !/[:;/\\\s]$/.test(scheme)) return undefined;
  if (/^https?:\/\/$/i.test(scheme)) return undefined;
  const isPlain = scheme !== "" && !/s/i.test(scheme);
  return `${isPlain ? "http" : "https"}://${rest}`;
}
