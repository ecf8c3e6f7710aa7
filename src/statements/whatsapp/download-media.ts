import { definePhraseFunction } from "../define.ts";
import { keptNameCheck } from "../kept-name-check.ts";

/** `DOWNLOAD WHATSAPP MEDIA id AS path`: keeps a file that somebody sent. */
export const downloadWhatsAppMedia = definePhraseFunction({
  pattern: "DOWNLOAD WHATSAPP MEDIA <id:text> [AS <path?:text>]",
  summary:
    "Fetches a file that somebody sent, by its id, from the service that brought the message, and keeps it in the data folder, in a folder of its own. AS names it, and so does whatever it is sent with; without, it has its id and the end of its kind. A name from outside is made safe.",
  example: `LET FILE$ = DOWNLOAD WHATSAPP MEDIA "1003383421387256" AS "photo.jpg"
SEND MAIL TO "shop@example.com" WITH SUBJECT "A photo" AND BODY "It came today." ATTACH FILE$`,
  output: "simulated mail to shop@example.com, subject A photo: It came today.",
  returns:
    "the path of the file, such as `media/5f0c…/photo.jpg`, which ATTACH, WITH IMAGE FROM and their like take",
  raises: [
    "GB4002",
    "GB4670",
    "GB4671",
    "GB4672",
    "GB4673",
    "GB4674",
    "GB4675",
    "GB4676",
    "GB4700",
    "GB4762",
  ],
  needs: ["media"],
  checks: { path: keptNameCheck },
  runAsync: ({ id, path }, { host, signal }) => host.media.save(id, path, signal),
});
