/** What a script can ask of the last error that it caught. */
export type ErrorPart = "number" | "happened" | "message" | "line";

/** The names that ask for it where a script gives them no other meaning. */
const NAMES: ReadonlyMap<string, ErrorPart> = new Map([
  ["ERR", "number"],
  ["ERROR", "happened"],
  ["ERROR_MESSAGE", "message"],
  ["ERL", "line"],
] as const);

/** Members of ERR, as Visual Basic and General Bots write them; others are members of the error. */
const MEMBERS: ReadonlyMap<string, ErrorPart> = new Map([
  ["NUMBER", "number"],
  ["DESCRIPTION", "message"],
  ["MESSAGE", "message"],
  ["LINE", "line"],
] as const);

/** Finds what a name asks of the last error. @param key upper case */
export function errorPartOf(key: string): ErrorPart | undefined {
  return NAMES.get(key);
}

/** Finds what a member of ERR asks of the last error. @param key upper case, perhaps with a sigil */
export function errorMemberOf(key: string): ErrorPart | undefined {
  return MEMBERS.get(key.replace(/\$$/, ""));
}
