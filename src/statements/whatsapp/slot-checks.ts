import { channelMessages } from "../../diagnostics/codes/channels.ts";
import {
  fileSizeProblem,
  headerProblem,
  voiceProblem,
  writtenSourceProblem,
} from "../../host/whatsapp/check-media.ts";
import { readSource } from "../../host/whatsapp/media.ts";
import { missing, tooLong } from "../../host/whatsapp/check-text.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import type { MediaKind } from "../../facts/whatsapp-media.ts";
import { EXPECTED_RECIPIENT, readRecipient, showRefused } from "../../host/whatsapp/recipient.ts";
import { toText } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../define.ts";
import { localFileProblem } from "../local-file.ts";

/** Checks whom a message goes to; without a recipient it is skipped when the script runs. */
export const recipientCheck: SlotCheck = (value) => {
  const written = toText(value);
  const isUsable = written.trim() === "" || readRecipient(written) !== undefined;
  if (isUsable) return undefined;
  const shown = showRefused(written);
  return channelMessages.recipientWithoutAddress("WhatsApp", shown, EXPECTED_RECIPIENT);
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
    // Without a file the message is skipped when the script runs.
    if (written === "") return undefined;
    const source = readSource(written);
    return (
      writtenSourceProblem(kind, written) ??
      ("path" in source
        ? localFileProblem(source.path, look, (bytes) => fileSizeProblem(kind, source.path, bytes))
        : undefined)
    );
  };
}

/** Checks a sound as `sourceCheck` does, and whether it can be a voice message where it is to be one. */
export const audioCheck: SlotCheck = (value, written) => {
  const isVoice = written.isFilled("voice");
  const problem = isVoice ? voiceProblem(readSource(toText(value))) : undefined;
  return problem ?? sourceCheck("audio")(value, written);
};

/** The checks of the clauses of `FRAME`. */
export const frameChecks: Readonly<Record<string, SlotCheck>> = {
  header: (value) => headerProblem({ kind: "text", text: toText(value) }),
  image: sourceCheck("image"),
  video: sourceCheck("video"),
  document: sourceCheck("document"),
  footer: (value) => tooLong("the footer", toText(value), LIMITS.footer),
};
