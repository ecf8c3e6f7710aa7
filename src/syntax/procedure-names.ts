import type { ProcedureHeader } from "./headers.ts";
import { withoutSigil } from "./sigil.ts";

/** A header with the upper-case words of its name, without sigils. */
export interface NamedProcedure {
  readonly words: readonly string[];
  readonly header: ProcedureHeader;
}

interface NameNode {
  readonly words: Map<string, NameNode>;
  procedure: NamedProcedure | undefined;
}

/** The SUBs and FUNCTIONs of a file by the words of their names, for calls without parentheses. */
export class ProcedureNames {
  readonly #root: NameNode = { words: new Map(), procedure: undefined };

  /** The names as their headers write them. */
  readonly titles: readonly string[];

  /** @param headers of two of one name the first counts */
  constructor(headers: readonly ProcedureHeader[]) {
    this.titles = headers.map(({ displayName }) => displayName);
    for (const header of headers) this.#add(header);
  }

  #add(header: ProcedureHeader): void {
    const words = header.key.split(" ");
    let node = this.#root;
    for (const word of words) {
      let next = node.words.get(word);
      if (next === undefined)
        node.words.set(word, (next = { words: new Map(), procedure: undefined }));
      node = next;
    }
    node.procedure ??= { words, header };
  }

  /**
   * Finds the longest name that begins with a word.
   * @param first upper case, with its sigil
   * @param wordAt gives the word so many places after it; "" where there is none
   */
  find(first: string, wordAt: (after: number) => string): NamedProcedure | undefined {
    let node = this.#root.words.get(withoutSigil(first));
    let longest = node?.procedure;
    for (let after = 1; node !== undefined && node.words.size > 0; after++) {
      node = node.words.get(withoutSigil(wordAt(after)));
      longest = node?.procedure ?? longest;
    }
    return longest;
  }

  /** Lists the words that names begin with, upper case. */
  firstWords(): Iterable<string> {
    return this.#root.words.keys();
  }
}
