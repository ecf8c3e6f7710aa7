import { globSync, readFileSync } from "node:fs";
import { statements } from "../src/statements/index.ts";

/** A script of this repository. */
export interface Script {
  /** Its file, and for a part of a page its number there. */
  readonly place: string;
  readonly text: string;
}

const BLOCK = /^```basic\n([\s\S]*?)^```$/gm;

/** Reads the scripts of the repository, those in its manual and the examples of its statements. */
export function allScripts(): readonly Script[] {
  const files = globSync("{scripts,examples,bench,test}/**/*.bas").sort();
  const pages = ["README.md", ...globSync("docs/**/*.md").sort()];
  return [
    ...files.map((place) => ({ place, text: readFileSync(place, "utf8") })),
    ...pages.flatMap(blocksOf),
    ...statements.map(({ title, example }) => ({ place: title, text: `${example}\n` })),
  ];
}

function blocksOf(page: string): Script[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(BLOCK)];
  return blocks.map(([, text = ""], at) => ({ place: `${page} ${String(at + 1)}`, text }));
}
