import type { Span } from "../source/span.ts";

/** Stretches of a text, asked whether a place is in one of them. */
export class SpanSet {
  /** In order, without overlap. */
  readonly #spans: readonly Span[];

  constructor(spans: readonly Span[]) {
    this.#spans = merge(spans);
  }

  has(offset: number): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (this.#spans[low]?.start ?? Infinity) <= offset;
  }
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
