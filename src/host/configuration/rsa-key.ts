import { createPrivateKey } from "node:crypto";
import { reading } from "./values.ts";

/** An RSA key in PEM form, as it is or with `\n` for its line ends. */
export function rsaKey() {
  return reading("an RSA private key in PEM form, not encrypted", (text) => {
    const pem = text.replaceAll(String.raw`\n`, "\n");
    try {
      return createPrivateKey(pem).asymmetricKeyType === "rsa" ? pem : undefined;
    } catch {
      return undefined;
    }
  });
}
