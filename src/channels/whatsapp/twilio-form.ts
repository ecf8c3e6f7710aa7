import { providerMessages } from "../../diagnostics/codes/providers.ts";
import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import type {
  LocationContent,
  MediaContent,
  TemplateContent,
  WhatsAppContent,
} from "../../host/whatsapp/content.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { valuesProblem } from "../../host/whatsapp/check-template.ts";
import { placeProblem } from "../../host/whatsapp/problem.ts";
import { isContentSid, isTakenByTwilio, isTwilioSender } from "../../host/whatsapp/twilio.ts";
import { unsendable } from "../failure.ts";
import { TWILIO_LIMITS } from "../../facts/twilio-limits.ts";
import { checkText } from "../text-length.ts";
import { withPlus } from "../../host/whatsapp/recipient.ts";
import { recipientOf } from "./recipient.ts";

const TITLE = "Twilio";

/**
 * Writes a WhatsApp message as the form that Twilio wants. Sources, read on 2026-11-26:
 * https://www.twilio.com/docs/whatsapp/message-features (places) and
 * https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder (templates).
 * A preview, a quoted message and the name of a file have no parameter there and are left out.
 * @param sender a number or a messaging service, unless the message names its own
 * @throws ChannelError permanent for what Twilio cannot take
 */
export function twilioWhatsAppForm(message: WhatsAppMessage, sender: string): URLSearchParams {
  const recipient = recipientOf(message);
  if ("recipient" in recipient) throw unsendable(providerMessages.numberOnly(TITLE));
  const own = message.from !== undefined && isTwilioSender(message.from) ? message.from : sender;
  const form = new URLSearchParams([
    ["To", `whatsapp:${withPlus(recipient.to)}`],
    own.startsWith("MG")
      ? ["MessagingServiceSid", own]
      : ["From", `whatsapp:${own.replace(/^whatsapp:/, "")}`],
    ...contentOf(message),
  ]);
  // Twilio, "Message resource", parameter ValidityPeriod.
  if (message.validFor !== undefined) form.append("ValidityPeriod", String(message.validFor));
  return form;
}

type Parameters = readonly (readonly [name: string, value: string])[];

function contentOf({ text, content }: WhatsAppMessage): [string, string][] {
  return parametersOf(text, content).map(([name, value]) => [name, value]);
}

function parametersOf(text: string, content: WhatsAppContent | undefined): Parameters {
  if (content === undefined) return [["Body", checked(text)]];
  if (content.kind === "location") return placeParameters(content);
  if (content.kind === "template") return templateParameters(content);
  if ("source" in content) return fileParameters(text, content);
  throw unsendable(twilioWhatsAppMessages.cannotTake(content.kind));
}

function checked(text: string): string {
  checkText(TITLE, text, TWILIO_LIMITS.text);
  return text;
}

function fileParameters(caption: string, { kind, source }: MediaContent): Parameters {
  if (!isTakenByTwilio(kind)) throw unsendable(twilioWhatsAppMessages.cannotTake(kind));
  if (!("link" in source)) throw unsendable(providerMessages.needsAddress(TITLE, kind));
  const body = caption === "" ? [] : [["Body", checked(caption)] as const];
  return [...body, ["MediaUrl", source.link]];
}

/** A name is needed, so what else is known of the place stands for it. */
function placeParameters({ latitude, longitude, name, address }: LocationContent): Parameters {
  const problem = placeProblem(latitude, longitude);
  if (problem !== undefined) throw unsendable(problem);
  const at = `${String(latitude)},${String(longitude)}`;
  const label = address === undefined || name === undefined ? "" : `|${address}`;
  return [
    ["Body", checked(name ?? address ?? at)],
    ["PersistentAction", `geo:${at}${label}`],
  ];
}

function templateParameters(content: TemplateContent): Parameters {
  const { name, values = [] } = content;
  if (!isContentSid(name)) throw unsendable(twilioWhatsAppMessages.wantsContentSid(name));
  const clause = ownClauseOf(content);
  if (clause !== undefined) throw unsendable(twilioWhatsAppMessages.inTemplate(clause));
  if (values.length > TWILIO_LIMITS.templateValues) {
    throw unsendable(
      twilioWhatsAppMessages.tooManyValues(values.length, TWILIO_LIMITS.templateValues),
    );
  }
  const problem = valuesProblem(values, true);
  if (problem !== undefined) throw unsendable(problem);
  const sid = ["ContentSid", name] as const;
  if (values.length === 0) return [sid];
  const variables = values.map((one, index) => [one.name ?? String(index + 1), one.text] as const);
  // Written by hand, as an object would put the numbers first.
  const pairs = variables.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return [sid, ["ContentVariables", `{${pairs.join(",")}}`]];
}

/** What the script would hand over beside the values, for which Twilio has no place. */
function ownClauseOf({
  language,
  header,
  buttons,
  components,
}: TemplateContent): string | undefined {
  if (language !== undefined) return "LANGUAGE";
  if (header !== undefined) return header.kind === "text" ? "HEADER" : header.kind.toUpperCase();
  if (buttons !== undefined) return "BUTTONS";
  return components === undefined ? undefined : "COMPONENTS";
}
