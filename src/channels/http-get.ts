import { describeFailure, HttpFailure } from "./http-post.ts";

/** One GET, how long its answer may take and how large it may be. */
export interface HttpGet {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
  /** Bytes of the answer at most. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** An answer, whatever its status. */
export interface HttpBytes {
  readonly status: number;
  /** Undefined where they are more than the limit. */
  readonly content: Uint8Array | undefined;
  /** Where a redirect leads; undefined where there is none. */
  readonly location: string | undefined;
  readonly contentType: string | undefined;
}

/**
 * Sends a GET and reads its answer. Redirects are not followed: they would carry a token away.
 * @throws HttpFailure where no answer came
 */
export async function get({ url, headers, timeout, limit, signal }: HttpGet): Promise<HttpBytes> {
  const expiry = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      headers,
      redirect: "manual",
      signal: AbortSignal.any([signal, expiry]),
    });
    return {
      status: response.status,
      content: await readBytes(response, limit),
      location: response.headers.get("location") ?? undefined,
      contentType: response.headers.get("content-type") ?? undefined,
    };
  } catch (error) {
    if (!expiry.aborted) throw describeFailure(error);
    throw new HttpFailure(`no answer within ${String(timeout / 1000)} s`, false);
  }
}

async function readBytes(response: Response, limit: number): Promise<Uint8Array | undefined> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
