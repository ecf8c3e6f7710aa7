/** One piece of a mask such as `R$ #,##0.00`. */
export type MaskPart =
  | { readonly kind: "digit"; readonly required: boolean }
  | { readonly kind: "point" }
  | { readonly kind: "literal"; readonly text: string };

/** A mask for numbers, read. */
export interface Mask {
  readonly parts: readonly MaskPart[];
  readonly hasDigits: boolean;
  /** True where thousands are set apart. */
  readonly grouped: boolean;
  /** How many digits the decimal point moves to the right before the number is written. */
  readonly shift: number;
  /** `E+00` as it is written; undefined where there is none. */
  readonly exponent: string | undefined;
}

const PIECE = /\\[^]|"[^"]*"|'[^']*'|E[+-]0+|[^]/gi;

/**
 * Reads a mask for numbers: `0` and `#` are digits, `.` and `,` the decimal point and the thousands,
 * `%` means hundredths, `E+00` an exponent; what is quoted, escaped or anything else stands for
 * itself.
 */
export function parseMask(pattern: string): Mask {
  const pieces = pattern.match(PIECE) ?? [];
  const points = pieces.flatMap((piece, at) => (isPoint(pieces, piece, at) ? at : []));
  // Two decimal points are none: they set digits apart, as in 000.000.000-00.
  const point = points.length === 1 ? points[0] : undefined;
  const parts: MaskPart[] = [];
  let grouped = false;
  let shift = 0;
  let exponent: string | undefined;
  pieces.forEach((piece, at) => {
    if (piece === "0" || piece === "#") parts.push({ kind: "digit", required: piece === "0" });
    else if (at === point) parts.push({ kind: "point" });
    else if (isComma(pieces, at) && isDigit(pieces[at + 1])) grouped = true;
    else if (isComma(pieces, at) && isAfterThousands(pieces, at, point)) shift -= 3;
    else if (/^E[+-]/i.test(piece)) exponent = piece;
    else {
      if (piece === "%") shift += 2;
      parts.push({ kind: "literal", text: literalText(piece) });
    }
  });
  const hasDigits = parts.some(({ kind }) => kind === "digit");
  return { parts, hasDigits, grouped, shift, exponent };
}

/** Splits a mask at its semicolons: for numbers above, below and at zero. */
export function splitSections(pattern: string): readonly string[] {
  const sections: string[] = [];
  let section = "";
  for (const piece of pattern.match(PIECE) ?? []) {
    if (piece === ";") {
      sections.push(section);
      section = "";
    } else section += piece;
  }
  return [...sections, section];
}

/** The digits of a mask with the marks between them. */
const DIGITS = /[#0][#0.,]*[#0]/;
/** `#.##0,00`, `#,##0,0` and `0,00`; in `#,#` and `0,0` the comma sets thousands apart. */
const DECIMAL_COMMA = /^(?:[^,]*\.[^.]*,[#0]+|[^.]*,[#0]{3},[#0]{1,2}|[#0]*0,00)$/;

/**
 * Rewrites a mask whose decimal mark is a comma, as most of Europe and South America write it.
 * @returns undefined where the comma sets thousands apart
 */
export function withDecimalPoint(mask: string): string | undefined {
  const [written] = DIGITS.exec(mask.replace(/\\[^]|"[^"]*"|'[^']*'/g, "")) ?? [];
  if (written === undefined || !DECIMAL_COMMA.test(written) || !mask.includes(written))
    return undefined;
  const comma = written.lastIndexOf(",");
  const whole = written.slice(0, comma).replaceAll(".", ",");
  return mask.replace(written, () => `${whole}.${written.slice(comma + 1)}`);
}

function isPoint(pieces: readonly string[], piece: string, at: number): boolean {
  return piece === "." && isDigit(pieces[at + 1]);
}

/** A comma behind a digit, or behind another comma that is. */
function isComma(pieces: readonly string[], at: number): boolean {
  let before = at;
  while (pieces[before] === ",") before -= 1;
  return before < at && isDigit(pieces[before]);
}

/** `#,##0,"K"` writes thousands: a comma behind the last digit before the point takes three away. */
function isAfterThousands(pieces: readonly string[], at: number, point?: number): boolean {
  let after = at;
  while (pieces[after] === ",") after += 1;
  if (after === point) return true;
  const behind = pieces.slice(after).join("");
  // In `0, please` the comma is one of the text.
  return behind === "" || /^(?:\s*["'\\]|[A-Z])/i.test(behind);
}

function isDigit(piece: string | undefined): boolean {
  return piece === "0" || piece === "#";
}

function literalText(piece: string): string {
  if (piece.length === 1) return piece;
  return piece.startsWith("\\") ? piece.slice(1) : piece.slice(1, -1);
}
