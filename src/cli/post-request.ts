import { performance } from "node:perf_hooks";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Message } from "../diagnostics/diagnostic.ts";

/** A request as Meta or Twilio makes it. */
export interface PostedRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** By default POST. */
  readonly method?: "GET" | "POST";
  /** Undefined for a GET. */
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** What the server answered. */
export interface PostedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** From the first byte sent to the last one received. */
  readonly milliseconds: number;
}

/** Longer than Twilio waits, which is 15 s. */
const PATIENCE_MS = 30_000;

/**
 * Makes a request and waits for the whole answer. A redirect is not followed, as Meta does not.
 * @returns the answer, or why there is none: GB5362 to GB5364
 */
export async function postRequest(
  { url, headers, body, method = "POST" }: PostedRequest,
  patience = PATIENCE_MS,
): Promise<PostedAnswer | Message> {
  // Node loads what fetch is made of with its first use, which is not the server's time.
  await fetch("data:,");
  const began = performance.now();
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      body: text,
      milliseconds: performance.now() - began,
    };
  } catch (error) {
    return explain(error, url, patience);
  }
}

const ABSENT: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH"]);

function explain(error: unknown, url: URL, patience: number): Message {
  if (!(error instanceof Error)) throw error;
  if (error.name === "TimeoutError") return sendMessages.noAnswer(url.origin, patience / 1000);
  // What fetch throws says nothing; the reason is its cause.
  const { cause } = error;
  const reason = cause instanceof Error ? cause : error;
  const code = "code" in reason ? reason.code : undefined;
  if (ABSENT.has(code)) return sendMessages.noServer(url.origin, String(code));
  return sendMessages.brokenConnection(url.origin, reason.message);
}
