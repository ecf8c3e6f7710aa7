import { mediaMessages } from "../diagnostics/codes/media.ts";
import { ChannelError, type Channels } from "../host/channel.ts";
import { nameInAddress, safePath, withEnd } from "../host/media/kept-name.ts";
import type { DownloadedMedia, MediaOrigin, MediaReader, MediaStore } from "../host/media.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import { BasicError } from "../runtime/error.ts";
import { keepFile } from "./media-folder.ts";

/** Fetches something, or gives what came of it before. */
export type AskMedia = (asked: string, perform: () => Promise<string>) => Promise<string>;

export interface ScriptMediaParts {
  readonly channels: Pick<Channels, "media" | "smsMedia">;
  readonly store: MediaStore;
  /** Fetches in place of the channel, or lets it be fetched. */
  readonly ask: AskMedia;
  /** The media type that the message of the run gives for an id of Meta; undefined for a file of another. */
  readonly typeOf: (id: string) => string | undefined;
  /** Who brought the message of the run; undefined where none did. */
  readonly origin?: MediaOrigin;
}

/**
 * Makes what fetches files as one run sees it: a run that is repeated does not fetch them again. What
 * the channel raises is an error of the script, with the ChannelError as its cause.
 */
export function createScriptMedia(parts: ScriptMediaParts): MediaReader {
  const { channels, store, ask, typeOf, origin } = parts;
  const keep = async (
    id: string,
    name: string,
    fetch: () => Promise<DownloadedMedia>,
  ): Promise<string> => {
    try {
      return await ask(JSON.stringify({ id, path: name }), async () => {
        const { content, contentType } = await fetch();
        return keepFile(store, withEnd(name, contentType ?? typeOf(id)), content);
      });
    } catch (error) {
      if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
      throw error;
    }
  };
  return {
    save: async (written, path, signal) => {
      const id = checkedId(written, origin);
      const name = safePath(path ?? "", id);
      // Meta gives a file only for the number that it came to.
      const number = typeOf(id) === undefined ? undefined : origin?.number;
      const from = origin && { ...origin, number };
      return keep(id, name, () => channels.media.download(id, signal, from));
    },
    saveSms: async (written, path, signal) => {
      const address = written.trim();
      const url = URL.parse(address);
      if (url === null) throw new BasicError(mediaMessages.noTwilioMedia(written));
      const name = safePath(path ?? "", nameInAddress(address));
      return keep(address, name, () => channels.smsMedia.download(address, signal));
    },
  };
}

/** @throws BasicError GB4670, GB4700 or GB4762 for what is no id that the service of the message knows */
function checkedId(written: string, origin: MediaOrigin | undefined): string {
  const id = written.trim();
  if (/^https?:/i.test(id)) throw new BasicError(mediaMessages.addressForId(written));
  if (origin?.provider === "whatsable") {
    throw new BasicError(mediaMessages.noMediaIds(PROVIDER_TITLES[origin.provider]));
  }
  if (!/^\w+$/.test(id)) throw new BasicError(mediaMessages.wrongMediaId(written));
  return id;
}
