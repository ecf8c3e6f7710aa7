import { oncePerMessages } from "../../diagnostics/codes/once-per.ts";
import type { DeliveryName } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import type { SlotSpans } from "../define.ts";

/** The clause of a handler that says how a delivery is known that comes again. */
export interface OncePerClauses {
  /** The word behind ONCE PER. */
  readonly source?: string | undefined;
  readonly names?: string | undefined;
}

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const WITHOUT_BODY: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Reads by what a delivery is known that comes again.
 * @param method of the handler, upper case
 * @throws BasicError GB2482 for what is no name of a header, GB2483 for what is none of a field,
 *   GB2484 for a field of requests that have no body
 */
export function oncePerOf(
  { source, names }: OncePerClauses,
  method: string,
  spans: SlotSpans,
): { readonly once?: DeliveryName } {
  if (source === undefined || names === undefined) return {};
  const written = names.split(",").map((name) => name.trim());
  return errorsAt(spans.get("names"), () => {
    if (source.toUpperCase() === "HEADER") {
      const wrong = written.find((name) => !HEADER_NAME.test(name));
      if (wrong !== undefined) throw new BasicError(oncePerMessages.badHeader(wrong));
      return { once: { source: "header", names: written } };
    }
    const wrong = written.find((name) => name.split(".").includes(""));
    if (wrong !== undefined) throw new BasicError(oncePerMessages.badField(wrong));
    if (WITHOUT_BODY.has(method)) throw new BasicError(oncePerMessages.noBody(method));
    return { once: { source: "field", names: written } };
  });
}
