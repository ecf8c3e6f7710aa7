// Chevrotain sorts the codes of characters into groups: each up to 255 by itself, then 255 at a time.
const ALONE = 256;
const TOGETHER = 255;
const CODES = 65_536;

/**
 * Lists a character code of every group in which a token may begin, as `start_chars_hint` wants it.
 * Without a hint on each token the lexer tries all tokens at every character.
 * @param beginsToken what is true for the first characters of the token; not asked for those beyond
 *   Latin 1, where any may begin it
 */
export function startCodes(beginsToken: (character: string) => boolean): number[] {
  const codes: number[] = [];
  for (let code = 0; code < ALONE; code += 1) {
    if (beginsToken(String.fromCharCode(code))) codes.push(code);
  }
  for (let code = ALONE; code < CODES; code += TOGETHER) codes.push(code);
  codes.push(CODES - 1);
  return codes;
}
