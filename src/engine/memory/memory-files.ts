import type { KeptFile } from "../kept-file.ts";
import type { Person } from "../person.ts";

/** Which files runs kept, as the engine in memory notes them; the files themselves are elsewhere. */
export class MemoryFiles {
  readonly #files = new Map<string, KeptFile>();

  add(file: KeptFile): void {
    this.#files.set(file.path, file);
  }

  /** Forgets what was kept for a person, and by runs about them. @returns how many files */
  erase(person: Person, runIds: ReadonlySet<string>): number {
    let erased = 0;
    for (const { path, runId, sender } of this.#files.values()) {
      const isTheirs = sender !== undefined && person.is(sender);
      if (!isTheirs && !isMadeBy(runId, runIds)) continue;
      this.#files.delete(path);
      erased += 1;
    }
    return erased;
  }
}

/** The ids of jobs begin with that of the run that spawned them. */
function isMadeBy(runId: string, runIds: ReadonlySet<string>): boolean {
  const parts = runId.split(":");
  return parts.some((_, index) => runIds.has(parts.slice(0, index + 1).join(":")));
}
