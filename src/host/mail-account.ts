/**
 * Gives what names an account in settings: upper case, with `_` for what is no letter or digit, so that
 * `sales@example.com` is `SALES_EXAMPLE_COM`.
 */
export function accountKey(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}
