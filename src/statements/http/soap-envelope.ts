import { httpMessages } from "../../diagnostics/codes/http.ts";
import { escapeXml } from "../../functions/string/escape.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/** The two versions of SOAP that are in use. */
export type SoapVersion = "1.1" | "1.2";

/** The namespace of the envelope, by version. */
export const ENVELOPES: Readonly<Record<SoapVersion, string>> = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
};

/** Names of elements; XML allows more, which no service uses. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const DEEPEST = 100;

/** What an envelope asks for. */
export interface SoapRequest {
  readonly version: SoapVersion;
  readonly namespace: string;
  readonly operation: string;
  /** An object: each member is an element, an item of a list one of that name each. */
  readonly parameters: Value;
  /** True where the elements below the operation are in its namespace too. */
  readonly qualified: boolean;
}

/** Writes the envelope of a call. @throws BasicError GB4624 for a name that XML does not allow */
export function writeEnvelope(request: SoapRequest): string {
  const { version, namespace, operation, parameters, qualified } = request;
  checkName(operation);
  const uri = escapeXml(namespace);
  const [open, close] = qualified
    ? [`<${operation} xmlns="${uri}">`, `</${operation}>`]
    : [`<op:${operation} xmlns:op="${uri}">`, `</op:${operation}>`];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<soap:Envelope xmlns:soap="${ENVELOPES[version]}">`,
    `<soap:Body>${open}${membersOf(parameters, 0)}${close}</soap:Body>`,
    "</soap:Envelope>",
  ].join("");
}

function membersOf(value: Value, depth: number): string {
  if (depth > DEEPEST) throw new BasicError(httpMessages.nameForXml("a value inside itself"));
  if (!isObject(value)) {
    if (!Array.isArray(value)) return escapeXml(toText(value));
    return value.map((item) => elementOf("item", item, depth)).join("");
  }
  return Object.entries(value)
    .flatMap(([name, member]) =>
      (Array.isArray(member) ? member : [member]).map((one) => elementOf(name, one, depth)),
    )
    .join("");
}

function elementOf(name: string, value: Value, depth: number): string {
  checkName(name);
  return `<${name}>${membersOf(value, depth + 1)}</${name}>`;
}

function checkName(name: string): void {
  if (!NAME.test(name)) throw new BasicError(httpMessages.nameForXml(name));
}
