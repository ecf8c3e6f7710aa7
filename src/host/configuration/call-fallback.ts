import { reading } from "./values.ts";

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

/** What a caller hears when a handler fails: a text to be read out, or TwiML; gives TwiML. */
export function callFallback() {
  return reading("a text to be read out, or TwiML from <Response> to </Response>", (written) => {
    if (!written.startsWith("<")) return callResponse(written);
    const body = written.replace(/^<\?xml[^>]*\?>\s*/, "");
    return /^<Response\s*\/>$|^<Response\b[^]*<\/Response>$/.test(body) ? written : undefined;
  });
}

/** Makes the TwiML that reads a text out. */
export function callResponse(text: string): string {
  const escaped = text.replace(/[&<>]/g, (sign) => ENTITIES.get(sign) ?? sign);
  return `${XML_HEAD}<Response><Say>${escaped}</Say></Response>`;
}
