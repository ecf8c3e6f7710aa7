/**
 * Formats a text: `@` stands for it as it is; where there is none, `!` for it in upper case; where
 * there is none of these, `&` for it in lower case. `>` and `<` alone write it in upper and lower
 * case too.
 * @returns undefined where the pattern has no placeholder
 */
export function formatText(value: string, pattern: string): string | undefined {
  if (pattern === ">") return value.toUpperCase();
  if (pattern === "<") return value.toLowerCase();
  if (pattern.includes("@")) return pattern.replaceAll("@", () => value);
  if (pattern.includes("!")) return pattern.replaceAll("!", () => value.toUpperCase());
  if (pattern.includes("&")) return pattern.replaceAll("&", () => value.toLowerCase());
  return undefined;
}
