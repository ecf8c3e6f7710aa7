import type { TemplateButton, TemplateContent } from "../../../host/whatsapp/content.ts";
import { type JsonObject, present } from "./json.ts";
import { headerBody } from "./media-reference.ts";

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
    ...(header === undefined ? [] : [{ type: "header", parameters: [headerBody(header)] }]),
    ...(parameters.length === 0 ? [] : [{ type: "body", parameters }]),
    ...buttons.map(buttonComponent),
  ];
}

function buttonComponent(button: TemplateButton, position: number): JsonObject {
  return {
    type: "button",
    // Meta writes this one in capitals.
    sub_type: button.subType === "catalog" ? "CATALOG" : button.subType,
    index: String(button.index ?? position),
    parameters: [buttonParameter(button)],
  };
}

function buttonParameter({ subType, value, data }: TemplateButton): JsonObject {
  switch (subType) {
    case "quick_reply":
      return { type: "payload", payload: value };
    case "url":
      return { type: "text", text: value };
    case "copy_code":
      return { type: "coupon_code", coupon_code: value };
    case "flow":
      return { type: "action", action: present({ flow_token: value, flow_action_data: data }) };
    case "catalog":
      return { type: "action", action: { thumbnail_product_retailer_id: value } };
  }
}
