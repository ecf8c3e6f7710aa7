/**
 * Moves a cut that would go through a character to before it. Texts are counted in UTF-16 units, of
 * which a character such as an emoji has two; half of one is no text.
 * @param at a whole number, in UTF-16 units; where the cut is wanted
 */
export function cutBeforeCharacter(text: string, at: number): number {
  const isInside = at > 0 && at < text.length && isLow(text, at) && isHigh(text, at - 1);
  return isInside ? at - 1 : at;
}

/**
 * Gives the part of a text between two cuts, neither of which goes through a character.
 * @param from whole number; in UTF-16 units, below 0 counts as 0
 * @param to whole number; beyond the end counts as the end
 */
export function cutText(text: string, from: number, to: number): string {
  if (to <= from) return "";
  const start = from <= 0 ? 0 : cutBeforeCharacter(text, from);
  return text.slice(start, to >= text.length ? text.length : cutBeforeCharacter(text, to));
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
