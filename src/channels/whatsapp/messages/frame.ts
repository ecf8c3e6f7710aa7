import type { Frame, JsonValue } from "../../../host/whatsapp/content.ts";
import { type JsonObject, present } from "./json.ts";
import { headerBody } from "./media-reference.ts";

/** What an interactive message does: its type for Meta, and its action. */
export interface Interaction {
  readonly type: string;
  readonly action: JsonValue;
}

/** Puts header, text and footer around an action, as every interactive message has them. */
export function interactiveBody(
  text: string,
  { header, footer }: Frame,
  { type, action }: Interaction,
): JsonObject {
  return {
    type: "interactive",
    interactive: present({
      type,
      header: header === undefined ? undefined : headerBody(header),
      body: text === "" ? undefined : { text },
      footer: footer === undefined ? undefined : { text: footer },
      action,
    }),
  };
}
