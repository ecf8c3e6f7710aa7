import { mkdir, rename, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { mediaMessages } from "../diagnostics/codes/media.ts";
import type { MediaStore } from "../host/media.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import { BasicError } from "../runtime/error.ts";

/** Makes the store of files that people sent, in a folder of its own, which is made when needed. */
export function createMediaFolder(folder: string): MediaStore {
  return {
    newFolder: () => randomUUID(),
    async write(own, name, content) {
      const target = path.join(folder, own, ...name.split("/"));
      try {
        await mkdir(path.dirname(target), { recursive: true });
        // Whoever reads it meanwhile gets the whole file or none. The note of it outlives a power cut,
        // so it must too.
        const beside = path.join(path.dirname(target), `${randomUUID()}.part`);
        await writeFile(beside, content, { flag: "wx", flush: true });
        await rename(beside, target);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
        throw new BasicError(mediaMessages.mediaUnwritable(name, code), { cause: error });
      }
    },
  };
}

/**
 * Keeps a file in a folder of its own, so that it takes the place of no other: not even where a run is
 * repeated that nobody remembers. One that is remembered is told the path, and keeps nothing again.
 * @param name a safe path below that folder
 * @returns the path by which scripts find it
 */
export async function keepFile(
  store: MediaStore,
  name: string,
  content: Uint8Array,
): Promise<string> {
  const folder = store.newFolder();
  await store.write(folder, name, content);
  return `${MEDIA_FOLDER}/${folder}/${name}`;
}
