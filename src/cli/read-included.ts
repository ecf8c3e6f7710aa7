import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, posix, resolve } from "node:path";
import { type IncludedFiles, includesOf, mayInclude } from "../compile/parse-files.ts";
import { includeMessages } from "../diagnostics/codes/includes.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { includedPath, isScriptPath } from "../source/included-path.ts";
import { isBelow } from "../source/is-below.ts";
import { SourceFile } from "../source/source-file.ts";
import { statements } from "../statements/index.ts";
import { knownPhrases } from "../statements/known/index.ts";
import { createParser, type Parse } from "../syntax/parser.ts";
import { decodeScript, type FoundScript } from "./find-scripts.ts";
import { isMissing, reasonOf } from "./unreadable.ts";
import { UsageError } from "./usage-error.ts";

/** What scripts include. */
export interface Included {
  readonly included: IncludedFiles;
  /** The absolute paths that INCLUDE names, those of missing files too. */
  readonly includedPaths: readonly string[];
}

/** Reads the files that scripts include, and what those include in their turn. */
export async function readIncluded(found: readonly FoundScript[]): Promise<Included> {
  const reader = new IncludeReader(found);
  await reader.readAll();
  return reader;
}

class IncludeReader implements Included {
  readonly included = new Map<string, SourceFile | Message>();
  readonly includedPaths: string[] = [];
  readonly #parse: Parse = createParser(statements, knownPhrases);
  readonly #queue: FoundScript[];
  readonly #named: ReadonlyMap<string, FoundScript>;

  constructor(found: readonly FoundScript[]) {
    this.#queue = [...found];
    this.#named = new Map(found.map((script) => [script.absolute, script]));
  }

  async readAll(): Promise<void> {
    // The queue grows while it is walked, so that what is included is read in its turn.
    for (const script of this.#queue) {
      if (!mayInclude(script.file)) continue;
      const tree = this.#parse(script.file, () => undefined);
      for (const { path } of includesOf(tree)) await this.#include(script, path.text);
    }
  }

  async #include(from: FoundScript, written: string): Promise<void> {
    const shown = includedPath(from.shown, written);
    if (!isScriptPath(written) || this.included.has(shown)) return;
    const absolute = resolve(dirname(from.absolute), written.replaceAll("\\", "/"));
    const named = this.#named.get(absolute);
    const read = await readOne(from, { written, shown, absolute, named: named?.file });
    this.included.set(shown, read);
    if (read === named?.file) return;
    if (isBelow(from.root.absolute, absolute)) this.includedPaths.push(absolute);
    if (!("code" in read)) this.#queue.push({ ...from, absolute, shown, file: read });
  }
}

interface Wanted {
  readonly written: string;
  readonly shown: string;
  readonly absolute: string;
  /** The file where the user named it too, or a folder that it is in. */
  readonly named: SourceFile | undefined;
}

async function readOne(
  { root }: FoundScript,
  { written, shown, absolute, named }: Wanted,
): Promise<SourceFile | Message> {
  const outside = includeMessages.outside(written, root.title);
  // Looked at before the disk is, so that a script learns nothing about files outside.
  if (!isBelow(root.absolute, absolute)) return outside;
  try {
    if (!isBelow(await realpath(root.absolute), await realpath(absolute))) return outside;
    if (named !== undefined) return named;
    return new SourceFile(shown, decodeScript(await readFile(absolute), shown));
  } catch (error) {
    if (isMissing(error)) return includeMessages.missing(written, await nearTo(written, absolute));
    const reason = error instanceof UsageError ? "it is not UTF-8 text" : reasonOf(error);
    return includeMessages.unreadable(written, reason);
  }
}

/** Finds a script in the same folder that is spelt nearly the same, as the INCLUDE would name it. */
async function nearTo(written: string, absolute: string): Promise<string | undefined> {
  const names = await readdir(dirname(absolute)).catch(() => []);
  const near = suggest(basename(absolute), names.filter(isScriptPath));
  return near === undefined ? undefined : posix.join(posix.dirname(written), near);
}
