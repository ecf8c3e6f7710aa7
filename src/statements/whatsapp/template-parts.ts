import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import type {
  TemplateButton,
  TemplateContent,
  TemplateValue,
} from "../../host/whatsapp/content.ts";
import { textMember } from "./read-value.ts";

/** Reads what fills the places of a template: a list in their order, an object by their names. */
export function readTemplateValues(value: Value | undefined): readonly TemplateValue[] {
  if (value === undefined || value === null || value === "") return [];
  if (isObject(value)) {
    return Object.entries(value).map(([name, one]) => ({ name, text: toText(one) }));
  }
  return (Array.isArray(value) ? value : [value]).map((one) => ({ text: toText(one) }));
}

/**
 * Reads what the buttons of a template take: a text is the payload of a quick reply; an object with
 * url is the end of an address, one with code what is copied.
 */
export function readTemplateButtons(value: Value | undefined): readonly TemplateButton[] {
  if (value === undefined || value === null || value === "") return [];
  const all = Array.isArray(value) ? value : [value];
  return all.map((one) =>
    isObject(one) ? readButton(one) : { subType: "quick_reply", value: toText(one) },
  );
}

function readButton(object: ValueObject): TemplateButton {
  const url = textMember(object, "url");
  if (url !== undefined) return { subType: "url", value: url };
  const code = textMember(object, "code");
  if (code !== undefined) return { subType: "copy_code", value: code };
  return { subType: "quick_reply", value: textMember(object, "payload", "id") ?? "" };
}

/** Gives what can be read of a template: its name and what fills it. */
export function templateText({ name, values = [] }: TemplateContent): string {
  const filled = values.map(({ text }) => text).join(", ");
  return filled === "" ? name : `${name}: ${filled}`;
}
