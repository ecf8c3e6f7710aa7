/**
 * What a terminal or a log would obey or hide instead of showing it: control characters but the tab,
 * separators of lines, signs that turn the direction of text, halves of characters.
 */
const UNSHOWN =
  /[^\P{Cc}\t]|[\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = "\u2421";
const REPLACEMENT = "\ufffd";

/**
 * Makes text safe to show on one line of a terminal or a log: each character that would be obeyed or
 * hidden gets a picture of its own, as `␛` for escape. The length stays, so columns do too.
 */
export function visible(text: string): string {
  return text.replace(UNSHOWN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    return code === 0x7f ? PICTURE_OF_DELETE : REPLACEMENT;
  });
}

/**
 * Makes text safe to show as one record of a log. Further lines are indented, so that no value can
 * look like a record of its own.
 */
export function visibleLines(text: string): string {
  const lines = text.split(/\r?\n/).map(visible);
  return lines.map((line, at) => (at === 0 || line === "" ? line : `  ${line}`)).join("\n");
}
