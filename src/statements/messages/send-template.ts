import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { TemplateContent } from "../../host/whatsapp/content.ts";
import { templateNameProblem } from "../../host/whatsapp/problem.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { messageOf, sendOrSkip } from "../whatsapp/send-or-skip.ts";
import { filledPlacesCheck, recipientCheck } from "../whatsapp/slot-checks.ts";
import { readTemplateValues, templateText } from "../whatsapp/template-parts.ts";

/** `SEND TEMPLATE name, "whatsapp", number, values`. */
export const sendTemplate = defineStatement({
  pattern: "SEND TEMPLATE <name:text>, <channel:text>, <to:text>[, <values?:any>]",
  summary:
    "Sends a template of WhatsApp to a number; the values fill its places, as a list in their order or as an object by their names.",
  example: `SEND TEMPLATE "order_shipped", "whatsapp", "5511999999999", { "name": "Ana" }`,
  output: "simulated whatsapp to 5511999999999, template order_shipped: order_shipped: Ana",
  raises: ["GB4665"],
  needs: ["whatsapp"],
  checks: {
    name: (value) => templateNameProblem(toText(value).trim()),
    channel: (value) => channelProblem(toText(value)),
    to: (value, written) =>
      channelProblem(toText(written.known("channel") ?? "whatsapp")) === undefined
        ? recipientCheck(value, written)
        : undefined,
    values: filledPlacesCheck,
  },
  run: ({ name, channel, to, values }, { host, place }) => {
    const problem = channelProblem(channel);
    if (problem !== undefined) throw new BasicError(problem);
    const content = templateOf(name, values);
    sendOrSkip(messageOf({ to }, templateText(content), content), host.whatsapp, place);
  },
});

/** `SEND TEMPLATE TO number, name, values`. */
export const sendTemplateTo = defineStatement({
  title: "SEND TEMPLATE TO",
  pattern: "SEND TEMPLATE TO <to:text>, <name:text>[, <values?:any>]",
  summary: "Sends a template of WhatsApp to a number, as SEND TEMPLATE does.",
  example: `SEND TEMPLATE TO "5511999999999", "order_shipped", ["Ana", "42"]`,
  output: "simulated whatsapp to 5511999999999, template order_shipped: order_shipped: Ana, 42",
  needs: ["whatsapp"],
  checks: {
    to: recipientCheck,
    name: (value) => templateNameProblem(toText(value).trim()),
    values: filledPlacesCheck,
  },
  run: ({ name, to, values }, { host, place }) => {
    const content = templateOf(name, values);
    sendOrSkip(messageOf({ to }, templateText(content), content), host.whatsapp, place);
  },
});

function channelProblem(channel: string) {
  const isWhatsApp = channel.trim().toLowerCase() === "whatsapp";
  return isWhatsApp
    ? undefined
    : whatsAppMessages.otherChannel("SEND TEMPLATE", channel, ['"whatsapp"']);
}

function templateOf(name: string, written: Value | undefined): TemplateContent {
  const values = readTemplateValues(written);
  return {
    kind: "template",
    name: name.trim(),
    ...(values.length === 0 ? {} : { values }),
  };
}
