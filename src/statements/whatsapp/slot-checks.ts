import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import {
  endingProblem,
  fileSizeProblem,
  headerProblem,
  voiceProblem,
  writtenSourceProblem,
} from "../../host/whatsapp/check-media.ts";
import { readSource } from "../../host/whatsapp/media.ts";
import { sendingNumberProblem, textProblem } from "../../host/whatsapp/problem.ts";
import { isContentSid, isTwilioSender } from "../../host/whatsapp/twilio.ts";
import { valuesProblem } from "../../host/whatsapp/check-template.ts";
import { missing, tooLong } from "../../host/whatsapp/check-text.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import type { MediaKind } from "../../facts/whatsapp-media.ts";
import {
  EXPECTED_RECIPIENT,
  readRecipient,
  refusedRecipient,
} from "../../host/whatsapp/recipient.ts";
import { toText } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { readTemplateValues } from "./template-parts.ts";
import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import { validityCheck } from "../sms/validity.ts";
import { localFileProblem } from "../local-file.ts";

/** Checks whom a message goes to; without a recipient it is skipped when the script runs. */
export const recipientCheck: SlotCheck = (value) => {
  const written = toText(value);
  if (written.trim() === "") return lostPartMessages.sendsNothing(NO_RECIPIENT, EXPECTED_RECIPIENT);
  if (readRecipient(written) !== undefined) return undefined;
  const { found, expected } = refusedRecipient(written);
  return channelMessages.recipientWithoutAddress("WhatsApp", found, expected);
};

const NO_RECIPIENT = "the recipient";

/** Checks whom a message goes to, and which number sends it. */
export const addressingChecks: Readonly<Record<"to" | "from", SlotCheck>> = {
  to: recipientCheck,
  from: (value) => {
    const sender = toText(value).trim();
    return sender === "" || isTwilioSender(sender) ? undefined : sendingNumberProblem(sender);
  },
};

/** Checks those and how long a message is worth sending, which no message through Meta can say. */
export const timedAddressingChecks: Readonly<Record<"to" | "from" | "valid", SlotCheck>> = {
  ...addressingChecks,
  valid: (value, written) => {
    const sender = toText(written.known("from") ?? "").trim();
    if (sender !== "" && !isTwilioSender(sender)) return twilioWhatsAppMessages.noTime("Meta");
    return validityCheck(value, written);
  },
};

/** Checks a message that is nothing but text; without one it is skipped when the script runs. */
export const textCheck: SlotCheck = (value) => {
  const text = toText(value);
  if (text.trim() === "") return lostPartMessages.sendsNothing("the text", "what is to be sent");
  return textProblem(text);
};

/** Checks what fills the places of a template. */
export const filledPlacesCheck: SlotCheck = (value, { known }) => {
  const isOfTwilio = isContentSid(toText(known("name") ?? "").trim());
  return valuesProblem(readTemplateValues(value), isOfTwilio);
};

/** Checks the text above buttons and the like. */
export const bodyCheck: SlotCheck = (value) =>
  missing("a text", toText(value), "one behind the first words") ??
  tooLong("the text", toText(value), LIMITS.body);

/** Checks a caption. */
export const captionCheck: SlotCheck = (value) =>
  tooLong("the caption", toText(value), LIMITS.caption);

/** Checks what says where a file is, and the file itself where it is one of the scripts' folder. */
export function sourceCheck(kind: MediaKind): SlotCheck {
  return (value, { look }) => {
    const written = toText(value).trim();
    if (written === "") return undefined;
    const source = readSource(written);
    return (
      writtenSourceProblem(kind, written) ??
      endingProblem(kind, source) ??
      ("path" in source
        ? localFileProblem(source.path, look, (bytes) => fileSizeProblem(kind, source.path, bytes))
        : undefined)
    );
  };
}

/** Checks a file as `sourceCheck` does; without one the message is skipped when the script runs. */
export function sentFileCheck(kind: MediaKind): SlotCheck {
  return (value, written) =>
    toText(value).trim() === ""
      ? lostPartMessages.sendsNothing(`the place of the ${kind}`, "its address, path or id")
      : sourceCheck(kind)(value, written);
}

/** Checks a sound as `sourceCheck` does, and whether it can be a voice message where it is to be one. */
export const audioCheck: SlotCheck = (value, written) => {
  const isVoice = written.isFilled("voice");
  const problem = isVoice ? voiceProblem(readSource(toText(value))) : undefined;
  return problem ?? sentFileCheck("audio")(value, written);
};

/** The checks of the clauses of `FRAME`. */
export const frameChecks: Readonly<Record<string, SlotCheck>> = {
  header: (value) => headerProblem({ kind: "text", text: toText(value) }),
  image: sourceCheck("image"),
  video: sourceCheck("video"),
  document: sourceCheck("document"),
  footer: (value) => tooLong("the footer", toText(value), LIMITS.footer),
};
