import type { HttpHeaders } from "../../host/http-call.ts";
import { findSecrets, withoutOverlaps } from "../../diagnostics/secrets/secret-forms.ts";
import { jsonIn } from "./json-in.ts";
import { isSecretField, isSecretHeader, isSecretParameter } from "./secret-fields.ts";

/** What stands in a file of recorded calls in the place of a secret. */
export const MASK = "***";

/** A secret shorter than this would hide parts of ordinary words. */
const SHORTEST_SECRET = 6;

/** Headers of requests that say nothing of who calls. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...["accept", "accept-language", "cache-control", "content-type", "if-none-match"],
  ...["if-modified-since", "prefer", "soapaction", "user-agent"],
]);

/** Takes secrets out of what is recorded: those that it is told, and those that it sees. */
export class SecretMask {
  readonly #known = new Set<string>();

  /** @param secrets values of settings, which may stand anywhere */
  constructor(secrets: Iterable<string>) {
    for (const secret of secrets) this.learn(secret);
  }

  /** Masks a text from now on wherever it stands. */
  learn(secret: string): void {
    if (secret.length < SHORTEST_SECRET || secret.includes(MASK)) return;
    for (const form of [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams([["", secret]]).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64"),
    ]) {
      this.#known.add(form);
    }
  }

  /** Learns the secrets of a call and its answer, so that they are masked in other calls too. */
  learnFrom(call: {
    readonly url: string;
    readonly sent: HttpHeaders;
    readonly received: HttpHeaders;
    readonly bodies: readonly string[];
    /** The texts of a form with files. */
    readonly fields: readonly (readonly [name: string, value: string])[];
  }): void {
    for (const [name, value] of [...call.sent, ...call.received]) {
      if (isSecretHeader(name)) this.#learnHeader(name.toLowerCase(), value);
    }
    this.#parameters(new URL(call.url).search.slice(1));
    for (const body of call.bodies) this.#named(body);
    for (const [name, value] of call.fields) if (isSecretParameter(name)) this.learn(value);
  }

  /** Masks an address; the rest of it stays as it is written. */
  url(url: string): string {
    const [path = "", ...query] = url.split("?");
    const shown = query.length === 0 ? path : `${path}?${this.#parameters(query.join("?"))}`;
    return this.#text(shown);
  }

  /** Masks what a script sends: all headers but those that cannot hold a secret. */
  sentHeaders(headers: HttpHeaders): HttpHeaders {
    return headers.map(([name, value]) => [
      name,
      HARMLESS.has(name.toLowerCase()) ? this.#text(value) : MASK,
    ]);
  }

  receivedHeaders(headers: HttpHeaders): HttpHeaders {
    return headers.map(([name, value]) => [name, isSecretHeader(name) ? MASK : this.#text(value)]);
  }

  /** Masks JSON, a form or any text. */
  body(text: string): string {
    return this.#text(this.#named(text));
  }

  /** Masks the text of a field of a form. */
  field(name: string, value: string): string {
    return isSecretParameter(name) ? MASK : this.body(value);
  }

  /** Masks values that stand behind the name of a secret, and learns them. */
  #named(text: string): string {
    if (/^\s*[[{]/.test(text)) {
      const json = jsonIn(text);
      if (json === undefined) return text;
      // What holds no secret is kept to the letter.
      const shown = this.#members(json, undefined);
      return shown.found ? JSON.stringify(shown.value) : text;
    }
    return /^[^\s=&]+=[^\s&]*(?:&[^\s=&]+=[^\s&]*)*$/.test(text) ? this.#parameters(text) : text;
  }

  #members(value: unknown, name: string | undefined): { readonly value: unknown; found: boolean } {
    if (typeof value === "string" && name !== undefined && isSecretField(name, value)) {
      this.learn(value);
      return { value: MASK, found: true };
    }
    if (typeof value !== "object" || value === null) return { value, found: false };
    let found = false;
    const inside = (one: unknown, key: string | undefined): unknown => {
      const shown = this.#members(one, key);
      found ||= shown.found;
      return shown.value;
    };
    const shown = Array.isArray(value)
      ? value.map((one: unknown) => inside(one, name))
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one, key)]));
    return { value: shown, found };
  }

  #parameters(query: string): string {
    return query.replace(/([^=&]+)=([^&]+)/g, (whole, name: string, value: string) => {
      if (!isSecretParameter(decoded(name))) return whole;
      this.learn(decoded(value));
      return `${name}=${MASK}`;
    });
  }

  /** `Bearer abc` holds one, `Basic …` a name and a password, a cookie stands behind its name. */
  #learnHeader(name: string, value: string): void {
    if (name === "cookie" || name === "set-cookie") {
      const cookies = name === "cookie" ? value.split(";") : value.split(";", 1);
      for (const cookie of cookies) this.learn(cookie.slice(cookie.indexOf("=") + 1).trim());
      return;
    }
    this.learn(value);
    const [, scheme = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(value) ?? [];
    this.learn(rest);
    if (scheme.toLowerCase() !== "basic") return;
    const pair = Buffer.from(rest, "base64").toString();
    this.learn(pair.slice(pair.indexOf(":") + 1));
  }

  #text(text: string): string {
    let shown = text;
    for (const secret of [...this.#known].sort((one, other) => other.length - one.length)) {
      shown = shown.replaceAll(secret, MASK);
    }
    const pieces: string[] = [];
    let done = 0;
    for (const { start, end } of withoutOverlaps(findSecrets(shown))) {
      pieces.push(shown.slice(done, start), MASK);
      done = end;
    }
    return pieces.join("") + shown.slice(done);
  }
}

/** Writes an address for a message, or for the pattern of a mock: `*` in the place of its secrets. */
export function shownAddress(url: string): string {
  return new SecretMask([]).url(url).replaceAll(MASK, "*");
}

/** What a mask may stand for, so that it does not swallow other parts of the call. */
const MASKED = { url: "[^&?#]*?", body: '[^"&\\n]*?' } as const;

/** Compares a part of a call with what was recorded, in which a mask stands for any secret. */
export function sameButSecrets(text: string, recorded: string, kind: "url" | "body"): boolean {
  if (text === recorded) return true;
  if (!recorded.includes(MASK)) return false;
  const parts = recorded.split(MASK).map((part) => part.replace(/[\\^$.|?+*()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(MASKED[kind])}$`).test(text);
}

function decoded(text: string): string {
  return new URLSearchParams(`x=${text}`).get("x") ?? text;
}
