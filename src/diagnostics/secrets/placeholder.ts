/** Words of texts that only stand in for a secret: "YOUR_TOKEN_HERE", "replace-with-your-key". */
const STANDING_IN =
  /(?:^|[^a-z])(?:yours?|here|examples?|sample|dummy|fake|placeholder|redacted|hidden|todo|fixme|insert|replace|enter|put|fill|paste|change[\W_]?(?:me|it|this))(?![a-z])/iu;
/** Texts that have a mark for a value instead of one: `{{token}}`, `<token>`, `%TOKEN%`, `${…}`. */
const MARKED = /^(?:<.*|\[.*\]|%.*%|\$[A-Z_]+)$|\{.*\}|\$\{|…|\.\.\./su;
const FILLED = /x{4}|\*{3}|0{8}|^x+$/iu;

/** Words that say what a secret is, or what is wrong with one, but are none. */
const SPEAKING: ReadonlySet<string> = new Set(
  (
    "api app auth access verify webhook user db bot client bearer basic new old current wrong bad " +
    "invalid incorrect missing required forgot forgotten reset expired confirm test none null unset " +
    "undefined empty optional token tokens key keys secret secrets password passwords passphrase " +
    "credential credentials authorization id name value field text string label type hash header column"
  ).split(" "),
);

/** What stands in for a secret says so at its begin. */
const MOST_LOOKED_AT = 200;

/** Tells whether a text only stands in for a secret, or names one. */
export function isPlaceholder(text: string): boolean {
  const value = text.slice(0, MOST_LOOKED_AT);
  if (STANDING_IN.test(value) || MARKED.test(value) || FILLED.test(value)) return true;
  const words = value
    .replace(/(?<=[a-z])(?=[A-Z])/gu, "_")
    .toLowerCase()
    .split(/[\W_]+/u);
  return words.every((word) => word === "" || SPEAKING.has(word));
}
