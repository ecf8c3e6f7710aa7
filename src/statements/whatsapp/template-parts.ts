import { isObject } from "../../runtime/value/kind.ts";
import { getMember } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import type {
  Header,
  TemplateButton,
  TemplateContent,
  TemplateValue,
} from "../../host/whatsapp/content.ts";
import { checkKeys, jsonOf, textMember } from "./read-value.ts";

/** Reads what fills the places of a template: a list in their order, an object by their names. */
export function readTemplateValues(value: Value | undefined): readonly TemplateValue[] {
  if (value === undefined || value === null || value === "") return [];
  if (isObject(value)) {
    return Object.entries(value).map(([name, one]) => ({ name, text: toText(one) }));
  }
  return (Array.isArray(value) ? value : [value]).map((one) => ({ text: toText(one) }));
}

/** Reads what fills the header of a template: a text, or an object with the name of its place. */
export function readTemplateHeader(value: Value | undefined): Header | undefined {
  const [first] = readTemplateValues(value);
  const text = first?.text.trim() ?? "";
  if (first === undefined || text === "") return undefined;
  return { kind: "text", text, ...(first.name === undefined ? {} : { name: first.name }) };
}

/**
 * Reads what the buttons of a template take: a text is the payload of a quick reply; an object with
 * url is the end of an address, one with code what is copied, one with flow a token with its data, one
 * with catalog a product. What is null or empty stands for a button that takes nothing.
 * @throws BasicError GB4730 for an object with another member
 */
export function readTemplateButtons(value: Value | undefined): readonly TemplateButton[] {
  const all = Array.isArray(value) ? value : [value ?? null];
  return all.flatMap((one, index) => {
    const button = isObject(one) ? readButton(one) : readReply(one);
    return button === undefined ? [] : { ...button, index };
  });
}

function readReply(value: Value): TemplateButton | undefined {
  const payload = toText(value);
  return payload === "" ? undefined : { subType: "quick_reply", value: payload };
}

/** What an object calls each kind of button. */
const KINDS = [
  ["url", ["url"]],
  ["copy_code", ["code"]],
  ["catalog", ["catalog"]],
  ["flow", ["flow", "token"]],
  ["quick_reply", ["payload", "id"]],
] as const;

const BUTTON_KEYS = [...KINDS.flatMap(([, names]) => names), "data"];

function readButton(object: ValueObject): TemplateButton | undefined {
  checkKeys("BUTTONS", object, BUTTON_KEYS);
  for (const [subType, names] of KINDS) {
    const value = textMember(object, ...names);
    if (value === undefined) continue;
    const data = subType === "flow" ? getMember(object, "data") : null;
    return { subType, value, ...(data === null ? {} : { data: jsonOf(data) }) };
  }
  return undefined;
}

/** Gives what can be read of a template: its name and what fills it. */
export function templateText({ name, values = [] }: TemplateContent): string {
  const filled = values.map(({ text }) => text).join(", ");
  return filled === "" ? name : `${name}: ${filled}`;
}
