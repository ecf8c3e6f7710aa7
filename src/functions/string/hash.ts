import { createHash, createHmac } from "node:crypto";
import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import { defineFunction, optional, text } from "../define.ts";

const ALGORITHMS = ["sha256", "sha1", "sha512", "md5"];

export const md5 = defineFunction({
  name: "MD5$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the MD5 hash of a text as hexadecimal digits; not for secrets.",
  example: `MD5("abc")  ' "900150983cd24fb0d6963f7d28e17f72"`,
  run: ([value]) => createHash("md5").update(value, "utf8").digest("hex"),
});

export const sha256 = defineFunction({
  name: "SHA256$",
  aliases: ["SHA"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives the SHA-256 hash of a text as hexadecimal digits.",
  example: `LEFT$(SHA256("abc"), 16)  ' "ba7816bf8f01cfea"`,
  run: ([value]) => createHash("sha256").update(value, "utf8").digest("hex"),
});

export const hmac = defineFunction({
  name: "HMAC$",
  aliases: ["HMAC_SHA256", "HMACSHA256"],
  parameters: [text("text"), text("key"), optional(text("algorithm"))],
  returns: "text",
  summary: "Signs a text with a key, with SHA-256 where no algorithm is given; hexadecimal digits.",
  example: `LEFT$(HMAC("abc", "key"), 16)  ' "9c196e32dc0175f8"`,
  run: ([value, key, algorithm = "sha256"]) => {
    const name = algorithm.toLowerCase().replace("-", "");
    if (!ALGORITHMS.includes(name)) {
      const known = ALGORITHMS.join(", ");
      throw new BasicError(valueMessages.unknownAlgorithm(describe(algorithm), known));
    }
    return createHmac(name, key).update(value, "utf8").digest("hex");
  },
});
