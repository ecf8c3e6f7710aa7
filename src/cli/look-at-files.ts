import { readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, parse, posix, relative, resolve } from "node:path";
import { suggest } from "../diagnostics/suggest.ts";
import type { FoundFile } from "../host/written-statement.ts";
import { isBelow } from "../source/is-below.ts";
import type { ScriptPlace, ScriptRoot } from "./locate-scripts.ts";
import { isMissing, reasonOf } from "./unreadable.ts";

/** Looks at a file that a script names, as it lies now. */
export type LookFrom = (script: { readonly path: string }, path: string) => FoundFile | undefined;

/**
 * Makes what looks at the files of scripts that are served from one folder.
 * @param folder the folder, and what messages call it
 */
export function lookBelow(folder: ScriptRoot): LookFrom {
  return (_script, path) => lookIn([folder], path);
}

/**
 * Makes what looks at the files of scripts of which it is not known from where they are served: a file
 * that lies in any folder between the script and what the user named is taken for the one that is meant.
 */
export function lookBeside(scripts: readonly ScriptPlace[]): LookFrom {
  const folders = new Map(scripts.map((place) => [place.shown, foldersOf(place)]));
  return ({ path: script }, path) => lookIn(folders.get(script) ?? [], path);
}

function foldersOf({ absolute, root }: ScriptPlace): readonly ScriptRoot[] {
  const folders = [root];
  for (let folder = dirname(absolute); isBelow(root.absolute, folder); folder = dirname(folder)) {
    folders.push({ absolute: folder, title: folder });
  }
  return folders;
}

function lookIn(folders: readonly ScriptRoot[], path: string): FoundFile | undefined {
  const [first] = folders;
  if (first === undefined) return undefined;
  for (const { absolute } of folders) {
    const found = lookAt(absolute, path);
    if (found !== undefined) return found;
  }
  return { kind: "missing", folder: first.title, near: nearTo(first.absolute, path) };
}

/** @returns undefined where there is none */
function lookAt(folder: string, path: string): FoundFile | undefined {
  const wanted = resolve(folder, path);
  // Looked at before the disk is, so that a script learns nothing about files outside.
  if (!isBelow(folder, wanted)) return undefined;
  try {
    const found = realpathSync(wanted);
    if (!isBelow(realpathSync(folder), found)) return undefined;
    const facts = statSync(found);
    if (!facts.isFile()) return { kind: "unreadable", reason: "it is no file" };
    return { kind: "file", bytes: facts.size };
  } catch (error) {
    return isMissing(error) ? undefined : { kind: "unreadable", reason: reasonOf(error) };
  }
}

/** Finds a file in the same folder that is spelt nearly the same, as the script would name it. */
function nearTo(folder: string, path: string): string | undefined {
  const wanted = resolve(folder, path);
  if (!isBelow(folder, wanted)) return undefined;
  const { dir, name, ext } = parse(wanted);
  const names = namesIn(dir).map((file) => parse(file));
  const sameEnd = names.filter((file) => file.ext === ext).map((file) => file.name);
  const near = suggest(name, sameEnd);
  const otherEnd = names.find((file) => file.name === name)?.base;
  const found = near === undefined ? otherEnd : `${near}${ext}`;
  return found && posix.join(posix.dirname(relative(folder, wanted)), found);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
