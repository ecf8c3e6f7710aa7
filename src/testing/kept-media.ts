import type { FileLimit, FileReader } from "../host/host.ts";
import type { MediaStore } from "../host/media.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import type { FileOnDisk } from "../host/whatsapp/media.ts";

/** Files that a test fetched, which nobody outside of it sees. */
export class KeptMedia implements MediaStore, FileReader {
  readonly #files: FileReader;
  readonly #kept = new Map<string, Uint8Array>();
  #folders = 0;

  /** @param files all others */
  constructor(files: FileReader) {
    this.#files = files;
  }

  /** Counts the files that are kept, so that a test can name them: `1` for the first. */
  newFolder(): string {
    this.#folders += 1;
    return String(this.#folders);
  }

  write(folder: string, name: string, content: Uint8Array): Promise<void> {
    this.#kept.set(`${MEDIA_FOLDER}/${folder}/${name}`, content);
    return Promise.resolve();
  }

  read(path: string, limit: FileLimit): Promise<Uint8Array> {
    const kept = this.#kept.get(path);
    return kept === undefined ? this.#files.read(path, limit) : Promise.resolve(kept);
  }

  find(path: string): Promise<FileOnDisk> {
    const kept = this.#kept.get(path);
    if (kept === undefined) return this.#files.find(path);
    return Promise.resolve({ path, bytes: kept.byteLength, modifiedMs: 0 });
  }
}
