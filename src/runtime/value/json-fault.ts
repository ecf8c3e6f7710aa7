/** Where a text stops being JSON, as a 0-based offset, and what should stand there. */
export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
}

/**
 * Finds the first place where a text is not JSON. JSON.parse tells none for many texts, and words
 * it differently from version to version.
 * @param text not JSON, and not nested deeper than the call stack bears
 */
export function findJsonFault(text: string): JsonFault {
  const end = skipValue(text, skipBlanks(text, 0));
  if (typeof end !== "number") return end;
  return fault(skipBlanks(text, end), "nothing more");
}

/** The offset after what was skipped, or why it could not be. */
type Skipped = number | JsonFault;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANKS = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

function skipValue(text: string, at: number): Skipped {
  switch (text[at]) {
    case '"':
      return skipText(text, at);
    case "{":
      return skipItems(text, at + 1, "}", skipMember);
    case "[":
      return skipItems(text, at + 1, "]", skipValue);
    default:
      return skipBy(NUMBER, text, at) ?? skipBy(WORD, text, at) ?? fault(at, "a value");
  }
}

function skipItems(
  text: string,
  from: number,
  closing: string,
  skipItem: (text: string, at: number) => Skipped,
): Skipped {
  let at = skipBlanks(text, from);
  if (text[at] === closing) return at + 1;
  for (;;) {
    const end = skipItem(text, at);
    if (typeof end !== "number") return end;
    at = skipBlanks(text, end);
    if (text[at] === closing) return at + 1;
    if (text[at] !== ",") return fault(at, `, or ${closing}`);
    at = skipBlanks(text, at + 1);
  }
}

function skipMember(text: string, at: number): Skipped {
  if (text[at] !== '"') return fault(at, "a name in double quotes");
  const end = skipText(text, at);
  if (typeof end !== "number") return end;
  const colon = skipBlanks(text, end);
  if (text[colon] !== ":") return fault(colon, ":");
  return skipValue(text, skipBlanks(text, colon + 1));
}

function skipText(text: string, from: number): Skipped {
  for (let at = from + 1; at < text.length;) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < " ") return fault(at, "an escape such as \\n instead of a control character");
    if (character === "\\") {
      const end = skipBy(ESCAPE, text, at);
      if (end === undefined) return fault(at, "an escape that JSON knows");
      at = end;
    } else at += 1;
  }
  return fault(text.length, 'a closing "');
}

function skipBlanks(text: string, at: number): number {
  return skipBy(BLANKS, text, at) ?? at;
}

function skipBy(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function fault(offset: number, expected: string): JsonFault {
  return { offset, expected };
}
