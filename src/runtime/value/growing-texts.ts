import { cutText } from "./cut.ts";
import type { Value } from "./value.ts";

/** UTF-16 units from which on a text that grows is kept in pieces too. */
export const LONG_TEXT = 1024;
const MOST_TEXTS = 4;

/** A text in a variable that a script lengthens again and again, and the pieces it was made of. */
interface GrowingText {
  readonly slots: readonly Value[];
  readonly index: number;
  whole: string;
  readonly pieces: string[];
  /** Where each piece ends in the whole; in UTF-16 units. */
  readonly ends: number[];
}

/**
 * The latest texts that a run lengthens. JavaScript joins texts without copying them, but copies a
 * joined text whole when a part of it is read; a loop that does both would take time with the square
 * of its turns. Parts of these texts are cut from their pieces instead.
 */
export class GrowingTexts {
  readonly #texts: GrowingText[] = [];

  /**
   * Notes that the text of a variable was lengthened.
   * @param before what the variable holds
   * @param whole what it will hold: `before` and `added` together
   */
  lengthen(
    slots: readonly Value[],
    index: number,
    before: string,
    added: string,
    whole: string,
  ): void {
    const text = this.#find(slots, index, before);
    const last = text.pieces.length - 1;
    const piece = text.pieces[last];
    if (last > 0 && piece !== undefined && piece.length < LONG_TEXT) {
      text.pieces[last] = piece + added;
      text.ends[last] = whole.length;
    } else {
      text.pieces.push(added);
      text.ends.push(whole.length);
    }
    text.whole = whole;
  }

  /** Does what `cutText` does, without a copy of a whole text that grows. */
  cut(text: string, from: number, to: number): string {
    if (text.length < LONG_TEXT) return cutText(text, from, to);
    const growing = this.#texts.find(({ whole }) => whole.length === text.length && whole === text);
    if (growing === undefined || to <= from) return cutText(text, from, to);
    // One unit more on each side tells whether a cut goes through a character.
    const start = Math.max(0, from - 1);
    return cutText(partOf(growing, start, to + 1), from - start, to - start);
  }

  #find(slots: readonly Value[], index: number, before: string): GrowingText {
    const at = this.#texts.findIndex((text) => text.slots === slots && text.index === index);
    const found = this.#texts[at];
    // Something else was stored meanwhile.
    if (found !== undefined && found.whole !== before) this.#texts.splice(at, 1);
    else if (found !== undefined) return found;
    if (this.#texts.length >= MOST_TEXTS) this.#texts.shift();
    const text = { slots, index, whole: before, pieces: [before], ends: [before.length] };
    this.#texts.push(text);
    return text;
  }
}

/** Gives the units of a text from one place up to another, which may be beyond its end. */
function partOf({ pieces, ends }: GrowingText, from: number, to: number): string {
  let part = "";
  for (let at = firstBeyond(ends, from); at < pieces.length; at += 1) {
    const piece = pieces[at] ?? "";
    const start = (ends[at] ?? 0) - piece.length;
    if (start >= to) break;
    part += piece.slice(Math.max(0, from - start), to - start);
  }
  return part;
}

/** Finds the first piece that ends beyond a place. */
function firstBeyond(ends: readonly number[], place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? Infinity) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
