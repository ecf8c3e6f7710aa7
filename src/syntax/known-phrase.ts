/**
 * A phrase of General Bots that scripts may hold though gbasic does not provide it. It is read over
 * and told of, so that the rest of the script can be checked and run.
 */
export interface KnownPhrase {
  /**
   * The upper-case words that it begins with. `…` stands for anything on the line before the next
   * words, `"` for a text in quotes: `ON "`, `SEND WHATSAPP TO … WITH IMAGE`.
   */
  readonly pattern: string;
  readonly kind: "statement" | "function";
  /** How messages call it: `SEND WHATSAPP TO … WITH IMAGE`. */
  readonly title: string;
  /** What it does, as the rest of a sentence that begins with "it": `searches documents`. */
  readonly does: string;
  /** What to write instead, where there is something. */
  readonly instead: string | undefined;
  /** True where a later version of gbasic will have it. */
  readonly planned: boolean;
  /**
   * What it means for a run: an `action` is something that cannot be done, a `handler` or a `setting`
   * says when others would run it, which just does not happen.
   */
  readonly role: "action" | "handler" | "setting";
  /** True where the name after its words is a variable that it sets. */
  readonly sets: boolean;
  /** How many values it takes at most where a comma may belong to what is around it. */
  readonly values: number;
}

/** A point inside the known phrases: what may come next. */
interface KnownNode {
  readonly words: Map<string, KnownNode>;
  gap: KnownNode | undefined;
  text: KnownNode | undefined;
  phrase: KnownPhrase | undefined;
}

/** What a matcher asks about the tokens ahead, counted from 1. */
export interface TokensAhead {
  /** The upper-case word of a token; "" where it is none. */
  word(ahead: number): string;
  isText(ahead: number): boolean;
  /** True where the statement ends before this token. */
  endsBefore(ahead: number): boolean;
  /** Where it goes on behind a token, or behind the bracket that the token opens. */
  behind(ahead: number): number;
}

/** A known phrase that was found. */
export interface KnownMatch {
  readonly phrase: KnownPhrase;
  /** How many tokens its first words take. */
  readonly leading: number;
  /** How many words and texts had to fit; the more, the better the match. */
  readonly fitting: number;
}

/** How many tokens may stand between two words of a phrase, so that a long line is read in time. */
const LONGEST_GAP = 200;

/** Finds known phrases by the words that they begin with; the longest wins. */
export class KnownPhrases {
  readonly #root = createNode();

  /** @throws Error where two phrases are the same, which is a bug of the table */
  constructor(phrases: readonly KnownPhrase[]) {
    for (const phrase of phrases) this.#add(phrase);
  }

  #add(phrase: KnownPhrase): void {
    let node = this.#root;
    for (const part of phrase.pattern.split(" ")) {
      if (part === "…") node = node.gap ??= createNode();
      else if (part === '"') node = node.text ??= createNode();
      else node = wordChild(node, part);
    }
    if (node.phrase !== undefined) throw new Error(`"${phrase.pattern}" is known twice`);
    node.phrase = phrase;
  }

  /** Finds the phrase that begins with the next token. */
  match(ahead: TokensAhead): KnownMatch | undefined {
    const first = ahead.word(1);
    if (first === "") return undefined;
    return this.#search(this.#root, 1, { leading: 0, fitting: 0, inGap: false }, ahead);
  }

  #search(node: KnownNode, at: number, so: Progress, ahead: TokensAhead): KnownMatch | undefined {
    const here =
      node.phrase === undefined
        ? undefined
        : { phrase: node.phrase, leading: so.leading, fitting: so.fitting };
    const next = this.#nextByWord(node, at, so, ahead) ?? this.#nextByText(node, at, so, ahead);
    return next ?? (node.gap && this.#searchAfterGap(node.gap, at, so, ahead)) ?? here;
  }

  #nextByWord(node: KnownNode, at: number, so: Progress, ahead: TokensAhead) {
    const word = ahead.word(at);
    if (word === "" || ahead.endsBefore(at)) return undefined;
    const child = childOf(node, word);
    return child && this.#search(child.node, at + 1, grown(so, child.count), ahead);
  }

  #nextByText(node: KnownNode, at: number, so: Progress, ahead: TokensAhead) {
    if (node.text === undefined || !ahead.isText(at)) return undefined;
    // The text is a value of the phrase, not one of its words.
    return this.#search(node.text, at + 1, { ...so, fitting: so.fitting + 1, inGap: true }, ahead);
  }

  #searchAfterGap(node: KnownNode, from: number, so: Progress, ahead: TokensAhead) {
    const last = from + LONGEST_GAP;
    // What stands in a bracket is a value, and none of the words of a phrase.
    for (let at = ahead.behind(from); at <= last && !ahead.endsBefore(at); at = ahead.behind(at)) {
      const found = this.#nextByWord(node, at, { ...so, inGap: true }, ahead);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

interface Progress {
  readonly leading: number;
  readonly fitting: number;
  readonly inGap: boolean;
}

function grown({ leading, fitting, inGap }: Progress, words: number): Progress {
  return { leading: inGap ? leading : leading + 1, fitting: fitting + words, inGap };
}

/** A word of old spelling has several: `ADD_TOOL` is `ADD TOOL`. */
function childOf(node: KnownNode, word: string): { node: KnownNode; count: number } | undefined {
  const child = node.words.get(word);
  if (child !== undefined) return { node: child, count: 1 };
  if (!word.includes("_")) return undefined;
  const parts = word.split("_");
  let reached: KnownNode | undefined = node;
  for (const part of parts) reached = reached?.words.get(part);
  return reached && { node: reached, count: parts.length };
}

function createNode(): KnownNode {
  return { words: new Map(), gap: undefined, text: undefined, phrase: undefined };
}

function wordChild(node: KnownNode, word: string): KnownNode {
  let child = node.words.get(word);
  if (child === undefined) {
    child = createNode();
    node.words.set(word, child);
  }
  return child;
}
