import type { FileReader, Host, Place } from "../../host/host.ts";
import type { MediaKind } from "../../facts/whatsapp-media.ts";
import { defineStatement } from "../define.ts";
import { findSource } from "./media-source.ts";
import { ADDRESSING_FOR_A_TIME, type Addressing, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { audioCheck, captionCheck, timedAddressingChecks, sentFileCheck } from "./slot-checks.ts";

const WHERE =
  "It is the address of a file on the web, a path below the folder of scripts, or an id of Meta";
const NEEDS = ["whatsapp", "files"] as const;

/** `SEND WHATSAPP TO number WITH IMAGE FROM address AND CAPTION text`. */
export const sendImage = defineStatement({
  title: "SEND WHATSAPP WITH IMAGE",
  pattern: `SEND WHATSAPP TO <to:text> WITH IMAGE FROM <source:text> { CAPTION <caption?:text> | ${ADDRESSING_FOR_A_TIME} }`,
  summary: `Sends a picture (JPEG or PNG) in WhatsApp. ${WHERE}.`,
  example: `SEND WHATSAPP TO "5511999999999" WITH IMAGE FROM "https://example.com/tea.jpg" AND CAPTION "Our tea"`,
  output: "simulated whatsapp to 5511999999999, image https://example.com/tea.jpg: Our tea",
  raises: ["GB4644", "GB4687", "GB4807"],
  needs: NEEDS,
  checks: { ...timedAddressingChecks, source: sentFileCheck("image"), caption: captionCheck },
  runAsync: ({ caption, ...slots }, { host, place }) =>
    sendMedia({ ...slots, kind: "image", text: caption }, host, place),
});

/** `SEND WHATSAPP TO number WITH VIDEO FROM address AND CAPTION text`. */
export const sendVideo = defineStatement({
  title: "SEND WHATSAPP WITH VIDEO",
  pattern: `SEND WHATSAPP TO <to:text> WITH VIDEO FROM <source:text> { CAPTION <caption?:text> | ${ADDRESSING_FOR_A_TIME} }`,
  summary: `Sends a film (MP4 or 3GP, at most 16 MB) in WhatsApp. ${WHERE}.`,
  example: `SEND WHATSAPP TO "5511999999999" WITH VIDEO FROM "https://example.com/tea.mp4"`,
  output: "simulated whatsapp to 5511999999999, video https://example.com/tea.mp4",
  raises: ["GB4644", "GB4687", "GB4807"],
  needs: NEEDS,
  checks: { ...timedAddressingChecks, source: sentFileCheck("video"), caption: captionCheck },
  runAsync: ({ caption, ...slots }, { host, place }) =>
    sendMedia({ ...slots, kind: "video", text: caption }, host, place),
});

/** `SEND WHATSAPP TO number WITH AUDIO FROM address`. */
export const sendAudio = defineStatement({
  title: "SEND WHATSAPP WITH AUDIO",
  pattern: `SEND WHATSAPP TO <to:text> WITH AUDIO FROM <source:text> { <voice?:word(VOICE)> | ${ADDRESSING_FOR_A_TIME} }`,
  summary: `Sends a sound in WhatsApp; WITH VOICE shows it as a voice message, for which it must be OGG. ${WHERE}.`,
  example: `SEND WHATSAPP TO "5511999999999" WITH AUDIO FROM "https://example.com/hello.ogg" WITH VOICE`,
  output: "simulated whatsapp to 5511999999999, audio https://example.com/hello.ogg",
  raises: ["GB4644", "GB4687", "GB4741", "GB4807"],
  needs: NEEDS,
  checks: { ...timedAddressingChecks, source: audioCheck },
  runAsync: ({ voice, ...slots }, { host, place }) =>
    sendMedia({ ...slots, kind: "audio", voice: voice !== undefined }, host, place),
});

/** `SEND WHATSAPP TO number WITH DOCUMENT FROM address NAMED name`. */
export const sendDocument = defineStatement({
  title: "SEND WHATSAPP WITH DOCUMENT",
  pattern: `SEND WHATSAPP TO <to:text> WITH DOCUMENT FROM <source:text> { NAMED <name?:text> | CAPTION <caption?:text> | ${ADDRESSING_FOR_A_TIME} }`,
  summary: `Sends a file in WhatsApp, under a name. ${WHERE}.`,
  example: `SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM "https://example.com/42.pdf" NAMED "invoice.pdf"`,
  output: "simulated whatsapp to 5511999999999, document invoice.pdf",
  raises: ["GB4644", "GB4687", "GB4807"],
  needs: NEEDS,
  checks: { ...timedAddressingChecks, source: sentFileCheck("document"), caption: captionCheck },
  runAsync: ({ caption, name, ...slots }, { host, place }) =>
    sendMedia({ ...slots, kind: "document", text: caption, filename: name }, host, place),
});

/** `SEND WHATSAPP TO number WITH STICKER FROM address`. */
export const sendSticker = defineStatement({
  title: "SEND WHATSAPP WITH STICKER",
  pattern: `SEND WHATSAPP TO <to:text> WITH STICKER FROM <source:text> { ${ADDRESSING_FOR_A_TIME} }`,
  summary: `Sends a sticker (WebP, 512 by 512) in WhatsApp. ${WHERE}.`,
  example: `SEND WHATSAPP TO "5511999999999" WITH STICKER FROM "https://example.com/cup.webp"`,
  output: "simulated whatsapp to 5511999999999, sticker https://example.com/cup.webp",
  raises: ["GB4644", "GB4687", "GB4807"],
  needs: NEEDS,
  checks: { ...timedAddressingChecks, source: sentFileCheck("sticker") },
  runAsync: (slots, { host, place }) => sendMedia({ ...slots, kind: "sticker" }, host, place),
});

/** A file that is to be sent, as a script gives it. */
export interface MediaOrder extends Addressing {
  readonly kind: MediaKind;
  readonly source: string;
  readonly text?: string | undefined;
  readonly filename?: string | undefined;
  readonly voice?: boolean;
}

/** Sends a file; without one nothing is sent, and the log says so. */
export async function sendMedia(
  { kind, source, text = "", filename = "", voice = false, ...addressing }: MediaOrder,
  host: Pick<Host, "whatsapp"> & { readonly files: FileReader },
  place: Place,
): Promise<void> {
  if (source.trim() === "") {
    host.whatsapp.skip(messageOf(addressing, text), `it has no ${kind}`, place);
    return;
  }
  const content = {
    kind,
    source: await findSource(kind, source, host.files),
    ...(filename.trim() === "" ? {} : { filename: filename.trim() }),
    ...(voice ? { voice: true as const } : {}),
  };
  sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
}
