import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import { TWILIO_LIMITS } from "../../facts/twilio-limits.ts";
import type { CallMessage } from "../../host/message.ts";
import { writeTwiml } from "../../twiml/write-twiml.ts";
import { unsendable } from "../failure.ts";
import { calledParty } from "./called-party.ts";

/**
 * Writes a call as the form that Twilio wants (Twilio, "Call resource", create).
 * @param options.from one of the account's numbers
 * @throws ChannelError permanent for a recipient or text that cannot be called or said
 */
export function callForm(
  message: CallMessage,
  options: { readonly from: string },
): URLSearchParams {
  const form = new URLSearchParams([
    ["To", calledParty(message.to)],
    ["From", message.from ?? options.from],
  ]);
  addInstructions(form, message);
  if (message.ring !== undefined) form.append("Timeout", String(message.ring));
  if (message.detect !== undefined) {
    form.append("MachineDetection", message.detect === "beep" ? "DetectMessageEnd" : "Enable");
  }
  return form;
}

/** Without a text, Twilio asks the block at once; else it reads the text out and goes on there. */
function addInstructions(form: URLSearchParams, message: CallMessage): void {
  const { text, url } = message;
  if (url !== undefined && !/^https?:\/\//i.test(url)) {
    throw unsendable(phoneCallMessages.noPublicAddress());
  }
  if (text === "" && url !== undefined) {
    form.append("Url", url);
    return;
  }
  const twiml = spokenTwiml(message);
  if (twiml.length > TWILIO_LIMITS.twiml) {
    throw unsendable(phoneCallMessages.saysTooMuch(twiml.length, TWILIO_LIMITS.twiml));
  }
  form.append("Twiml", twiml);
}

function spokenTwiml({ text, language, voice, url }: CallMessage): string {
  const say = { name: "Say", attributes: { voice, language }, children: [text] };
  const onward = url === undefined ? [] : [{ name: "Redirect", attributes: {}, children: [url] }];
  return writeTwiml([say, ...onward]);
}
