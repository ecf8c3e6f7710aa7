import type { FileReader } from "../host/host.ts";
import { MEDIA_FOLDER, type MediaStore } from "../host/media.ts";

/** Files that a test fetched, which nobody outside of it sees. */
export class KeptMedia implements MediaStore, FileReader {
  readonly #files: FileReader;
  readonly #kept = new Map<string, Uint8Array>();

  /** @param files all others */
  constructor(files: FileReader) {
    this.#files = files;
  }

  write(path: string, content: Uint8Array): Promise<void> {
    this.#kept.set(`${MEDIA_FOLDER}/${path}`, content);
    return Promise.resolve();
  }

  read(path: string): Promise<Uint8Array> {
    const kept = this.#kept.get(path);
    return kept === undefined ? this.#files.read(path) : Promise.resolve(kept);
  }
}
