/**
 * Writes a whole number with a comma before every three digits.
 * The language's own formatting loads its locale data, which costs a command a tenth of its time.
 */
export function groupedDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
