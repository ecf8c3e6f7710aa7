import type { CompiledScript } from "../compile/script.ts";
import type { IncomingRequest } from "../host/http.ts";

/** `<Response`, `<?xml`: what markup begins with, up to the end of its first name. */
const BEGINNING = /^<[!?/]?[\w:.-]*/;

/** Characters of an answer in which whoever sent them is known. */
const KNOWN_BY = 60;

/**
 * Tells whether markup that a script gives as its answer is its own: the script writes what it begins
 * with, and the request does not bring the answer. Whoever may choose what Twilio does could call and
 * write at your cost.
 * @param printed the whole answer
 */
export function isOwnMarkup(
  printed: string,
  { sources }: Pick<CompiledScript, "sources">,
  request: Pick<IncomingRequest, "form" | "query"> | undefined,
): boolean {
  const answer = printed.trimStart().toLowerCase();
  const markup = BEGINNING.exec(answer)?.[0];
  if (markup === undefined) return false;
  const sent = [...(request?.form.values() ?? []), ...(request?.query.values() ?? [])].flat();
  const beginning = answer.slice(0, KNOWN_BY);
  if (sent.some((value) => value.toLowerCase().includes(beginning))) return false;
  const written = sources.map(({ text }) => text.toLowerCase());
  return written.some((text) => text.includes(markup)) || isPutTogether(markup, written);
}

/** Tells whether the script puts its elements together itself, as `"<" + NAME$ + ">"`. */
function isPutTogether(markup: string, written: readonly string[]): boolean {
  const name = JSON.stringify(markup.slice(1));
  return [`"<"`, name].every((literal) => written.some((text) => text.includes(literal)));
}
