import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { TWIML_RULES, type TwimlRule, VERBS } from "../facts/twiml.ts";
import { checkAttributes } from "./check-attributes.ts";
import { nearestName } from "./nearest-name.ts";

/** What Twilio waits for: the answer to a phone call, to a message, or either of them. */
export type Answered = keyof typeof VERBS;

/**
 * Looks through TwiML that a script wrote itself.
 * @param answers what it answers: the verbs of phone calls and of messages are not the same
 * @returns a warning for each thing that Twilio does not take; only the first where it is no XML
 */
export function checkTwiml(written: string, answers: Answered): readonly Message[] {
  const root = read(written);
  if (typeof root === "string") return [phoneCallMessages.noXml(root)];
  if (root.tagName !== "Response") return [phoneCallMessages.noResponseElement(root.tagName)];
  const found: Message[] = [];
  checkElement(root, found, { text: false, children: VERBS[answers] });
  return found;
}

const ESCAPE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;
const AS_IT_STANDS = /<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs;

/** @returns why it cannot be read, where it cannot */
function read(written: string): Element | string {
  // The parser takes these for letters, which Twilio does not.
  if (ESCAPE.test(written.replace(AS_IT_STANDS, ""))) return 'an & is written "&amp;"';
  let reason: string | undefined;
  const onError = (_level: string, message: string): never => {
    reason ??= message;
    throw new Error(message);
  };
  try {
    const parsed = new DOMParser({ onError }).parseFromString(written, "text/xml");
    return parsed.documentElement ?? "there is no element in it";
  } catch (error) {
    return reason ?? String(error);
  }
}

function checkElement(
  element: Element,
  found: Message[],
  rule: TwimlRule | undefined = TWIML_RULES.get(element.tagName),
): void {
  const { tagName } = element;
  found.push(...checkAttributes(element));
  for (const child of element.childNodes) {
    if (isElement(child)) checkChild(child, tagName, found, rule);
    else if (rule?.text === false && isText(child)) {
      found.push(phoneCallMessages.looseText(tagName, (child.nodeValue ?? "").trim()));
    }
  }
}

/** @param rule of the parent; what has none, such as the marks of SSML inside of Say, may hold anything */
function checkChild(
  child: Element,
  parent: string,
  found: Message[],
  rule: TwimlRule | undefined,
): void {
  const isAllowed = rule === undefined || rule.children.includes(child.tagName);
  // SSML: its elements begin with a small letter.
  const isMark = parent === "Say" && /^[a-z]/.test(child.tagName);
  if (!isAllowed && !isMark) {
    const { tagName } = child;
    if (TWIML_RULES.has(tagName)) {
      found.push(phoneCallMessages.misplaced(tagName, parent, rule.children));
    } else {
      const proposed = nearestName(tagName, [...TWIML_RULES.keys()]);
      found.push(phoneCallMessages.unknownVerb(tagName, proposed));
    }
    return;
  }
  checkElement(child, found);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isText(node: Node): boolean {
  return (node.nodeType === 3 || node.nodeType === 4) && (node.nodeValue ?? "").trim() !== "";
}
