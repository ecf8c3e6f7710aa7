import type { Match } from "./pattern.ts";

const REFERENCE = /\$(?:([$&])|(\d{1,2})|\{(\w+)\}|<(\w+)>)/g;

/**
 * Fills the references of a replacement with what a match found: `$1` a group, `${name}` and
 * `$<name>` one with a name, `$&` and `$0` the whole, `$$` a dollar sign. A reference to a group that
 * is not there stays as it is.
 */
export function fillReplacement(replacement: string, { groups, names }: Match): string {
  return replacement.replace(
    REFERENCE,
    (
      written: string,
      sign: string | undefined,
      digits: string | undefined,
      braced: string | undefined,
      angled: string | undefined,
    ) => {
      if (sign === "$") return "$";
      if (sign === "&") return groups[0] ?? "";
      const name = braced ?? angled;
      const group = name === undefined ? Number(digits) : (names.get(name) ?? Number(name));
      if (group in groups) return groups[group] ?? "";
      // Where there are fewer than ten groups, $10 is $1 and a 0.
      const first = Number(digits?.charAt(0));
      return digits?.length === 2 && first in groups
        ? `${groups[first] ?? ""}${digits.charAt(1)}`
        : written;
    },
  );
}
