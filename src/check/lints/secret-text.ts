/** What kind of secret a text is, and the setting of gbasic that has a place for it. */
export interface SecretKind {
  /** With its article: "an access token of Meta". */
  readonly title: string;
  readonly setting?: string;
}

/** A secret that is known by its form, with its place in a text. */
export interface FoundSecret extends SecretKind {
  readonly start: number;
  readonly end: number;
}

interface SecretForm extends SecretKind {
  /** Its first group is the secret where the form has more around it. */
  readonly pattern: RegExp;
}

/** Forms that their issuers document, so that leaked ones can be found. */
const FORMS: readonly SecretForm[] = [
  {
    title: "an access token of Meta",
    setting: "WHATSAPP_ACCESS_TOKEN",
    pattern: /\bEAA[A-Za-z0-9]{20,}/dg,
  },
  {
    title: "a key of a language model",
    setting: "LLM_API_KEY",
    pattern: /\bsk-(?=[\w-]*\d)[\w-]{20,}/dg,
  },
  { title: "a key of Stripe", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/dg },
  { title: "a key of AWS", pattern: /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/dg },
  { title: "a key of Google", pattern: /\bAIza[\w-]{35}/dg },
  { title: "a token of GitHub", pattern: /\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/dg },
  { title: "a token of Slack", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/dg },
  { title: "a key of SendGrid", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/dg },
  { title: "a signed token", pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/dg },
  { title: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/dg },
  { title: "a token", pattern: /\bBearer\s+(?=[\w.~+/-]*\d)([\w.~+/-]{16,}=*)/dg },
  { title: "a password", pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"'$]+:([^\s@/"'$]{4,})@/dgi },
];

/** Finds the secrets in a text that are known by their form, in the order of the text. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const found = FORMS.flatMap(({ pattern, ...kind }) =>
    [...text.matchAll(pattern)].flatMap(({ indices, 0: whole, 1: group }) => {
      const [start, end] = indices?.[1] ?? indices?.[0] ?? [0, 0];
      return isPlaceholder(group ?? whole) ? [] : [{ ...kind, start, end }];
    }),
  );
  const inOrder = found.toSorted((a, b) => a.start - b.start);
  return inOrder.filter(({ start }, at) => start >= (inOrder[at - 1]?.end ?? 0));
}

/** Names under which scripts keep secrets that people choose, whatever they look like. */
const CHOSEN = /(?:VERIFY_?TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE)S?$/u;
/** Names under which they keep secrets that are made at random. */
const RANDOM =
  /(?:TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY|AUTH|AUTHORIZATION|CREDENTIALS?)S?$/u;

const SETTINGS: readonly (readonly [name: RegExp, kind: SecretKind])[] = [
  [/VERIFY/u, { title: "the verify token", setting: "WHATSAPP_VERIFY_TOKEN" }],
  [/APP_?SECRET|WEBHOOK_?SECRET/u, { title: "the app secret", setting: "WHATSAPP_APP_SECRET" }],
  [/TWILIO|AUTH_?TOKEN/u, { title: "the auth token of Twilio", setting: "TWILIO_AUTH_TOKEN" }],
  [/WHATSAPP|ACCESS_?TOKEN/u, { title: "an access token", setting: "WHATSAPP_ACCESS_TOKEN" }],
  [/LLM|OPENAI|ANTHROPIC/u, { title: "a key of a language model", setting: "LLM_API_KEY" }],
  [/PASS/u, { title: "a password" }],
];

/**
 * Tells whether a text that goes by a name is a secret.
 * @param name as a script writes it, with or without a sigil: `VERIFY_TOKEN$`, `hub.verify_token`
 * @returns undefined for names of other things, and for texts that only stand in for a secret
 */
export function secretOfName(name: string, value: string): SecretKind | undefined {
  const plain = name
    .replace(/[$%!#]$/u, "")
    .replace(/(?<=[a-z])(?=[A-Z])|[\s.-]+/gu, "_")
    .toUpperCase();
  const isSecret = CHOSEN.test(plain)
    ? looksChosen(value)
    : RANDOM.test(plain) && looksRandom(value);
  if (!isSecret) return undefined;
  return SETTINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? { title: "a secret" };
}

function looksChosen(value: string): boolean {
  return value.length >= 6 && !/\s|:\/\//u.test(value) && !isPlaceholder(value);
}

/** Ids of Twilio (AC…, SK…, PN…) are no secrets. */
const TWILIO_ID = /^[A-Z]{2}[0-9a-f]{32}$/u;
const LEAST_ENTROPY = 3;

function looksRandom(value: string): boolean {
  if (value.length < 16 || !/\d/u.test(value) || !/[a-z]/iu.test(value)) return false;
  if (/\s|:\/\/|^\/|[<>{}]/u.test(value) || TWILIO_ID.test(value) || isPlaceholder(value))
    return false;
  return entropyOf(value) >= LEAST_ENTROPY;
}

/** Shannon's entropy in bits for each character: about 2 for `aabbaabb`, 4 for random hex digits. */
function entropyOf(value: string): number {
  const counts = Map.groupBy(value, (character) => character);
  return [...counts.values()]
    .map(({ length }) => length / value.length)
    .reduce((bits, share) => bits - share * Math.log2(share), 0);
}

function isPlaceholder(value: string): boolean {
  return (
    /^your|…|\.\.\.|x{4}|\*{3}|0{8}|example|placeholder|change.?me|^<|\$\{/iu.test(value) ||
    /^(?:secret|token|password|test|none|null)$/iu.test(value)
  );
}
