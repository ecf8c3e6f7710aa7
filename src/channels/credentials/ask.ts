import { describeFailure, HttpFailure } from "../http-post.ts";

/** What a service said of credentials. */
export interface CredentialAnswer {
  readonly state: "valid" | "refused" | "unanswered";
  /** Whose they are, or what is wrong; without secrets. */
  readonly detail: string;
  /** What the service's clock showed, in ms since 1970-01-01 UTC; undefined where it did not say. */
  readonly date?: number | undefined;
}

const TIMEOUT = 10_000;
/** Characters of an answer that are looked at. */
const LONGEST = 10_000;

/**
 * Asks a service with a GET whether it takes credentials.
 * @param read finds in the answer whose they are, or what is wrong
 * @param quote takes secrets out of a text
 */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  read: (json: unknown) => string | undefined,
  quote: (text: string) => string,
): Promise<CredentialAnswer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { headers, redirect: "manual", signal });
    const text = (await response.text()).slice(0, LONGEST);
    const date = Date.parse(response.headers.get("date") ?? "");
    const detail = quote(read(parsed(text)) ?? `HTTP ${String(response.status)}`);
    return {
      state: stateOf(response.status),
      detail,
      date: Number.isNaN(date) ? undefined : date,
    };
  } catch (error) {
    const failure = error instanceof HttpFailure ? error : describeFailure(error);
    return { state: "unanswered", detail: quote(failure.message) };
  }
}

/** A service that is broken or busy says nothing of the credentials. */
function stateOf(status: number): CredentialAnswer["state"] {
  if (status >= 200 && status < 300) return "valid";
  return status >= 500 || status === 429 ? "unanswered" : "refused";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
