import type { Header, TemplateButton, TemplateContent } from "../../../host/whatsapp/content.ts";
import { type JsonObject, present } from "./json.ts";
import { mediaReference } from "./media-reference.ts";

/**
 * Source: Meta, "Template messages" (…/whatsapp/messages/template-messages).
 * @param standard the language where the message names none
 */
export function templateBody(content: TemplateContent, standard: string): JsonObject {
  const components = content.components ?? componentsOf(content);
  return {
    type: "template",
    template: present({
      name: content.name,
      language: { code: content.language ?? standard },
      components: components.length === 0 ? undefined : components,
    }),
  };
}

function componentsOf({ header, values = [], buttons = [] }: TemplateContent) {
  const parameters = values.map(({ name, text }) =>
    present({ type: "text", parameter_name: name, text }),
  );
  return [
    ...(header === undefined ? [] : [{ type: "header", parameters: [headerParameter(header)] }]),
    ...(parameters.length === 0 ? [] : [{ type: "body", parameters }]),
    ...buttons.map(buttonComponent),
  ];
}

function headerParameter(header: Header): JsonObject {
  if (header.kind === "text") return { type: "text", text: header.text };
  return { type: header.kind, [header.kind]: mediaReference(header.source) };
}

function buttonComponent({ subType, value }: TemplateButton, index: number): JsonObject {
  return {
    type: "button",
    sub_type: subType,
    index: String(index),
    parameters: [buttonParameter(subType, value)],
  };
}

function buttonParameter(subType: TemplateButton["subType"], value: string): JsonObject {
  switch (subType) {
    case "quick_reply":
      return { type: "payload", payload: value };
    case "url":
      return { type: "text", text: value };
    case "copy_code":
      return { type: "coupon_code", coupon_code: value };
  }
}
