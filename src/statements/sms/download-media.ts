import { definePhraseFunction } from "../define.ts";
import { keptNameCheck } from "../kept-name-check.ts";

const URL_OF_MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

/** `DOWNLOAD SMS MEDIA url AS path`: keeps a file that came with a message through Twilio. */
export const downloadSmsMedia = definePhraseFunction({
  pattern: "DOWNLOAD SMS MEDIA <address:text> [AS <path?:text>]",
  summary:
    "Fetches a file that came with an MMS or a WhatsApp message through Twilio, by its address in SMS.media, and keeps it in the data folder, in a folder of its own. AS names it, and so does whatever it is sent with; without, it has the name in its address and the end of its kind. A name from outside is made safe.",
  example: `LET FILE$ = DOWNLOAD SMS MEDIA "${URL_OF_MEDIA}" AS "photo.jpg"
SEND MAIL TO "shop@example.com" WITH SUBJECT "A photo" AND BODY "It came today." ATTACH FILE$`,
  output: "simulated mail to shop@example.com, subject A photo: It came today.",
  returns:
    "the path of the file, such as `media/5f0c…/photo.jpg`, which ATTACH, WITH IMAGE FROM and their like take",
  raises: ["GB4001", "GB4002", "GB4671", "GB4673", "GB4676", "GB4786", "GB4787", "GB4788"],
  needs: ["media"],
  checks: { path: keptNameCheck },
  runAsync: ({ address, path }, { host, signal }) => host.media.saveSms(address, path, signal),
});
