/** The quotes that begin texts, and what ends each of them; word processors make the curly ones. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "`": "`",
  "\u201c": "\u201c\u201d",
  "\u201d": "\u201c\u201d",
  "\u201e": "\u201c\u201d",
};

/** Tells whether a character begins a text that is not taken as it is. */
export function isQuote(character: string): boolean {
  return Object.hasOwn(CLOSING, character);
}

/** Where a text ends, and whether its closing quote was there. */
export interface QuoteEnd {
  /** The offset after the closing quote, or the end of the line where there is none. */
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Finds the end of the text that begins at `start` with `"` or a back-tick. Texts may span lines, so
 * a forgotten quote would swallow everything up to the next text; a closing quote on a later line
 * that is directly followed by something that could not come after a text is taken for that next
 * text's opening one.
 */
export function findQuoteEnd(text: string, start: number): QuoteEnd {
  const end = scanToQuote(text, start + 1, CLOSING[text.charAt(start)] ?? '"');
  if (end !== undefined) {
    const spansLines = text.slice(start, end).includes("\n");
    if (!spansLines || AFTER_TEXT.test(text.charAt(end))) return { end, closed: true };
  }
  return { end: endOfLine(text, start), closed: false };
}

const AFTER_TEXT = /^$|[\s)\]},:;.+&=<>*?'-]/;

function scanToQuote(text: string, from: number, quotes: string): number | undefined {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "\\") at += 2;
    else if (character === quotes || (quotes.length > 1 && quotes.includes(character))) {
      if (character !== '"' || text[at + 1] !== '"') return at + 1;
      at += 2;
    } else if (isInterpolation(text, at)) {
      at = findInterpolationEnd(text, at) ?? at + 2;
    } else at++;
  }
  return undefined;
}

/** Tells whether `${` begins an interpolation here; `${{` is `$` and a template placeholder. */
export function isInterpolation(text: string, at: number): boolean {
  return text[at] === "$" && text[at + 1] === "{" && text[at + 2] !== "{";
}

/** Longer than any expression that belongs in a text; keeps the search for its end short. */
const MAXIMUM_INTERPOLATION = 1000;

/**
 * Finds the offset after the `}` that closes the `${` at `start`, skipping nested texts and braces;
 * undefined where the line ends first, and then the `${` is plain text.
 */
export function findInterpolationEnd(text: string, start: number): number | undefined {
  return interpolationEnd(text, start, Math.min(text.length, start + MAXIMUM_INTERPOLATION));
}

function interpolationEnd(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start + 1; at < limit; at++) {
    const character = text[at];
    if (character === "{") depth++;
    else if (character === "}") {
      if (--depth === 0) return at + 1;
    } else if (character === '"') {
      const after = nestedTextEnd(text, at, limit);
      if (after === undefined) return undefined;
      at = after - 1;
    } else if (character === "\n") return undefined;
  }
  return undefined;
}

/** Finds the offset after the closing quote of a text inside an interpolation. */
function nestedTextEnd(text: string, start: number, limit: number): number | undefined {
  let at = start + 1;
  while (at < limit) {
    const character = text[at];
    if (character === "\n") return undefined;
    if (character === "\\") at += 2;
    else if (character === '"') {
      if (text[at + 1] !== '"') return at + 1;
      at += 2;
    } else if (isInterpolation(text, at)) {
      const after = interpolationEnd(text, at, limit);
      // What has no end from here on has none from further out: each character is looked at once.
      if (after === undefined) return undefined;
      at = after;
    } else at++;
  }
  return undefined;
}

/**
 * Finds the offset after the `'` that closes the one at `start`; undefined where it is a comment:
 * no closing quote on the line (on any line where `maySpan`), or one inside a word as in `it's`.
 */
export function findSingleQuoteEnd(
  text: string,
  start: number,
  maySpan: boolean,
): number | undefined {
  const close = text[start] === "'" ? text.indexOf("'", start + 1) : curlyFrom(text, start + 1);
  if (close === -1) return undefined;
  if (!maySpan && close > endOfLine(text, start)) return undefined;
  if (/[\p{L}\p{N}]/u.test(text.charAt(close + 1))) return undefined;
  return close + 1;
}

function curlyFrom(text: string, from: number): number {
  const at = text.slice(from).search(/[\u2018\u2019]/);
  return at === -1 ? -1 : from + at;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  if (at === -1) return text.length;
  return text[at - 1] === "\r" ? at - 1 : at;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
  ['"', '"'],
  ["`", "`"],
]);
const ESCAPED = /\\u([0-9a-fA-F]{4})|\\([\s\S])/g;
const ESCAPED_OR_DOUBLED = /""|\\u([0-9a-fA-F]{4})|\\([\s\S])/g;

/**
 * Decodes the inside of a text: `""` in one with that quote, `\n \r \t \\ \" \uXXXX`; any other `\x`
 * stays as written.
 * @param opening the quote that begins the text
 * @param tellUnknown told of each of those: what it is and its 0-based place
 */
export function decodeQuoted(
  inside: string,
  opening: string,
  tellUnknown: (escape: string, at: number) => void,
): string {
  return inside.replace(
    opening === '"' ? ESCAPED_OR_DOUBLED : ESCAPED,
    (whole: string, hex: string | undefined, escaped: string | undefined, at: number) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (escaped === undefined) return '"';
      const meant = ESCAPES.get(escaped);
      if (meant === undefined) tellUnknown(whole, at);
      return meant ?? whole;
    },
  );
}
