import type { Element } from "@xmldom/xmldom";
import { twimlAttributeMessages } from "../diagnostics/codes/twiml-attributes.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { TWIML_ATTRIBUTES, type TwimlValues } from "../facts/twiml-attributes.ts";
import { nearestName } from "./nearest-name.ts";

/** Looks through the attributes of an element; those of elements that nothing is known of are right. */
export function checkAttributes(element: Element): readonly Message[] {
  const known = TWIML_ATTRIBUTES.get(element.tagName);
  if (known === undefined) return [];
  return [...element.attributes].flatMap(({ name, value }) => {
    const values = known.get(name);
    if (values === undefined) return unknown(element.tagName, name, [...known.keys()]);
    if (takes(values, value.trim())) return [];
    return [
      twimlAttributeMessages.wrongAttribute(element.tagName, {
        name,
        value,
        expected: asked(values),
      }),
    ];
  });
}

/** XML's own, such as xml:lang and xmlns, may stand anywhere, and so may those of a maker of voices. */
function unknown(element: string, name: string, known: readonly string[]): readonly Message[] {
  if (name.includes(":") || name === "xmlns") return [];
  const proposed = nearestName(name, known);
  return [twimlAttributeMessages.unknownAttribute(element, name, { proposed, known })];
}

/** Words are compared without their case: whether it matters to Twilio is not said. */
function takes({ words, isList = false, range }: TwimlValues, value: string): boolean {
  if (words === undefined && range === undefined) return true;
  if (range !== undefined && /^\d+$/.test(value)) {
    const { least, most = Infinity } = range;
    return Number(value) >= least && Number(value) <= most;
  }
  const taken = new Set(words?.map((word) => word.toLowerCase()));
  const written = isList ? value.split(/[\s,]+/) : [value];
  return written.every((word) => taken.has(word.toLowerCase()));
}

/** Says in words what is taken. */
function asked({ words = [], isList = false, range }: TwimlValues): string {
  const numbers = range === undefined ? [] : [wholeNumbers(range)];
  const all = [...numbers, ...words.map((word) => JSON.stringify(word))];
  const last = all.pop() ?? "";
  const choice = all.length === 0 ? last : `${all.join(", ")} or ${last}`;
  return isList ? `${choice}; several have blanks between them` : choice;
}

function wholeNumbers({ least, most }: NonNullable<TwimlValues["range"]>): string {
  if (most !== undefined) return `a whole number from ${String(least)} to ${String(most)}`;
  return `a whole number from ${String(least)} on`;
}
