import type { Element } from "@xmldom/xmldom";
import { loadXml } from "../load-xml.ts";

/**
 * Reads the verbs of a response of TwiML, in their order.
 * @returns undefined for a body that is no `<Response>` in XML
 */
export function readTwiml(body: string): readonly Element[] | undefined {
  try {
    const parser = new (loadXml().DOMParser)({ onError: raise });
    const { documentElement } = parser.parseFromString(body, "text/xml");
    return documentElement?.tagName === "Response" ? elementsIn(documentElement) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the elements that stand directly in one. */
export function elementsIn(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter(isElement);
}

/** Returns the text of an element and all that is in it, with single blanks. */
export function textOf(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}

/** The parser goes on behind most mistakes, which Twilio does not. */
function raise(_level: string, message: string): never {
  throw new Error(message);
}
