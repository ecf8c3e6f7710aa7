import { findSecrets } from "./secret-forms.ts";
import { secretOfName } from "./secret-names.ts";

const LITERAL = /"((?:[^"]|"")*)"/g;
/** Texts that are joined are one value: `"rose" + "bud7"`. */
const JOINED = /"(?:[^"]|"")*"(?:\s*[+&]\s*"(?:[^"]|"")*")*/g;
const WORD = /[\p{L}_][\p{L}\p{N}_]*[$%!#]?/gu;

/**
 * Puts stars in the place of the secrets in a line of a script: texts that have the form of one, and
 * texts that stand on a line with the name of one. Names of members and the length of the line stay.
 */
export function concealSecrets(line: string): string {
  // A header in a block of text begins its line, which the search knows by the line end before it.
  const known = findSecrets(`\n${line}`).map(({ start, end }) => ({
    start: start - 1,
    end: end - 1,
  }));
  const shown = known.reduce((text, { start, end }) => starred(text, start, end), line);
  const names = namesIn(line);
  return shown.replace(JOINED, (written, at: number) => {
    const value = Array.from(written.matchAll(LITERAL), ([, part = ""]) => part).join("");
    const isSecret = names.some((name) => secretOfName(name, value) !== undefined);
    if (!isSecret || isName(line.slice(0, at), line.slice(at + written.length))) return written;
    return written.replace(LITERAL, (_, part: string) => `"${"*".repeat(part.length)}"`);
  });
}

/** Puts stars in the place of a part of a line. */
export function starred(line: string, start: number, end: number): string {
  return line.slice(0, start) + "*".repeat(end - start) + line.slice(end);
}

/** The words outside of quotes, and the texts in quotes that may name a member or a header. */
function namesIn(line: string): readonly string[] {
  const words = line.replace(LITERAL, " ").match(WORD) ?? [];
  // The key of a signature is a secret by its place.
  const code = words.map((word) => (word.toUpperCase() === "HMAC" ? "SECRET" : word));
  const quoted = Array.from(line.matchAll(LITERAL), ([, text = ""]) => text);
  return [...code, ...quoted.filter((text) => /^[\w$.-]+$/.test(text))];
}

/** A text before a colon inside braces, in brackets, or behind VALUE and the like is a name. */
function isName(before: string, after: string): boolean {
  if (/\[\s*$/.test(before) && /^\s*\]/.test(after)) return true;
  if (/\b(?:VALUE|HEADER|PARAM)\s+$/i.test(before)) return true;
  const begins = before.trim() === "" || (before.includes("{") && /[{,]\s*$/.test(before));
  return begins && /^\s*:/.test(after);
}
