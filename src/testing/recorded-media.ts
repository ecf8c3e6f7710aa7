import { channelMessages } from "../diagnostics/codes/channels.ts";
import { mediaMessages } from "../diagnostics/codes/media.ts";
import { ChannelError } from "../host/channel.ts";
import type { Place } from "../host/host.ts";
import type { MediaChannel } from "../host/media.ts";

/** Why a file cannot be fetched: what its server answers, or what is wrong with the file. */
export type MediaFailure = (typeof MEDIA_FAILURES)[number] | "unreachable" | number;

/** What can be wrong with a file itself. */
export const MEDIA_FAILURES = ["expired", "damaged", "oversized"] as const;

/** A failure that a test asks for. */
interface AskedMediaFailure {
  readonly failure: MediaFailure;
  readonly place: Place | undefined;
}

/** What WHATSAPP_MEDIA_LIMIT is unless it is set, in bytes. */
const LIMIT = 100_000_000;
const TITLE = "the media of this test";

/** The failures that a test asks for of what fetches the files of messages. */
export class MediaFailures {
  readonly #asked: AskedMediaFailure[] = [];

  /** Makes the next file impossible to fetch; those that were asked for before come first. */
  failNext(failure: MediaFailure, place?: Place): void {
    this.#asked.push({ failure, place });
  }

  /** The failure that was asked for and did not come yet. */
  get unusedFailure(): AskedMediaFailure | undefined {
    return this.#asked[0];
  }

  /**
   * Makes a channel fail where the test says so.
   * @param by who has the files
   */
  around(twin: MediaChannel, by: "whatsapp" | "twilio"): MediaChannel {
    return {
      mode: twin.mode,
      download: async (id, signal, origin) => {
        const file = await twin.download(id, signal, origin);
        const [next] = this.#asked;
        // Twilio tells no hash, so nobody would notice the damage.
        if (next === undefined || (next.failure === "damaged" && by === "twilio")) return file;
        this.#asked.shift();
        throw errorOf(next.failure, id, by);
      },
    };
  }
}

/** What the real channels raise. */
function errorOf(failure: MediaFailure, id: string, by: "whatsapp" | "twilio"): ChannelError {
  switch (failure) {
    case "unreachable":
      return new ChannelError(channelMessages.unreachable(TITLE, "the test says so"), "retry");
    case "expired":
    case 404:
    case 410: {
      const gone =
        by === "twilio" ? mediaMessages.twilioMediaGone(id) : mediaMessages.mediaGone(id);
      return new ChannelError(gone, "permanent");
    }
    case "damaged":
      return new ChannelError(mediaMessages.mediaDamaged(id), "retry");
    case "oversized":
      return new ChannelError(mediaMessages.downloadTooLarge(id, LIMIT), "permanent");
    default: {
      const reason = `HTTP ${String(failure)}`;
      const message = channelMessages.unreachable(TITLE, reason);
      return new ChannelError(message, failure === 429 || failure >= 500 ? "retry" : "permanent");
    }
  }
}
