import { isPlaceholder } from "./placeholder.ts";
import { type SecretKind, secretOfName } from "./secret-names.ts";

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
    pattern: /\bEAA[A-Za-z0-9]{20,}|\b\d{15,17}\|[\w-]{20,}/dg,
  },
  {
    title: "a key of a language model",
    setting: "LLM_API_KEY",
    pattern: /(?<![\w-])sk-(?=[\w-]*\d)[\w-]{20,}/dg,
  },
  { title: "a key of Stripe", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/dg },
  { title: "a secret of Stripe", pattern: /\bwhsec_[A-Za-z0-9+/]{24,}=*/dg },
  { title: "a key of AWS", pattern: /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/dg },
  { title: "a key of Google", pattern: /\bAIza[\w-]{35}|\bGOCSPX-[\w-]{20,}/dg },
  { title: "a token of GitHub", pattern: /\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/dg },
  { title: "a token of GitLab", pattern: /\bglpat-[\w-]{20,}/dg },
  {
    title: "a token of Slack",
    pattern:
      /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{20,}|\bhooks\.slack\.com\/services\/(T\w{6,}\/B\w{6,}\/\w{16,})/dg,
  },
  { title: "a token of npm", pattern: /\bnpm_[A-Za-z0-9]{36,}/dg },
  { title: "a token of Hugging Face", pattern: /\bhf_[A-Za-z0-9]{30,}/dg },
  { title: "a token of a Telegram bot", pattern: /(?<!\d)\d{8,10}:[\w-]{35}(?![\w-])/dg },
  { title: "a key of SendGrid", pattern: /(?<![\w-])SG\.[\w-]{16,}\.[\w-]{16,}/dg },
  { title: "a signed token", pattern: /(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/dg },
  { title: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/dg },
  { title: "a token", pattern: /\bBearer\s+(?=[\w.~+/-]*\d)([\w.~+/-]{16,}=*)/dg },
  {
    title: "a password",
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/"'$]{1,200}:([^\s@/"'$]{4,200})@/dgi,
  },
];

/** A name and its value inside a text: in an address, a header, JSON, or SET HEADER. */
const NAMED: readonly RegExp[] = [
  /[?&]([\w.-]+)=([^\s"'&#]+)/dg,
  /(?<=["'\n])[ \t]*([\w-]+):[ \t]+([^"'\n]+)/dg,
  /(?:""|\\"|')([\w-]+)(?:""|\\"|')\s*:\s*(?:""|\\"|')([^"'\\\n]+)/dg,
  /\bHEADER\s+"([^"\n]+)"\s*(?:,|=|AS\b|TO\b)\s*"([^"\n]+)"/dgi,
];

/**
 * Finds the secrets in a text that are known by their form or by a name beside them. Some may be found
 * in several ways: those that tell more come first.
 */
export function findSecrets(text: string): readonly FoundSecret[] {
  const known = FORMS.flatMap(({ pattern, ...kind }) =>
    [...text.matchAll(pattern)].flatMap(({ indices, 0: whole, 1: group }) => {
      const [start, end] = indices?.[1] ?? indices?.[0] ?? [0, 0];
      return isPlaceholder(group ?? whole) ? [] : [{ ...kind, start, end }];
    }),
  );
  const named = NAMED.flatMap((pattern) => secretsNamedBy(text, pattern));
  return [...known, ...pairsIn(text), ...named];
}

/** Of those that overlap, keeps the one that comes first in the list; in the order of the text. */
export function withoutOverlaps(all: readonly FoundSecret[]): readonly FoundSecret[] {
  const ranked = all.map((secret, rank) => ({ secret, rank }));
  const kept: typeof ranked = [];
  for (const one of ranked.toSorted((a, b) => a.secret.start - b.secret.start)) {
    const before = kept.at(-1);
    if (before !== undefined && one.secret.start < before.secret.end) {
      if (before.rank < one.rank) continue;
      kept.pop();
    }
    kept.push(one);
  }
  return kept.map(({ secret }) => secret);
}

function secretsNamedBy(text: string, pattern: RegExp): readonly FoundSecret[] {
  return [...text.matchAll(pattern)].flatMap(({ indices, 1: name = "", 2: value = "" }) => {
    const kind = secretOfName(name, value);
    const [start, end] = indices?.[2] ?? [0, 0];
    return kind === undefined ? [] : [{ ...kind, start, end }];
  });
}

const BASIC = /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})/dg;

/** `Basic …` holds a name and a password, which anybody can read. */
function pairsIn(text: string): readonly FoundSecret[] {
  return [...text.matchAll(BASIC)].flatMap(({ indices, 1: encoded = "" }) => {
    const [, password] = /^[\x20-\x7e]+?:([\x20-\x7e]{4,})$/u.exec(atobOrNothing(encoded)) ?? [];
    const [start, end] = indices?.[1] ?? [0, 0];
    if (password === undefined || isPlaceholder(password)) return [];
    return [{ title: "a password", start, end }];
  });
}

function atobOrNothing(encoded: string): string {
  return Buffer.from(encoded, "base64").toString("latin1");
}
