import { type Document, DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";
import type { TwimlElement } from "../host/twiml.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]`,
  "g",
);

/** Writes a response of TwiML; texts and attributes are escaped, what XML cannot hold is left out. */
export function writeTwiml(verbs: readonly TwimlElement[]): string {
  const document = new DOMImplementation().createDocument(null, "Response");
  const root = document.documentElement;
  if (root === null) throw new Error("a document has no root");
  for (const verb of verbs) root.appendChild(written(verb, document));
  return HEAD + new XMLSerializer().serializeToString(document);
}

function written({ name, attributes, children }: TwimlElement, document: Document): Element {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, writable(value));
  }
  for (const child of children) {
    element.appendChild(
      typeof child === "string"
        ? document.createTextNode(writable(child))
        : written(child, document),
    );
  }
  return element;
}

function writable(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, "");
}
