/** The mark at the end of a name that says what the name holds. */
export type Sigil = "$" | "%" | "!" | "#";

/** Returns the sigil at the end of a name; undefined where it has none. */
export function sigilOf(name: string): Sigil | undefined {
  const last = name.at(-1);
  return last === "$" || last === "%" || last === "!" || last === "#" ? last : undefined;
}

/** Returns a name without its sigil, which is how SUBs, FUNCTIONs and phrases are compared. */
export function withoutSigil(name: string): string {
  return sigilOf(name) === undefined ? name : name.slice(0, -1);
}
