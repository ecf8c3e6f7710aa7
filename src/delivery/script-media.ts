import { mediaMessages } from "../diagnostics/codes/media.ts";
import { ChannelError } from "../host/channel.ts";
import {
  MEDIA_FOLDER,
  type MediaChannel,
  type MediaReader,
  type MediaStore,
} from "../host/media.ts";
import { endOfType } from "../host/whatsapp/media.ts";
import { BasicError } from "../runtime/error.ts";

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

/** One part of a path: no blanks around it, nothing that leads elsewhere, no hidden file. */
const PART = /^[\p{L}\p{N}_][\p{L}\p{N}_ .()-]*$/u;
/** An end such as `.jpg` is added where a path has none. */
const END = /\.[a-z0-9]{1,8}$/i;

/**
 * Makes what fetches files as one run sees it: a run that is repeated does not fetch them again. What
 * the channel raises is an error of the script, with the ChannelError as its cause.
 */
export function createScriptMedia({ channel, store, ask, typeOf }: ScriptMediaParts): MediaReader {
  return {
    save: async (written, path, signal) => {
      const id = written.trim();
      if (!/^\w+$/.test(id)) throw new BasicError(mediaMessages.wrongMediaId(written));
      const name = path === undefined ? id : checkedPath(path);
      try {
        return await ask(JSON.stringify({ id, path: name }), async () => {
          const { content, contentType } = await channel.download(id, signal);
          const end = END.test(name) ? "" : endOfType(contentType ?? typeOf(id));
          await store.write(`${name}${end}`, content);
          return `${MEDIA_FOLDER}/${name}${end}`;
        });
      } catch (error) {
        if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
        throw error;
      }
    },
  };
}

/** @throws BasicError GB4671 for a path that is none, or leads out of the folder */
function checkedPath(written: string): string {
  const path = written
    .trim()
    .replaceAll("\\", "/")
    .replace(new RegExp(`^${MEDIA_FOLDER}/`), "");
  const parts = path.split("/");
  if (parts.length <= 10 && path.length <= 200 && parts.every((part) => PART.test(part))) {
    return path;
  }
  throw new BasicError(mediaMessages.wrongMediaPath(written));
}
