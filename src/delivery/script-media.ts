import { mediaMessages } from "../diagnostics/codes/media.ts";
import { ChannelError } from "../host/channel.ts";
import {
  MEDIA_FOLDER,
  type MediaChannel,
  type MediaReader,
  type MediaStore,
} from "../host/media.ts";
import { BasicError } from "../runtime/error.ts";
import { keptPath, withEnd } from "./kept-path.ts";

/** Fetches something, or gives what came of it before. */
export type AskMedia = (asked: string, perform: () => Promise<string>) => Promise<string>;

export interface ScriptMediaParts {
  readonly channel: MediaChannel;
  readonly store: MediaStore;
  /** Fetches in place of the channel, or lets it be fetched. */
  readonly ask: AskMedia;
  /** The media type that the message of the run gives for an id. */
  readonly typeOf: (id: string) => string | undefined;
}

/**
 * Makes what fetches files as one run sees it: a run that is repeated does not fetch them again. What
 * the channel raises is an error of the script, with the ChannelError as its cause.
 */
export function createScriptMedia({ channel, store, ask, typeOf }: ScriptMediaParts): MediaReader {
  return {
    save: async (written, path, signal) => {
      const id = written.trim();
      if (!/^\w+$/.test(id)) throw new BasicError(mediaMessages.wrongMediaId(written));
      const name = path === undefined ? id : keptPath(path);
      try {
        return await ask(JSON.stringify({ id, path: name }), async () => {
          const { content, contentType } = await channel.download(id, signal);
          const kept = withEnd(name, contentType ?? typeOf(id));
          await store.write(kept, content);
          return `${MEDIA_FOLDER}/${kept}`;
        });
      } catch (error) {
        if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
        throw error;
      }
    },
  };
}
