import { hash } from "node:crypto";
import { z } from "zod";
import { callTitle } from "../diagnostics/call-title.ts";
import { httpMessages } from "../diagnostics/codes/http.ts";
import { ChannelError } from "../host/channel.ts";
import type { Host } from "../host/host.ts";
import {
  headerIn,
  type HttpAnswer,
  type HttpCall,
  type HttpClient,
  type HttpHeaders,
  type ScriptCall,
} from "../host/http-call.ts";
import { bodyMark } from "../host/http-body.ts";
import { nameInAddress, safePath, withEnd } from "../host/media/kept-name.ts";
import type { MediaStore } from "../host/media.ts";
import { BasicError } from "../runtime/error.ts";
import { keepFile } from "./media-folder.ts";
import { classOfStatus } from "./recorded-failure.ts";
import { RunHeaders } from "./sent-headers.ts";

/**
 * Gives the answer to a call, by making it or from what was answered before.
 * @param asked what tells the call from others, without its secrets
 * @param perform makes it; the key is the same whenever the run is repeated
 */
export type AskAddress = (
  asked: string,
  perform: (key: string) => Promise<string>,
) => Promise<string>;

/** A call that was made, for logs and metrics. */
export interface FinishedCall {
  readonly method: string;
  readonly host: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** The code of what went wrong; undefined where an answer was taken. */
  readonly code: string | undefined;
  readonly durationMs: number;
}

/** What the calls of a run are made with. */
export interface ScriptHttpParts {
  readonly client: HttpClient;
  readonly ask: AskAddress;
  /** Where DOWNLOAD keeps files. */
  readonly store: MediaStore;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
  readonly finished: (call: FinishedCall) => void;
}

const LONGEST_QUOTE = 200;

const answerSchema = z.object({
  status: z.number(),
  statusText: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  isText: z.boolean(),
});

/**
 * Makes the calls over HTTP as one run sees them, with the headers that it sets. What a call raises is
 * an error of the script, and so gets the line that called; the ChannelError is its cause.
 */
export function createScriptHttp(parts: ScriptHttpParts): Pick<Host, "http" | "sentHeaders"> {
  const sentHeaders = new RunHeaders();
  return {
    sentHeaders,
    http: {
      call: async (given, signal) => {
        const { refuses, ...plain } = given;
        const call = withHeaders(plain, sentHeaders);
        const outcome = await asked(parts.ask, describe(call), async (key) => {
          const answer = await perform(call, refuses, { key, signal }, parts);
          // Without its bytes, which only a download keeps.
          return JSON.stringify(answerSchema.parse(answer));
        });
        return answerSchema.parse(JSON.parse(outcome));
      },
      download: (given, path, signal) => {
        const call = withHeaders(given, sentHeaders);
        const name = safePath(path ?? "", nameInAddress(call.url));
        return asked(parts.ask, describe(call, name), async (key) => {
          const answer = await perform(call, "not-2xx", { key, signal }, parts);
          const kept = withEnd(name, headerIn(answer.headers, "content-type"));
          return keepFile(parts.store, kept, answer.content ?? Buffer.from(answer.body));
        });
      },
    },
  };
}

/** The type of a form holds its boundary, so that one which the run set cannot go with it. */
function withHeaders(call: HttpCall, sentHeaders: RunHeaders): HttpCall {
  const { body } = call;
  const all = sentHeaders.with(call.headers);
  const isForm = typeof body === "object" && body.kind === "form";
  const isType = ([name]: HttpHeaders[number]) => name.toLowerCase() === "content-type";
  return { ...call, headers: isForm ? all.filter((header) => !isType(header)) : all };
}

/** Asks, with what the far side raises as an error of the script. */
async function asked(ask: AskAddress, what: string, perform: Parameters<AskAddress>[1]) {
  try {
    return await ask(what, perform);
  } catch (error) {
    if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
    throw error;
  }
}

/** What is kept of a call must show no secret, and still tell one call from another. */
function describe({ method, url, headers, body }: HttpCall, file?: string): string {
  const { origin = "", pathname = "" } = URL.parse(url) ?? {};
  const digest = hash("sha256", JSON.stringify([url, headers, bodyMark(body)]), "hex");
  return JSON.stringify({ method, address: `${origin}${pathname}`, digest, file });
}

async function perform(
  call: HttpCall,
  refuses: ScriptCall["refuses"],
  context: { readonly key: string; readonly signal: AbortSignal },
  { client, elapsed, finished }: ScriptHttpParts,
): Promise<HttpAnswer> {
  const { method, url } = call;
  const startedAt = elapsed();
  const finish = (status: number | undefined, code: string | undefined) => {
    const durationMs = Math.round(elapsed() - startedAt);
    finished({ method, host: URL.parse(url)?.host ?? "", status, code, durationMs });
  };
  try {
    const answer = await client.call(call, context);
    finish(answer.status, undefined);
    if (refuses === "not-2xx") checkStatus(call, answer);
    return answer;
  } catch (error) {
    if (error instanceof ChannelError && error.remoteCode === undefined) {
      finish(undefined, error.detail.code);
    }
    throw error;
  }
}

/** A script asks for 304 by a header of its own, and then it is what it wants to know. */
function checkStatus({ method, url }: HttpCall, answer: HttpAnswer): void {
  const { status, statusText, body } = answer;
  if ((status >= 200 && status < 300) || status === 304) return;
  const line = body.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const quoted = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
  const detail = httpMessages.refusedCall(callTitle(method, url), status, statusText, quoted);
  throw new ChannelError(detail, classOfStatus(status), { remoteCode: String(status) });
}
