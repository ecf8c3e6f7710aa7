import { createHash } from "node:crypto";
import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { mediaMessages } from "../../diagnostics/codes/media.ts";
import { sentFileMessages } from "../../diagnostics/codes/sent-files.ts";
import { UNKNOWN_ID_CODE } from "../../facts/graph-errors.ts";
import { MEDIA_HOSTS } from "../../facts/whatsapp-media.ts";
import { ChannelError } from "../../host/channel.ts";
import type { DownloadedMedia, MediaChannel } from "../../host/media.ts";
import { get, type HttpBytes } from "../http-get.ts";
import { HttpFailure } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { readGraphAnswer, TITLE } from "./graph-answer.ts";

const TIMEOUT = 10_000;
const DOWNLOAD_TIMEOUT = 45_000;
/** What tells of a file is small. */
const LONGEST_FACTS = 100_000;

/** What is needed to fetch files from the Cloud API. */
export interface CloudApiMediaOptions {
  /** The Graph API with its version, without a `/` at its end. */
  readonly apiUrl: string;
  readonly accessToken: string;
  /** Bytes of a file at most. */
  readonly limit: number;
}

const factsSchema = z.object({
  url: z.string(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
});
type Facts = z.output<typeof factsSchema>;

/** Makes what fetches files that people sent, in two steps: where it is, then its bytes. */
export function createCloudApiMedia(options: CloudApiMediaOptions): MediaChannel {
  const quote = createQuote([options.accessToken]);
  return {
    mode: "live",
    download: (id, signal, origin) =>
      new CloudApiMedia(options, signal, quote).download(id, origin?.number),
  };
}

class CloudApiMedia {
  readonly #options: CloudApiMediaOptions;
  readonly #signal: AbortSignal;
  readonly #quote: Quote;

  constructor(options: CloudApiMediaOptions, signal: AbortSignal, quote: Quote) {
    this.#options = options;
    this.#signal = signal;
    this.#quote = quote;
  }

  /** The address is good for five minutes, so one that is gone is asked for once more. */
  async download(id: string, number: string | undefined): Promise<DownloadedMedia> {
    const first = await this.#facts(id, number);
    const answer = await this.#bytes(id, first);
    if (answer.status !== 404) return this.#read(id, first, answer);
    const second = await this.#facts(id, number);
    return this.#read(id, second, await this.#bytes(id, second));
  }

  async #facts(id: string, number: string | undefined): Promise<Facts> {
    const { apiUrl } = this.#options;
    const owner = number === undefined ? "" : `?phone_number_id=${number}`;
    const url = `${apiUrl}/${id}${owner}`;
    const { status, content } = await this.#get(id, url, TIMEOUT, LONGEST_FACTS);
    const body = new TextDecoder().decode(content);
    if (status === 404) throw gone(id);
    try {
      return readGraphAnswer(
        { status, body },
        this.#quote,
        (json) => factsSchema.safeParse(json).data,
        {
          what: `the question where the file ${id} is`,
          unanswered: (reason) => sentFileMessages.locationUnanswered(id, reason),
        },
      );
    } catch (error) {
      if (error instanceof ChannelError && error.remoteCode === String(UNKNOWN_ID_CODE))
        throw gone(id);
      throw repeatable(error);
    }
  }

  #bytes(id: string, { url }: Facts): Promise<HttpBytes> {
    const host = URL.parse(url)?.host ?? "";
    const own = URL.parse(this.#options.apiUrl);
    const isMeta = url.startsWith("https://") && MEDIA_HOSTS.has(host);
    if (!isMeta && host !== own?.host) {
      throw new ChannelError(mediaMessages.mediaElsewhere(host), "permanent");
    }
    return this.#get(id, url, DOWNLOAD_TIMEOUT, this.#options.limit);
  }

  #read(id: string, { mime_type, sha256 }: Facts, { status, content }: HttpBytes): DownloadedMedia {
    if (content === undefined) {
      const { limit } = this.#options;
      throw new ChannelError(mediaMessages.downloadTooLarge(id, limit), "permanent");
    }
    if (status === 404) throw gone(id);
    if (status >= 300) {
      const failure = status === 429 || status >= 500 ? "retry" : "permanent";
      const reason = `HTTP ${String(status)}`;
      throw new ChannelError(
        channelMessages.unreachable(`${TITLE}'s media`, reason, `the file ${id}`),
        failure,
      );
    }
    if (sha256 !== undefined && !hasHash(content, sha256)) {
      throw new ChannelError(mediaMessages.mediaDamaged(id), "retry");
    }
    return { content, contentType: mime_type };
  }

  async #get(id: string, url: string, timeout: number, limit: number): Promise<HttpBytes> {
    const headers = { authorization: `Bearer ${this.#options.accessToken}` };
    try {
      return await get({ url, headers, timeout, limit, signal: this.#signal });
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      const reason = this.#quote(error.message);
      throw new ChannelError(channelMessages.unreachable(TITLE, reason, `the file ${id}`), "retry");
    }
  }
}

function gone(id: string): ChannelError {
  return new ChannelError(mediaMessages.mediaGone(id), "permanent");
}

/** Nothing changes by asking where a file is, so what was not answered may be asked again. */
function repeatable(error: unknown): unknown {
  if (!(error instanceof ChannelError) || error.failure !== "unknown") return error;
  return new ChannelError(error.detail, "retry", { cause: error });
}

/** Meta writes hashes in Base64 in messages, and elsewhere in hexadecimal. */
function hasHash(content: Uint8Array, written: string): boolean {
  const hash = createHash("sha256").update(content).digest();
  return [hash.toString("base64"), hash.toString("hex")].includes(written);
}
