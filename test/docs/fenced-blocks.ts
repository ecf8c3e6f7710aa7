import { globSync, readFileSync } from "node:fs";

/** A fenced block of a page. */
export interface FencedBlock {
  /** `docs/language.md:12`, the line of its opening fence. */
  readonly place: string;
  /** What follows the opening fence: `basic`. */
  readonly tag: string;
  readonly text: string;
  /** The text of the `output` block that follows directly, with only blank lines between. */
  readonly output: string | undefined;
}

const FENCE = /^```([^\n]*)\n([\s\S]*?)^```$(?:\n*^```output\n([\s\S]*?)^```$)?/gm;

/** Reads the fenced blocks of README.md and of the pages in docs, in the order of the pages. */
export function fencedBlocks(): readonly FencedBlock[] {
  return ["README.md", ...globSync("docs/*.md").sort()].flatMap(blocksOf);
}

function blocksOf(page: string): FencedBlock[] {
  const source = readFileSync(page, "utf8");
  return [...source.matchAll(FENCE)].map((match) => {
    const [, tag = "", text = "", output] = match;
    const line = source.slice(0, match.index).split("\n").length;
    return { place: `${page}:${String(line)}`, tag: tag.trim(), text, output };
  });
}
