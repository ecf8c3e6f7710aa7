import { isAboutUnsetName, nameMessages, needsWholeBlocks } from "../diagnostics/codes/names.ts";
import { isAboutBlocks, syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";

/** What is said of names that could be those of SUBs and FUNCTIONs in a file not read. */
export const ABOUT_UNKNOWN_NAMES: ReadonlySet<string> = new Set(
  [
    nameMessages.neverSet(""),
    nameMessages.unknownStatement(""),
    nameMessages.unknownFunction(""),
    nameMessages.spawnTarget(""),
    syntaxMessages.unknownPhrase(""),
    syntaxMessages.leftOverWord(""),
  ].map(({ code }) => code),
);

const NAME = /[\p{L}_][\p{L}\p{N}_]*[$%!#]?/gu;

/** What the checker would say only because of mistakes that the parser reported already. */
export class Consequences {
  readonly #file: SourceFile;
  readonly #unreadableLines = new Set<number>();
  /** Upper case. A line that cannot be read may set any name on it. */
  readonly #mentioned = new Set<string>();
  #unbalanced = false;
  readonly #hidesNames: boolean;

  /** @param hidesNames true where a file that cannot be included may hold any SUB or FUNCTION */
  constructor(file: SourceFile, hidesNames: boolean) {
    this.#file = file;
    this.#hidesNames = hidesNames;
  }

  add(problem: Message, { start }: Span): void {
    if (isAboutBlocks(problem)) {
      this.#unbalanced = true;
      return;
    }
    const { line } = this.#file.position(start);
    this.#unreadableLines.add(line);
    for (const [name] of this.#file.line(line).matchAll(NAME)) {
      this.#mentioned.add(name.toUpperCase());
    }
  }

  includes(finding: Message, { start, end }: Span): boolean {
    if (this.#hidesNames && ABOUT_UNKNOWN_NAMES.has(finding.code)) return true;
    if (this.#unbalanced && needsWholeBlocks(finding)) return true;
    const written = this.#file.text.slice(start, end).toUpperCase();
    if (isAboutUnsetName(finding) && this.#mentioned.has(written)) return true;
    return this.#unreadableLines.has(this.#file.position(start).line);
  }
}
