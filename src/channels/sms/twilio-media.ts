import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { mediaMessages } from "../../diagnostics/codes/media.ts";
import { ChannelError } from "../../host/channel.ts";
import type { DownloadedMedia, MediaChannel } from "../../host/media.ts";
import { get, type HttpBytes } from "../http-get.ts";
import { HttpFailure } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";
import { readTwilioMediaAddress } from "../twilio/media-address.ts";

const TITLE = "Twilio";
const TIMEOUT = 45_000;
/** From the API to the place of the file it is one step, or two. */
const MOST_REDIRECTS = 3;

/** Where Twilio keeps files. Source: https://www.twilio.com/docs/messaging/api/media-resource, read on 2026-11-26. */
const FILE_HOST = /(?:^|\.)(?:twilio\.com|twiliocdn\.com|amazonaws\.com)$/;
/** What is needed to fetch the files of messages from Twilio. */
export interface TwilioMediaOptions {
  /** Twilio's API without the path and without a `/` at its end. */
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** Bytes of a file at most. */
  readonly limit: number;
}

/** Makes what fetches the files that came with an MMS or a WhatsApp message through Twilio. */
export function createTwilioMedia(options: TwilioMediaOptions): MediaChannel {
  const { accountSid, authToken } = options;
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const quote = createQuote([authToken, basic]);
  return {
    mode: "live",
    download: async (written, signal) => {
      const address = readTwilioMediaAddress(written, options.apiUrl);
      const answer = await follow(address, `Basic ${basic}`, { options, signal, quote });
      return readAnswer(written, answer, options.limit);
    },
  };
}

interface Fetching {
  readonly options: TwilioMediaOptions;
  readonly signal: AbortSignal;
  readonly quote: Quote;
}

/** The API leads to where the file is; the token is for the API alone. */
async function follow(first: string, authorization: string, parts: Fetching): Promise<HttpBytes> {
  let answer = await ask(first, { authorization }, parts);
  let address = first;
  for (let step = 0; step < MOST_REDIRECTS && isRedirect(answer); step++) {
    address = new URL(answer.location ?? "", address).href;
    checkFileHost(address, parts.options.apiUrl);
    answer = await ask(address, {}, parts);
  }
  return answer;
}

function isRedirect({ status, location }: HttpBytes): boolean {
  return status >= 300 && status < 400 && location !== undefined;
}

function checkFileHost(address: string, apiUrl: string): void {
  const url = new URL(address);
  const isTwilio = url.protocol === "https:" && FILE_HOST.test(url.hostname);
  if (isTwilio || url.hostname === URL.parse(apiUrl)?.hostname) return;
  throw new ChannelError(mediaMessages.twilioMediaElsewhere(url.host), "permanent");
}

async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  { options, signal, quote }: Fetching,
): Promise<HttpBytes> {
  try {
    return await get({ url, headers, timeout: TIMEOUT, limit: options.limit, signal });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw new ChannelError(
      channelMessages.unreachable(`${TITLE}'s media`, quote(error.message)),
      "retry",
    );
  }
}

function readAnswer(
  written: string,
  { status, content, contentType }: HttpBytes,
  limit: number,
): DownloadedMedia {
  if (content === undefined) {
    throw new ChannelError(mediaMessages.downloadTooLarge(written, limit), "permanent");
  }
  if (status === 404 || status === 410) {
    throw new ChannelError(mediaMessages.twilioMediaGone(written), "permanent");
  }
  if (status < 200 || status >= 300) {
    const failure = status === 429 || status >= 500 ? "retry" : "permanent";
    const reason = `HTTP ${String(status)}`;
    const hint = status === 401 ? "check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN" : undefined;
    throw new ChannelError(
      failure === "permanent"
        ? channelMessages.refused(TITLE, reason, hint)
        : channelMessages.unreachable(`${TITLE}'s media`, reason),
      failure,
    );
  }
  return { content, contentType };
}
