import type { mediaMessages } from "../codes/media.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/media.ts`. */
export const mediaExplanations: ExplanationsOf<typeof mediaMessages> = {
  GB4786: {
    title: "An address that is no file of Twilio",
    means:
      "DOWNLOAD SMS MEDIA hands the credentials of the account over, so it takes the addresses of files that came with messages, on Twilio's own API, and no others.",
    example: {
      kind: "run",
      script: `PRINT DOWNLOAD SMS MEDIA "tea.jpg"`,
      mended: `PRINT DOWNLOAD SMS MEDIA "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"`,
    },
    mend: "Take the address from the message, `SMS.media[0].url`. What is elsewhere on the web is fetched by `DOWNLOAD`.",
  },
  GB4787: {
    title: "A file of Twilio that is elsewhere",
    means:
      "Twilio's API leads to where a file is kept, which is one of its own servers. Something else stands between, or answers in its place.",
    example: {
      kind: "situation",
      text: "TWILIO_API_URL names a server that leads to https://example.com/tea.jpg.",
    },
    mend: "Look whether TWILIO_API_URL is Twilio's.",
  },
  GB4788: {
    title: "A file that Twilio does not have",
    means:
      "The file was deleted at Twilio, by hand or by a setting of the account, or never was there.",
    example: {
      kind: "situation",
      text: "A script fetches a file of a message that was deleted in Twilio's console.",
    },
    mend: "Fetch files when the message comes.",
  },
  GB4670: {
    title: "An id that no file has",
    means:
      "DOWNLOAD WHATSAPP MEDIA takes the id by which WhatsApp knows a file. It is no address and no name.",
    example: {
      kind: "run",
      script: `PRINT DOWNLOAD WHATSAPP MEDIA "tea.jpg"`,
      mended: `PRINT DOWNLOAD WHATSAPP MEDIA "1003383421387256"`,
    },
    mend: "Take it from the message: `WHATSAPP.media.id`.",
  },
  GB4671: {
    title: "A path that no file can be kept under",
    means:
      "What is fetched is kept in a folder of its own below the data folder. AS names it there; it cannot lead anywhere else, be hidden or have a name that some system does not take. Such a name is an error where the script itself writes it. One that comes from outside is made safe when the script runs: it is no reason to fail.",
    example: {
      kind: "run",
      script: `PRINT DOWNLOAD WHATSAPP MEDIA "1003383421387256" AS "../tea.jpg"`,
      mended: `PRINT DOWNLOAD WHATSAPP MEDIA "1003383421387256" AS "pictures/tea.jpg"`,
    },
    mend: "Write a name with letters, digits, blanks and the like, of at most 200 bytes, with / between folders.",
  },
  GB4672: {
    title: "A file that WhatsApp does not have",
    means:
      "WhatsApp keeps a file that came with a message for 7 days, one that was uploaded for 30, and gives it to the account that it belongs to.",
    example: {
      kind: "situation",
      text: "A script reads the id of a picture from a message that came two weeks ago.",
    },
    mend: "Fetch a file when its message comes.",
  },
  GB4673: {
    title: "A file that is larger than is fetched",
    means: "WHATSAPP_MEDIA_LIMIT says how many megabytes a file may have, 100 unless it is set.",
    example: {
      kind: "situation",
      text: "WHATSAPP_MEDIA_LIMIT is 5, and somebody sends a film of 12 MB.",
    },
    mend: "Raise the limit, or catch the error with TRY and answer that the file is too large.",
  },
  GB4674: {
    title: "A file on a server that must not get the access token",
    means:
      "Meta wants its access token with the request for a file. gbasic sends it to Meta's own server for files alone, so that no answer can lead it elsewhere.",
    example: {
      kind: "situation",
      text: "WHATSAPP_API_URL points to a program in between that gives addresses of its own.",
    },
    mend: "Set WHATSAPP_API_URL to Meta's, or let the program in between give the files under its own address.",
  },
  GB4675: {
    title: "A file that came damaged",
    means:
      "WhatsApp tells the hash of each file, and what came has another one. A run that a message started is tried again by itself.",
    example: { kind: "situation", text: "The connection broke in the middle of a large film." },
    mend: "Fetch it again.",
  },
  GB4676: {
    title: "A file that could not be kept",
    means: "The folder for files below the data folder could not be written to.",
    example: {
      kind: "situation",
      text: "The disk is full, or the folder belongs to somebody else.",
    },
    mend: "Mend what the message says, then let the message run again with `npx gbasic jobs retry`.",
  },
  GB4700: {
    title: "An id of a file at a service that has none",
    means:
      "DOWNLOAD WHATSAPP MEDIA asks whoever brought the message of the run, or, where no message started it, the first of WHATSAPP_PROVIDERS. WhatsAble gives the addresses of files in place of ids.",
    example: {
      kind: "situation",
      text: "A handler fetches the picture of a message that came through WhatsAble by an id.",
    },
    mend: "Fetch it by its address: `LET FILE$ = DOWNLOAD WHATSAPP.media.url`. What that gives is a path, as with an id.",
  },
  GB4762: {
    title: "An address where the id of a file belongs",
    means:
      "DOWNLOAD WHATSAPP MEDIA takes the id of a file. An address is fetched by DOWNLOAD alone. WhatsAble gives addresses; those that Meta gives open to its access token only, which goes nowhere else, so its files are fetched by their ids.",
    example: {
      kind: "situation",
      text: "`DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.url` in the handler of a picture.",
    },
    mend: "Write `DOWNLOAD WHATSAPP.media.url` for WhatsAble, and `DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id` for all others.",
  },
};
