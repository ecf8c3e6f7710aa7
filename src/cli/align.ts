/** One row of a comparison: what is on both sides, or on one alone. */
export interface AlignedPair<A, B> {
  readonly before: A | undefined;
  readonly now: B | undefined;
}

/** More pairs than this are compared place by place. */
const MOST_COMPARED = 4_000_000;

/**
 * Puts two lists beside each other so that as many equal items as possible stand in one row.
 * @param key gives the same text for items that are equal
 */
export function align<A, B>(
  before: readonly A[],
  now: readonly B[],
  key: { readonly before: (item: A) => string; readonly now: (item: B) => string },
): AlignedPair<A, B>[] {
  const old = before.map(key.before);
  const fresh = now.map(key.now);
  if (old.length * fresh.length > MOST_COMPARED) {
    const rows = Math.max(old.length, fresh.length);
    return Array.from({ length: rows }, (_, at) => ({ before: before[at], now: now[at] }));
  }
  const lengths = commonLengths(old, fresh);
  const common = (from: number, to: number): number => lengths[from]?.[to] ?? 0;
  const pairs: AlignedPair<A, B>[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < fresh.length) {
    if (left < old.length && right < fresh.length && old[left] === fresh[right]) {
      pairs.push({ before: before[left++], now: now[right++] });
    } else if (left < old.length && common(left + 1, right) >= common(left, right + 1)) {
      pairs.push({ before: before[left++], now: undefined });
    } else if (right < fresh.length) pairs.push({ before: undefined, now: now[right++] });
    else pairs.push({ before: before[left++], now: undefined });
  }
  return pairs;
}

/** For each two places, how many items the rests behind them have in common, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  );
  for (let left = old.length - 1; left >= 0; left -= 1) {
    const row = lengths[left];
    const below = lengths[left + 1];
    if (row === undefined || below === undefined) continue;
    for (let right = fresh.length - 1; right >= 0; right -= 1) {
      const isSame = old[left] === fresh[right];
      row[right] = isSame
        ? (below[right + 1] ?? 0) + 1
        : Math.max(below[right] ?? 0, row[right + 1] ?? 0);
    }
  }
  return lengths;
}
