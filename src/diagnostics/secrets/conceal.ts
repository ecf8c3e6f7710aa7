import { findSecrets, withoutOverlaps } from "./secret-forms.ts";
import { isSecretOf, originOf, type SecretOrigin } from "./secret-names.ts";

const LITERAL = /"((?:[^"]|"")*)"/g;
/** Texts that are joined are one value: `"rose" + "bud7"`. */
const JOINED = /"(?:[^"]|"")*"(?:\s*[+&]\s*"(?:[^"]|"")*")*/g;
const WORD = /[\p{L}_][\p{L}\p{N}_]*[$%!#]?/gu;
/** How far around a text what makes it a name is looked for. */
const NEAR = 100;

/**
 * Puts stars in the place of the secrets in a line of a script: texts that have the form of one, and
 * texts that stand on a line with the name of one. Names of members and the length of the line stay.
 */
export function concealSecrets(line: string): string {
  const shown = concealForms(line);
  const origins = originsIn(line);
  if (origins.length === 0) return shown;
  const opening = line.indexOf("{");
  return shown.replace(JOINED, (written, at: number) => {
    const value = Array.from(written.matchAll(LITERAL), ([, part = ""]) => part).join("");
    if (!origins.some((origin) => isSecretOf(origin, value))) return written;
    const before = line.slice(Math.max(0, at - NEAR), at);
    const after = line.slice(at + written.length, at + written.length + NEAR);
    const isMember = opening !== -1 && opening < at;
    if (isName(before, after, isMember)) return written;
    return written.replace(LITERAL, (_, part: string) => `"${"*".repeat(part.length)}"`);
  });
}

/** Puts stars in the place of a part of a line. */
export function starred(line: string, start: number, end: number): string {
  return line.slice(0, start) + "*".repeat(end - start) + line.slice(end);
}

/** Puts stars in the place of what is known by its form. */
function concealForms(line: string): string {
  const pieces: string[] = [];
  let done = 0;
  // A header in a block of text begins its line, which the search knows by the line end before it.
  for (const { start, end } of withoutOverlaps(findSecrets(`\n${line}`))) {
    pieces.push(line.slice(done, start - 1), "*".repeat(end - start));
    done = end - 1;
  }
  return pieces.join("") + line.slice(done);
}

/** How the secrets come about that words outside of quotes, names of members and headers tell of. */
function originsIn(line: string): readonly SecretOrigin[] {
  const words = line.replace(LITERAL, " ").match(WORD) ?? [];
  // The key of a signature is a secret by its place.
  const code = words.map((word) => (word.toUpperCase() === "HMAC" ? "SECRET" : word));
  const quoted = Array.from(line.matchAll(LITERAL), ([, text = ""]) => text);
  const names = new Set([...code, ...quoted.filter((text) => /^[\w$.-]+$/.test(text))]);
  return [...new Set(Array.from(names, originOf))].filter((origin) => origin !== undefined);
}

/** A text before a colon inside braces, in brackets, or behind VALUE and the like is a name. */
function isName(before: string, after: string, isMember: boolean): boolean {
  if (/\[\s*$/.test(before) && /^\s*\]/.test(after)) return true;
  if (/\b(?:VALUE|HEADER|PARAM)\s+$/i.test(before)) return true;
  const begins = before.trim() === "" || (isMember && /[{,]\s*$/.test(before));
  return begins && /^\s*:/.test(after);
}
