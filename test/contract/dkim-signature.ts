import { createHash, type KeyObject, verify } from "node:crypto";

/**
 * Tells whether a mail has a DKIM signature that holds, with `relaxed` headers and body (RFC 6376, 3.4
 * and 3.7).
 * @param source the mail as it was sent
 */
export function isSigned(source: string, key: KeyObject): boolean {
  const end = source.indexOf("\r\n\r\n");
  const headers = source.slice(0, end).split(/\r\n(?![ \t])/);
  const written = headers.find((header) => /^dkim-signature:/i.test(header));
  if (written === undefined) return false;
  const tags = new Map(
    written
      .slice(written.indexOf(":") + 1)
      .split(";")
      .map((tag) => tag.replaceAll(/\s+/g, ""))
      .map((tag) => [tag.slice(0, tag.indexOf("=")), tag.slice(tag.indexOf("=") + 1)] as const),
  );
  if (tags.get("c") !== "relaxed/relaxed" || tags.get("a") !== "rsa-sha256") return false;
  const body = createHash("sha256")
    .update(relaxedBody(source.slice(end + 4)))
    .digest("base64");
  if (tags.get("bh") !== body) return false;
  const signed = (tags.get("h") ?? "").split(":").flatMap((name) => {
    const header = headers.findLast((one) => nameOf(one) === name.toLowerCase());
    return header === undefined ? [] : [`${relaxedHeader(header)}\r\n`];
  });
  const own = relaxedHeader(written).replace(/(^|[\s;])b=[^;]*/, "$1b=");
  const signature = Buffer.from(tags.get("b") ?? "", "base64");
  return verify("sha256", Buffer.from(signed.join("") + own), key, signature);
}

function nameOf(header: string): string {
  return header.slice(0, header.indexOf(":")).trim().toLowerCase();
}

function relaxedHeader(header: string): string {
  const value = header.slice(header.indexOf(":") + 1).replaceAll(/\s+/g, " ");
  return `${nameOf(header)}:${value.trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replaceAll(/[ \t]+/g, " ").trimEnd());
  return `${lines.join("\r\n").replace(/(?:\r\n)+$/, "")}\r\n`;
}
