import { byteSize } from "../byte-size.ts";
import { error } from "../message.ts";

/** GB467x, GB4700 and GB4762: files that people send in messages. */
export const mediaMessages = {
  wrongMediaId: (written: string) =>
    error(
      "GB4670",
      `${JSON.stringify(written)} is no id of a file in WhatsApp`,
      "take it from the message: WHATSAPP.media.id; where that is null, the message has no file, or DOWNLOAD WHATSAPP.media.url fetches it by its address",
    ),
  addressForId: (written: string) =>
    error(
      "GB4762",
      `${JSON.stringify(written)} is the address of a file, and DOWNLOAD WHATSAPP MEDIA takes its id`,
      "fetch it by its address: DOWNLOAD WHATSAPP.media.url; where Meta delivers, by its id: DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id",
    ),
  wrongMediaPath: (written: string, kept: string) =>
    error(
      "GB4671",
      `a file cannot be kept as ${JSON.stringify(written)}`,
      `write a name, or a path without "..", such as ${JSON.stringify(kept || "photos/today.jpg")}; it is kept below the data folder`,
    ),
  mediaGone: (id: string) =>
    error(
      "GB4672",
      `WhatsApp does not have the file ${id}, or no more`,
      "fetch files within 7 days after the message came",
    ),
  downloadTooLarge: (id: string, limit: number) =>
    error(
      "GB4673",
      `the file ${id} is larger than ${byteSize(limit)}`,
      "raise WHATSAPP_MEDIA_LIMIT, or do without it",
    ),
  mediaElsewhere: (host: string) =>
    error(
      "GB4674",
      `WhatsApp says that the file is on ${JSON.stringify(host)}, which is not a server of Meta that gets the access token`,
      "look whether WHATSAPP_API_URL is Meta's",
    ),
  mediaDamaged: (id: string) =>
    error("GB4675", `the file ${id} came damaged: its hash is another one than WhatsApp says`),
  noTwilioMedia: (written: string) =>
    error(
      "GB4786",
      `${JSON.stringify(written)} is not the address of a file that came with a message through Twilio`,
      "take it from the message: SMS.media[0].url; anything else on the web is fetched by DOWNLOAD alone",
    ),
  twilioMediaElsewhere: (host: string) =>
    error(
      "GB4787",
      `Twilio says that the file is on ${JSON.stringify(host)}, which is no server of Twilio`,
      "look whether TWILIO_API_URL is Twilio's",
    ),
  twilioMediaGone: (address: string) =>
    error("GB4788", `Twilio does not have the file ${address}, or no more`),
  mediaUnwritable: (path: string, reason: string) =>
    error(
      "GB4676",
      `${JSON.stringify(path)} could not be kept in the data folder: ${reason}`,
      "look whether there is room, and whether the folder may be written to",
    ),
  noMediaIds: (provider: string) =>
    error(
      "GB4700",
      `${provider} knows no files by their ids, and WHATSAPP.media.id is null in its messages`,
      "fetch the file by its address, which gives a path too: LET FILE$ = DOWNLOAD WHATSAPP.media.url",
    ),
};
