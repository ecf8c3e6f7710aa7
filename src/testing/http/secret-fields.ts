import { originOf } from "../../diagnostics/secrets/secret-names.ts";

/** Headers that say who somebody is. */
const HEADERS: ReadonlySet<string> = new Set([
  ...["authorization", "proxy-authorization", "cookie", "set-cookie", "x-amz-security-token"],
]);

/** Short names that services give the key in an address. */
const PARAMETERS =
  /^(?:key|appid|app_id|app_key|hapikey|auth|pass|pwd|sig|signature|session|sessionid|sid|jwt|code_verifier|x-amz-.*)$/i;

/** Names of nothing else than secrets, whatever their value looks like. */
const ALWAYS =
  /^(?:(?:access|refresh|id|auth|session|bearer)_?token|token|api_?key|password|passwd|secret|client_?secret|jwt)$/i;

/** Tells whether the value of a header is a secret. */
export function isSecretHeader(name: string): boolean {
  return HEADERS.has(name.toLowerCase()) || originOf(name) !== undefined;
}

/** Tells whether the value of a part of an address or form is a secret, by its name. */
export function isSecretParameter(name: string): boolean {
  return PARAMETERS.test(name) || ALWAYS.test(name) || originOf(name) !== undefined;
}

/** Tells whether a member of JSON is a secret: words alone, as in `"authorization": "approved"`, are none. */
export function isSecretField(name: string, value: string): boolean {
  if (value === "") return false;
  if (ALWAYS.test(name.replaceAll("-", "_"))) return true;
  const origin = originOf(name);
  if (origin === undefined) return false;
  return origin !== "random" || !/^[\p{L}\s.,-]*$/u.test(value);
}
