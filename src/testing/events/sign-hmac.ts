import { createHmac } from "node:crypto";

/** How a service signs: as a handler's `SIGNED BY` says, with the secret itself. */
export interface HmacSigning {
  readonly algorithm: "sha1" | "sha256" | "sha512";
  readonly header: string;
  readonly form: "plain" | "stripe" | "slack";
  readonly secret: string;
  /** When, in ms since 1970-01-01 UTC. */
  readonly at: number;
}

/** Makes the headers with which a service signs a body: hexadecimal, the time beside it where it has one. */
export function signHmac(
  body: Uint8Array | string,
  { algorithm, header, form, secret, at }: HmacSigning,
): readonly (readonly [name: string, value: string])[] {
  const time = String(Math.floor(at / 1000));
  const before = { plain: "", stripe: `${time}.`, slack: `v0:${time}:` }[form];
  const digits = createHmac(algorithm, secret).update(before).update(body).digest("hex");
  switch (form) {
    case "plain":
      return [[header, `${algorithm}=${digits}`]];
    case "stripe":
      return [[header, `t=${time},v1=${digits}`]];
    case "slack":
      return [
        [header, `v0=${digits}`],
        ["X-Slack-Request-Timestamp", time],
      ];
  }
}
