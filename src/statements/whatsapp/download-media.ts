import { definePhraseFunction } from "../define.ts";

/** `DOWNLOAD WHATSAPP MEDIA id AS path`: keeps a file that somebody sent. */
export const downloadWhatsAppMedia = definePhraseFunction({
  pattern: "DOWNLOAD WHATSAPP MEDIA <id:text> [AS <path?:text>]",
  summary:
    "Fetches a file that somebody sent, by its id, from the service that brought the message, and keeps it in the data folder. AS names it; without, it has its id and the end of its kind.",
  example: `LET FILE$ = DOWNLOAD WHATSAPP MEDIA "1003383421387256" AS "photo.jpg"
PRINT FILE$`,
  output: "media/photo.jpg",
  returns: "the path of the file, which ATTACH, WITH IMAGE FROM and their like take",
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
  runAsync: ({ id, path }, { host, signal }) => host.media.save(id, path, signal),
});
