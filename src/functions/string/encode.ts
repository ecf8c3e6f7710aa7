import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { checkTextLength } from "../../runtime/value/limits.ts";
import { describe } from "../../runtime/value/text.ts";
import { defineFunction, text, type FunctionContext } from "../define.ts";

export const urlEncode = defineFunction({
  name: "URLENCODE$",
  aliases: ["URL_ENCODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Encodes a text as a part of a URL.",
  example: `URLENCODE("a b&c")  ' "a%20b%26c"`,
  run: (context, value) => checked(encodeURIComponent(value.toWellFormed()), context),
});

export const urlDecode = defineFunction({
  name: "URLDECODE$",
  aliases: ["URL_DECODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Decodes a part of a URL; a plus sign is a blank.",
  example: `URLDECODE("a%20b+c")  ' "a b c"`,
  raises: ["GB3041"],
  run: (_, value) => {
    try {
      return decodeURIComponent(value.replaceAll("+", " "));
    } catch (cause) {
      throw new BasicError(valueMessages.badEncoding("URL", describe(value)), { cause });
    }
  },
});

export const base64Encode = defineFunction({
  name: "BASE64ENCODE$",
  aliases: ["BASE64", "BASE64_ENCODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Encodes the UTF-8 bytes of a text as Base64.",
  example: `BASE64("olá")  ' "b2zDoQ=="`,
  run: (context, value) => checked(Buffer.from(value, "utf8").toString("base64"), context),
});

export const base64Decode = defineFunction({
  name: "BASE64DECODE$",
  aliases: ["BASE64_DECODE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Decodes Base64 to the text of its UTF-8 bytes.",
  example: `BASE64DECODE("b2zDoQ==")  ' "olá"`,
  raises: ["GB3041"],
  run: (_, value) => {
    const compact = value.replace(/\s+/g, "");
    if (!/^[\w+/-]*={0,2}$/.test(compact)) {
      throw new BasicError(valueMessages.badEncoding("Base64", describe(value)));
    }
    return Buffer.from(compact, "base64").toString("utf8");
  },
});

function checked(encoded: string, { limits }: FunctionContext<never>): string {
  checkTextLength(encoded.length, limits);
  return encoded;
}
