import type { WhatsAppProvider } from "./whatsapp/providers.ts";

/** A file that somebody sent, as it came. */
export interface DownloadedMedia {
  readonly content: Uint8Array;
  /** Undefined where nothing tells it. */
  readonly contentType: string | undefined;
}

/** Who brought the message of a file, and to which number of ours; undefined where nobody knows. */
export interface MediaOrigin {
  readonly provider: WhatsAppProvider | undefined;
  /** The phone number id; undefined also for a file of another message. */
  readonly number: string | undefined;
}

/** Fetches the files that come with messages. */
export interface MediaChannel {
  readonly mode: "live" | "simulated";
  /**
   * @param id as the message has it: an id of Meta, an address of Twilio
   * @param origin of the message, where it is known
   * @throws ChannelError where it could not be fetched
   */
  download(id: string, signal: AbortSignal, origin?: MediaOrigin): Promise<DownloadedMedia>;
}

/** Keeps files that were fetched, in the data folder. */
export interface MediaStore {
  /** Names a folder that no file was ever in, below that of all such files. */
  newFolder(): string;
  /**
   * @param folder of the file alone
   * @param name a safe path below it, with `/` between its parts
   * @throws BasicError GB4676 where it cannot be written
   */
  write(folder: string, name: string, content: Uint8Array): Promise<void>;
}

/** Fetches and keeps files for a script. */
export interface MediaReader {
  /**
   * @param path how the file is to be called, made safe; undefined for its id and the end of its kind
   * @returns the path by which ATTACH and WITH IMAGE FROM find it
   */
  save(id: string, path: string | undefined, signal: AbortSignal): Promise<string>;
  /**
   * @param address as SMS.media has it
   * @param path as above
   * @returns as above
   */
  saveSms(address: string, path: string | undefined, signal: AbortSignal): Promise<string>;
}
