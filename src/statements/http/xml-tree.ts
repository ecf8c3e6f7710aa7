import { DOMParser, type Element } from "@xmldom/xmldom";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";

/** Deeper trees are made to do harm. */
const DEEPEST = 200;

/** Why a text is not read as XML, in words. */
export class XmlProblem extends Error {}

/**
 * Reads XML.
 * @throws XmlProblem for what is none, and for a document type, which no answer of a service has and
 *   which could name files or grow without end
 */
export function readXml(text: string): Element {
  if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) {
    throw new XmlProblem("it holds a document type");
  }
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        throw new XmlProblem(message);
      },
    });
    const { documentElement } = parser.parseFromString(text.trim(), "text/xml");
    if (documentElement !== null) return documentElement;
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new XmlProblem(reason === "" ? "it is no XML" : reason, { cause: error });
  }
  throw new XmlProblem("it is empty");
}

/** Gives the elements that stand directly in one. */
export function elementsOf(parent: Element): Element[] {
  return [...parent.childNodes].filter(isElement);
}

/** The name of an element without its prefix. */
export function nameOf({ localName, tagName }: Element): string {
  return localName ?? tagName;
}

/** Finds the first element of a name, itself included, at any depth. */
export function findElement(root: Element, name: string): Element | undefined {
  return allElements(root).find((one) => nameOf(one) === name);
}

/** Gives an element and all that are in it, in their order. */
export function allElements(root: Element): Element[] {
  const found: Element[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...elementsOf(next).toReversed());
  }
  return found;
}

/**
 * Gives an element as a value: its text where it holds nothing else, null where it says that it is
 * nil, else an object with a member for each name, a list where a name is there several times.
 */
export function valueOf(element: Element, depth = 0): Value {
  if (depth > DEEPEST) throw new XmlProblem(`it has more than ${String(DEEPEST)} levels`);
  if (isNil(element)) return null;
  const children = elementsOf(element);
  if (children.length === 0) return element.textContent ?? "";
  const groups = Map.groupBy(children, nameOf);
  return objectFrom(
    [...groups].map(([name, same]): [string, Value] => {
      const values = same.map((one) => valueOf(one, depth + 1));
      return [name, values.length === 1 ? (values[0] ?? null) : values];
    }),
  );
}

function isNil(element: Element): boolean {
  return [...element.attributes].some(
    ({ localName, value }) => localName === "nil" && /^(?:true|1)$/.test(value),
  );
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1;
}
