import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import { defineFunction, optional, text } from "../define.ts";

/** Asked for with the first hash: loading it costs the start of every command some ms. */
const crypto = () => process.getBuiltinModule("node:crypto");

const ALGORITHMS = ["sha256", "sha1", "sha512", "md5"];
const ENCODINGS = ["hex", "base64"] as const;

export const md5 = defineFunction({
  name: "MD5$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the MD5 hash of a text as hexadecimal digits; not for secrets.",
  example: `MD5("abc")  ' "900150983cd24fb0d6963f7d28e17f72"`,
  run: (_, value) => hash("md5", value),
});

export const sha1 = defineFunction({
  name: "SHA1$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the SHA-1 hash of a text as hexadecimal digits; not for secrets.",
  example: `LEFT$(SHA1("abc"), 16)  ' "a9993e364706816a"`,
  run: (_, value) => hash("sha1", value),
});

export const sha256 = defineFunction({
  name: "SHA256$",
  aliases: ["SHA"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the SHA-256 hash of a text as hexadecimal digits.",
  example: `LEFT$(SHA256("abc"), 16)  ' "ba7816bf8f01cfea"`,
  run: (_, value) => hash("sha256", value),
});

export const sha512 = defineFunction({
  name: "SHA512$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the SHA-512 hash of a text as hexadecimal digits.",
  example: `LEFT$(SHA512("abc"), 16)  ' "ddaf35a193617aba"`,
  run: (_, value) => hash("sha512", value),
});

export const hmac = defineFunction({
  name: "HMAC$",
  aliases: ["HMAC_SHA256", "HMACSHA256"],
  parameters: [text("text"), text("key"), optional(text("algorithm")), optional(text("encoding"))],
  returns: "text",
  summary:
    "Signs a text with a key, with SHA-256 where no algorithm is given; hexadecimal digits, or Base64 where the encoding says so.",
  example: `LEFT$(HMAC("abc", "key"), 16)  ' "9c196e32dc0175f8"`,
  raises: ["GB3042"],
  run: (_, value, key, algorithm = "sha256", encoding = "hex") =>
    crypto()
      .createHmac(algorithmOf(algorithm), key)
      .update(value, "utf8")
      .digest(encodingOf(encoding)),
});

export const verifySignature = defineFunction({
  name: "VERIFY_SIGNATURE",
  aliases: ["VERIFYSIGNATURE"],
  parameters: [text("text"), text("signature"), text("key"), optional(text("algorithm"))],
  returns: "boolean",
  summary:
    'Tells whether a signature is the HMAC of a text, with SHA-256 where no algorithm is given; in hexadecimal digits or Base64, with or without a beginning such as "sha256="; never for an empty key.',
  example: `VERIFY_SIGNATURE("abc", HMAC("abc", "key"), "key")  ' true`,
  raises: ["GB3042"],
  run: (_, value, signature, key, algorithm = "sha256") => {
    // A secret that was never set would let everybody sign.
    if (key === "") return false;
    const expected = crypto()
      .createHmac(algorithmOf(algorithm), key)
      .update(value, "utf8")
      .digest();
    const written = signature.trim().replace(/^sha\d+=/i, "");
    const isHex = written.length === expected.length * 2 && /^[\da-f]*$/i.test(written);
    const given = Buffer.from(written, isHex ? "hex" : "base64");
    // In constant time, as the time of a comparison would tell how much of a forgery was right.
    return given.length === expected.length && crypto().timingSafeEqual(given, expected);
  },
});

function hash(algorithm: string, value: string): string {
  return crypto().createHash(algorithm).update(value, "utf8").digest("hex");
}

function algorithmOf(written: string): string {
  const name = written.toLowerCase().replace("-", "");
  if (ALGORITHMS.includes(name)) return name;
  throw new BasicError(valueMessages.unknownAlgorithm(describe(written), ALGORITHMS.join(", ")));
}

function encodingOf(written: string): (typeof ENCODINGS)[number] {
  const found = ENCODINGS.find((encoding) => encoding === written.toLowerCase());
  if (found !== undefined) return found;
  throw new BasicError(valueMessages.unknownAlgorithm(describe(written), ENCODINGS.join(", ")));
}
