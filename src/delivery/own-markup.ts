import type { CompiledScript } from "../compile/script.ts";
import type { IncomingRequest } from "../host/http.ts";

/** `<Response`, `<?xml`: what markup begins with, up to the end of its first name. */
const BEGINNING = /^\s*(?<markup><[!?/]?[\w:.-]*)/;

/**
 * Tells whether markup that a script gives as its answer is its own: the script writes what it begins
 * with, and nobody sent that. Whoever may choose what Twilio does could call and write at your cost.
 * @param printed the whole answer
 */
export function isOwnMarkup(
  printed: string,
  { sources }: Pick<CompiledScript, "sources">,
  request: Pick<IncomingRequest, "form" | "query"> | undefined,
): boolean {
  const markup = BEGINNING.exec(printed)?.groups?.["markup"]?.toLowerCase();
  if (markup === undefined) return false;
  const sent = [...(request?.form.values() ?? []), ...(request?.query.values() ?? [])].flat();
  if (sent.some((value) => value.toLowerCase().includes(markup))) return false;
  return sources.some(({ text }) => text.toLowerCase().includes(markup));
}
