import { definePhraseFunction } from "../define.ts";

const URL_OF_MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

/** `DOWNLOAD SMS MEDIA url AS path`: keeps a file that came with a message through Twilio. */
export const downloadSmsMedia = definePhraseFunction({
  pattern: "DOWNLOAD SMS MEDIA <address:text> [AS <path?:text>]",
  summary:
    "Fetches a file that came with an MMS or a WhatsApp message through Twilio, by its address in SMS.media, and keeps it in the data folder. AS names it; without, it has the name in its address and the end of its kind.",
  example: `LET FILE$ = DOWNLOAD SMS MEDIA "${URL_OF_MEDIA}" AS "photo.jpg"
PRINT FILE$`,
  output: "media/photo.jpg",
  returns: "the path of the file, which ATTACH, WITH IMAGE FROM and their like take",
  raises: ["GB4001", "GB4002", "GB4671", "GB4673", "GB4676", "GB4786", "GB4787", "GB4788"],
  needs: ["media"],
  runAsync: ({ address, path }, { host, signal }) => host.media.saveSms(address, path, signal),
});
