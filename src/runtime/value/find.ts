/**
 * The product of both lengths from which a search may take long: the search of the engine is quick
 * for what people write, but takes the time of all of it for texts made to slow it down.
 */
const RISKY_PRODUCT = 20_000_000;

/**
 * Finds a part in a text, in time that grows with their lengths only, whoever wrote them.
 * @param from where the search begins, 0-based
 * @returns the 0-based place, -1 where the part is not there
 */
export function findText(text: string, part: string, from = 0): number {
  if (text.length * part.length <= RISKY_PRODUCT) return text.indexOf(part, from);
  return new TextSearch(part).find(text, from);
}

/** Gives the 0-based places of a part in a text, one after another; they do not overlap. */
export function* findAllTexts(text: string, part: string): Generator<number> {
  const isRisky = text.length * part.length > RISKY_PRODUCT;
  const search = isRisky ? new TextSearch(part) : undefined;
  for (let at = 0; ; at += part.length) {
    at = search === undefined ? text.indexOf(part, at) : search.find(text, at);
    if (at === -1) return;
    yield at;
  }
}

/**
 * Finds the last place of a part in a text, in time that grows with their lengths only.
 * @param last the last place where it may begin, 0-based
 * @returns the 0-based place, -1 where the part is not there
 */
export function findLastText(text: string, part: string, last: number): number {
  if (text.length * part.length <= RISKY_PRODUCT) return text.lastIndexOf(part, last);
  return new TextSearch(part).findLast(text, Math.min(text.length, last + part.length));
}

/** The search of Knuth, Morris and Pratt, which looks at each character of the text once. */
class TextSearch {
  readonly #part: string;
  /** How long the longest beginning of the part is that ends at each of its places. */
  readonly #borders: Int32Array;

  constructor(part: string) {
    this.#part = part;
    this.#borders = bordersOf(part);
  }

  find(text: string, from: number): number {
    const part = this.#part;
    let matched = 0;
    for (let at = from; at < text.length; at += 1) {
      matched = nextMatched(part, this.#borders, matched, text.charCodeAt(at));
      if (matched === part.length) return at - part.length + 1;
    }
    return -1;
  }

  /** Finds the last place before an end. */
  findLast(text: string, end: number): number {
    const part = this.#part;
    let found = -1;
    let matched = 0;
    for (let at = 0; at < end; at += 1) {
      matched = nextMatched(part, this.#borders, matched, text.charCodeAt(at));
      if (matched === part.length) found = at - part.length + 1;
    }
    return found;
  }
}

function bordersOf(part: string): Int32Array {
  const borders = new Int32Array(part.length);
  let matched = 0;
  for (let at = 1; at < part.length; at += 1) {
    matched = nextMatched(part, borders, matched, part.charCodeAt(at));
    borders[at] = matched;
  }
  return borders;
}

function nextMatched(part: string, borders: Int32Array, matched: number, code: number): number {
  let length = matched;
  while (length > 0 && (length === part.length || part.charCodeAt(length) !== code)) {
    length = borders[length - 1] ?? 0;
  }
  return part.charCodeAt(length) === code ? length + 1 : length;
}
