import { posix } from "node:path";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import { kindOfFile, readSource } from "../../host/whatsapp/media.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { WrittenStatement } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { localFileProblem } from "../local-file.ts";
import { readAddresses } from "../mail/addresses.ts";
import { attachmentsCheck, readAttachments } from "../mail/attachments.ts";
import { sendOrSkip as sendMailOrSkip } from "../mail/send-or-skip.ts";
import { sendMedia } from "../whatsapp/send-media.ts";
import { sourceCheck } from "../whatsapp/slot-checks.ts";
import { channelOf, channelsOf, readRecipient, recipientOnChannelCheck } from "./recipient.ts";

/** `SEND FILE TO "whatsapp:+5511…", file, caption`. */
export const sendFileTo = defineStatement({
  title: "SEND FILE TO",
  pattern: "SEND FILE TO <to:text>, <file:text>[, <caption?:text>]",
  summary:
    "Sends a file to somebody: in WhatsApp as the picture, film, sound or document that its name says, behind email: with a mail. It is the path of a file below the folder of scripts, or an address on the web.",
  example: `SEND FILE TO "whatsapp:+5511999999999", "https://example.com/42.pdf", "Your invoice"`,
  output: "simulated whatsapp to +5511999999999, document https://example.com/42.pdf: Your invoice",
  raises: ["GB3331", "GB4644", "GB4664", "GB4667"],
  needs: ["whatsapp", "mail", "files", "http"],
  needsFor: (beginning) => [
    ...channelsOf(beginning).filter((channel) => channel !== "sms"),
    "files",
    "http",
  ],
  checks: {
    to: (value, written) =>
      channelOf(toText(value)) === "sms" ? noFileBySms() : recipientOnChannelCheck(value, written),
    file: fileCheck,
  },
  runAsync: async ({ to, file, caption = "" }, context) => {
    const { host, place } = context;
    const { channel, address } = readRecipient(to) ?? { channel: "whatsapp", address: "" };
    if (channel === "sms") {
      throw new BasicError(noFileBySms());
    }
    if (channel === "whatsapp") {
      await sendMedia(
        { to: address, kind: kindOf(file), source: file, text: caption },
        host,
        place,
      );
      return;
    }
    const attachments = await readAttachments(file, context);
    const subject = caption.trim() === "" ? posix.basename(file) : caption;
    const mail = { channel, to: readAddresses(address), cc: [], bcc: [], subject } as const;
    sendMailOrSkip({ ...mail, text: caption, html: undefined, attachments }, host.mail, place);
  },
});

function noFileBySms() {
  return whatsAppMessages.needsChannel("SEND FILE TO", "sms", "a file");
}

function kindOf(file: string) {
  const source = readSource(file);
  return kindOfFile("link" in source ? (URL.parse(source.link)?.pathname ?? "") : file.trim());
}

/** Checks the file as the channel of the recipient takes it, where that is known. */
function fileCheck(value: Value, written: WrittenStatement): Message | undefined {
  const file = toText(value).trim();
  const to = written.known("to");
  const channel = to === undefined ? undefined : channelOf(toText(to));
  if (channel === "whatsapp") return sourceCheck(kindOf(file))(value, written);
  if (channel === "mail") return attachmentsCheck(value, written);
  const source = readSource(file);
  return "path" in source && file !== "" ? localFileProblem(file, written.look) : undefined;
}
