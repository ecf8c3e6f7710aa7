import type { FlowContent } from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";
import { present } from "./json.ts";

/**
 * Source: Meta, "Sending a Flow" (…/whatsapp/flows/guides/sendingaflow). With a screen the phone goes
 * there; without one the flow asks its endpoint what to show.
 */
export function flowBody(content: FlowContent, text: string) {
  const { flow, button, screen, data, token, draft } = content;
  const isId = /^\d+$/.test(flow);
  const parameters = present({
    flow_message_version: "3",
    flow_token: token,
    flow_id: isId ? flow : undefined,
    flow_name: isId ? undefined : flow,
    flow_cta: button,
    mode: draft === true ? "draft" : undefined,
    flow_action: screen === undefined ? "data_exchange" : "navigate",
    flow_action_payload: screen === undefined ? undefined : present({ screen, data }),
  });
  return interactiveBody(text, content, { type: "flow", action: { name: "flow", parameters } });
}
