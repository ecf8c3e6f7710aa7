import { z } from "zod";

/** One POST and how long its answer may take. */
export interface HttpPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** An answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** No answer came. */
export class HttpFailure extends Error {
  /** True where the far side certainly never saw the request. */
  readonly neverSent: boolean;

  constructor(reason: string, neverSent: boolean) {
    super(reason);
    this.name = "HttpFailure";
    this.neverSent = neverSent;
  }
}

/** Characters of an answer that are read; real ones have a few hundred. */
const LONGEST_ANSWER = 4_000_000;

/** Codes of errors that end a connection before a request can go over it. */
export const BEFORE_THE_REQUEST =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EACCES|UND_ERR_CONNECT_TIMEOUT|UND_ERR_INVALID_ARG|ERR_INVALID_URL|ERR_SSL_.*|ERR_TLS_.*|CERT_.*|UNABLE_TO_.*|.*SELF_SIGNED_CERT.*|HOSTNAME_MISMATCH)$/;

const systemError = z.object({ code: z.string(), message: z.string().optional() });

/**
 * Sends a POST and reads its answer. Redirects are not followed: they would carry a token away.
 * @throws HttpFailure where no answer came
 */
export async function post(request: HttpPost): Promise<HttpAnswer> {
  const { signal } = request;
  if (isAborted(signal)) throw new HttpFailure("stopped before it was sent", true);
  const timeout = AbortSignal.timeout(request.timeout);
  try {
    const response = await fetch(request.url, {
      method: "POST",
      headers: request.headers,
      body: request.body,
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout]),
    });
    return { status: response.status, body: await readBody(response) };
  } catch (error) {
    if (timeout.aborted) {
      const seconds = String(request.timeout / 1000);
      throw new HttpFailure(`no answer within ${seconds} s`, false);
    }
    if (isAborted(signal)) throw new HttpFailure("stopped while waiting for the answer", false);
    throw describeFailure(error);
  }
}

/** Reads a text as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return "";
  const chunks: AsyncIterable<Uint8Array> = response.body;
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new HttpFailure("the answer is too long", false);
  }
  return text + decoder.decode();
}

/** Node's fetch says only "fetch failed"; the reason is the cause. */
export function describeFailure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const system = systemError.safeParse(cause);
  if (system.success) {
    const { code, message = "" } = system.data;
    return new HttpFailure(message === "" ? code : message, BEFORE_THE_REQUEST.test(code));
  }
  // Without a cause, fetch refused the request itself, such as a header it cannot send.
  const neverSent = cause === undefined && error instanceof TypeError;
  return new HttpFailure(error instanceof Error ? error.message : String(error), neverSent);
}
