/** A place for text (`@`, `&`, `!`), or text that stands for itself. */
interface Part {
  readonly kind: "place" | "literal";
  readonly text: string;
}

const PIECE = /"[^"]*"|\\[^]|[^]/gu;
/** `!`, `<` and `>` before the places are about all of the text. */
const LEADING = /^[!<>]*(?=[^]*[@&])/u;
/** Several places beside each other are for one character each. */
const EACH = /@@|&&|@&|&@/u;

/**
 * Formats a text. A place stands for all of it: `@` as it is; where there is none, `!` in upper case;
 * where there is none of these, `&` in lower case, and `>` and `<` alone write it in upper and lower
 * case too. Places side by side, `@@@`, or behind one of `!<>` are for a character each, as in Visual
 * Basic. A section behind `;` is for an empty text.
 * @returns undefined where the pattern has no place
 */
export function formatText(value: string, pattern: string): string | undefined {
  if (pattern === ">") return value.toUpperCase();
  if (pattern === "<") return value.toLowerCase();
  const [section = [], forEmpty] = sectionsOf(pattern);
  const places = placesOf(section);
  if (places === "") return undefined;
  if (value === "" && forEmpty !== undefined) return forEmpty.map(({ text }) => text).join("");
  const leading = LEADING.exec(pattern)?.[0] ?? "";
  if (leading !== "" || EACH.test(placesOf(section, " "))) {
    return fill(value, section.slice(leading.length), leading);
  }
  const place = ["@", "!", "&"].find((one) => places.includes(one));
  const whole = place === "@" ? value : place === "!" ? value.toUpperCase() : value.toLowerCase();
  return section
    .map(({ kind, text }) => (kind === "place" && text === place ? whole : text))
    .join("");
}

/** Gives the parts before and behind a `;`. What stands in quotes or behind `\` is text. */
function sectionsOf(pattern: string): Part[][] {
  const sections: Part[][] = [[]];
  for (const piece of pattern.match(PIECE) ?? []) {
    const isQuoted = piece.length > 1 && piece.startsWith('"');
    if (piece === ";" && sections.length < 2) sections.push([]);
    else if (isQuoted) sections.at(-1)?.push({ kind: "literal", text: piece.slice(1, -1) });
    else if (piece.startsWith("\\"))
      sections.at(-1)?.push({ kind: "literal", text: piece.slice(1) });
    else sections.at(-1)?.push({ kind: /[@!&]/u.test(piece) ? "place" : "literal", text: piece });
  }
  return sections;
}

/** @param other what is given for each text between the places */
function placesOf(section: readonly Part[], other = ""): string {
  return section.map(({ kind, text }) => (kind === "place" ? text : other)).join("");
}

/**
 * Puts one character into each place, from the right or with `!` from the left. For a missing one `@`
 * gives a blank and `&` nothing; what is left over goes where the filling ends.
 */
function fill(value: string, section: readonly Part[], leading: string): string {
  const cased = leading.includes(">")
    ? value.toUpperCase()
    : leading.includes("<")
      ? value.toLowerCase()
      : value;
  const fromLeft = leading.includes("!");
  const characters = fromLeft ? Array.from(cased) : Array.from(cased).reverse();
  const isPlace = ({ kind, text }: Part) => kind === "place" && text !== "!";
  const ordered = fromLeft ? section : section.toReversed();
  const last = ordered.findLastIndex(isPlace);
  let used = 0;
  const written = ordered.map((part, at) => {
    if (!isPlace(part)) return part.text;
    const taken = characters.slice(used, at === last ? undefined : used + 1);
    used += taken.length;
    if (taken.length === 0) return part.text === "@" ? " " : "";
    return (fromLeft ? taken : taken.reverse()).join("");
  });
  return (fromLeft ? written : written.reverse()).join("");
}
