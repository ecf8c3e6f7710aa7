import { isPlaceholder } from "./placeholder.ts";

/** What kind of secret a text is, and the setting of gbasic that has a place for it. */
export interface SecretKind {
  /** With its article: "an access token of Meta". */
  readonly title: string;
  readonly setting?: string;
}

/** Names under which scripts keep secrets that people choose, whatever they look like. */
const CHOSEN =
  /(?:VERIFY_?TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|PASSCODE|(?:^|_)PWD|[^_]_PASS|SENHA|CONTRASE[NÑ]A)S?$/u;
/** Names of nothing else than secrets, which are mostly made at random. */
const KEYS =
  /(?:API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY|AUTH_?KEY|(?:AUTH|ACCESS|BEARER|REFRESH|API|BOT)_?TOKEN)S?$/u;
/** Names that other things have too. */
const RANDOM =
  /(?:TOKEN|AUTH|AUTHORIZATION|CREDENTIALS?|SIGNING_KEY|ENCRYPTION_KEY|(?:OPENAI|ANTHROPIC|LLM|STRIPE|TWILIO|SENDGRID|META|WHATSAPP|GOOGLE|GITHUB|SLACK|AWS|HMAC|MASTER|SERVICE|CLIENT|APP|WEBHOOK)_?KEY)S?$/u;

const SETTINGS: readonly (readonly [name: RegExp, kind: SecretKind])[] = [
  [/VERIFY/u, { title: "the verify token", setting: "WHATSAPP_VERIFY_TOKEN" }],
  [/APP_?SECRET|WEBHOOK_?SECRET/u, { title: "the app secret", setting: "WHATSAPP_APP_SECRET" }],
  [/TWILIO|AUTH_?TOKEN/u, { title: "the auth token of Twilio", setting: "TWILIO_AUTH_TOKEN" }],
  [/WHATSAPP|ACCESS_?TOKEN/u, { title: "an access token", setting: "WHATSAPP_ACCESS_TOKEN" }],
  [/LLM|OPENAI|ANTHROPIC/u, { title: "a key of a language model", setting: "LLM_API_KEY" }],
  [/PASS|PWD|SENHA|CONTRASE/u, { title: "a password" }],
];

/**
 * Tells whether a text that goes by a name is a secret.
 * @param name as a script writes it, with or without a sigil: `VERIFY_TOKEN$`, `hub.verify_token`
 * @returns undefined for names of other things, and for texts that only stand in for a secret
 */
export function secretOfName(name: string, value: string): SecretKind | undefined {
  const origin = originOf(name);
  if (origin === undefined || !isSecretOf(origin, value)) return undefined;
  const plain = plainName(name);
  return SETTINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? { title: "a secret" };
}

/** How a secret comes about: chosen by a person, made at random, or perhaps made at random. */
export type SecretOrigin = "chosen" | "key" | "random";

/** Tells from a name how the secret that goes by it comes about; undefined for other names. */
export function originOf(name: string): SecretOrigin | undefined {
  const plain = plainName(name);
  if (CHOSEN.test(plain)) return "chosen";
  if (KEYS.test(plain)) return "key";
  return RANDOM.test(plain) ? "random" : undefined;
}

/** Tells whether a text that goes by the name of a secret is one, and does not only stand in for it. */
export function isSecretOf(origin: SecretOrigin, text: string): boolean {
  const value = text.replace(/^(?:Bearer|Token)\s+/iu, "");
  if (origin === "chosen") return looksChosen(value);
  if (origin === "key" && value.length < LEAST_RANDOM) {
    return value.length >= 8 && /\d/u.test(value) && looksChosen(value);
  }
  return looksRandom(value);
}

function plainName(name: string): string {
  return name
    .replace(/[$%!#]$/u, "")
    .replace(/(?<=[a-z])(?=[A-Z])|[\s.-]+/gu, "_")
    .toUpperCase();
}

function looksChosen(value: string): boolean {
  return value.length >= 6 && !/\s|:\/\//u.test(value) && !isPlaceholder(value);
}

/** Ids of Twilio (AC…, SK…, PN…) are no secrets. */
const TWILIO_ID = /^[A-Z]{2}[0-9a-f]{32}$/u;
const LEAST_RANDOM = 16;
const LEAST_ENTROPY = 3;

function looksRandom(value: string): boolean {
  if (value.length < LEAST_RANDOM || !/\d/u.test(value) || !/[a-z]/iu.test(value)) return false;
  if (/\s|:\/\/|^\/|[<>{}]/u.test(value) || TWILIO_ID.test(value) || isPlaceholder(value))
    return false;
  // The name of a field or a page is made of words: session_token_id_2026.
  if (/^[a-z]{3,}(?:[_-](?:[a-z]{2,}|\d{1,4}))+$/u.test(value)) return false;
  return entropyOf(value) >= LEAST_ENTROPY;
}

/** Shannon's entropy in bits for each character: about 2 for `aabbaabb`, 4 for random hex digits. */
function entropyOf(value: string): number {
  const counts = Map.groupBy(value, (character) => character);
  return [...counts.values()]
    .map(({ length }) => length / value.length)
    .reduce((bits, share) => bits - share * Math.log2(share), 0);
}
