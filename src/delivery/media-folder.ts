import { mkdir, rename, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { mediaMessages } from "../diagnostics/codes/media.ts";
import type { MediaStore } from "../host/media.ts";
import { BasicError } from "../runtime/error.ts";

/** Makes the store of files that people sent, in a folder of its own, which is made when needed. */
export function createMediaFolder(folder: string): MediaStore {
  return {
    async write(written, content) {
      const target = path.join(folder, ...written.split("/"));
      try {
        await mkdir(path.dirname(target), { recursive: true });
        // Whoever reads it meanwhile gets the file before or the one after, never a part.
        const beside = `${target}.${randomUUID()}.part`;
        await writeFile(beside, content, { flag: "wx" });
        await rename(beside, target);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
        throw new BasicError(mediaMessages.mediaUnwritable(written, code), { cause: error });
      }
    },
  };
}
