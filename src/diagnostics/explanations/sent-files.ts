import type { sentFileMessages } from "../codes/sent-files.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/sent-files.ts`. */
export const sentFileExplanations: ExplanationsOf<typeof sentFileMessages> = {
  GB2476: {
    title: "A file that is not there",
    severity: "warning",
    means:
      "A statement names a file of this machine, and the folder of the scripts has none of that name. Such paths start from the folder that gbasic serve is given, not from the script that names them. It is a warning, as the file may come to the server by other ways.",
    example: {
      kind: "situation",
      text: '`gbasic check scripts/` reads `SEND MAIL "ana@example.com", "Prices", "", "prices.pdf"`, and `scripts/prices.pdf` is not there.',
    },
    mend: "Put the file there, or mend its name.",
  },
  GB4860: {
    title: "The path of a fetched file, written by hand",
    severity: "warning",
    means:
      "A statement names a file below media/, and the folder of the scripts has none. DOWNLOAD keeps each file in a folder of its own, media/…/prices.pdf, so that no run gets the file of another. A script cannot know that folder, so a path that is written by hand finds nothing, or a file that an older version of gbasic kept.",
    example: {
      kind: "situation",
      text: '`DOWNLOAD "https://shop.example/prices.pdf" AS "prices.pdf"`, and then `ATTACH "media/prices.pdf"`.',
    },
    mend: "Pass on what DOWNLOAD gives: `LET FILE$ = DOWNLOAD …`, then `ATTACH FILE$`. It may go to a SUB as an argument. A file for all runs belongs beside the scripts.",
  },
  GB2477: {
    title: "A file that cannot be sent as it is now",
    severity: "warning",
    means:
      "The file that a statement names is empty, larger than the channel takes, or cannot be read. Sending it would fail. It is a warning, as the file may be another one when the script runs.",
    example: {
      kind: "situation",
      text: '`SEND WHATSAPP TO "5511999999999" WITH IMAGE FROM "tea.png"`, where tea.png has 0 bytes or more than 5 MB.',
    },
    mend: "Make the file again or smaller. What is too large can be put on the web and sent by its address.",
  },
  GB2478: {
    title: "An empty file with a mail",
    severity: "warning",
    means: "The mail would go out, and whoever opens its file finds nothing in it.",
    example: {
      kind: "situation",
      text: '`SEND MAIL "ana@example.com", "Orders", "", "orders.csv"`, where orders.csv has 0 bytes.',
    },
    mend: "Look at what writes the file. Where an empty file is meant, ignore this line: ' gbasic-ignore GB2478.",
  },
  GB4740: {
    title: "An empty file for WhatsApp",
    means:
      "Meta takes no file without content, so gbasic does not upload it. The message is not sent, and stands among the dead letters.",
    example: {
      kind: "situation",
      text: "Another program was still writing the picture when the script sent it.",
    },
    mend: "Look at what writes the file. Send the message again with gbasic jobs retry once the file is there.",
  },
  GB4840: {
    title: "A large file that is gone",
    means:
      "A file of at most 25 MB is kept with its message. A larger document stays where it lies and is read as it is uploaded, which may be later: a lane waits, Meta is not reached, the server starts again. By then there was no file any more. The message is not sent, and stands among the dead letters.",
    example: {
      kind: "situation",
      text: "The script sent a film of 60 MB as a document, and a program that tidies up removed it a minute later.",
    },
    mend: "Leave such files where they are for as long as gbasic may try, 24 hours. Once the same file lies there again, unchanged, gbasic jobs retry sends the message.",
  },
  GB4841: {
    title: "A large file that was changed",
    means:
      "A document above 25 MB is read as it is uploaded. It was written to after the script sent it, so what would go out is not what was meant then. The message is not sent, and stands among the dead letters.",
    example: {
      kind: "situation",
      text: "A program writes a new catalogue of 40 MB over the old one every hour, while Meta cannot be reached.",
    },
    mend: "Give each version of a large file a name of its own. Send the new one with a new message.",
  },
  GB4742: {
    title: "An upload without an answer",
    means:
      "Before a message goes out, its file is given to WhatsApp. No answer came, or one that says nothing. The message has not been sent yet, so trying again cannot send it twice, and gbasic does so by itself.",
    example: { kind: "situation", text: "Meta answers the upload of a picture with HTTP 503." },
    mend: "Nothing, unless it goes on. After the last try the message stands among the dead letters: gbasic jobs list shows it.",
  },
  GB4743: {
    title: "A mark of reading without an answer",
    means:
      "MARK WHATSAPP READ was sent, and no answer came. The person perhaps sees the blue ticks, perhaps not. It is no message, so none is lost or sent twice.",
    example: { kind: "situation", text: "The connection broke off while Meta answered." },
    mend: "Leave it, or mark the message again.",
  },
  GB4744: {
    title: "No answer to where a file is",
    means:
      "DOWNLOAD WHATSAPP MEDIA first asks where the file is, then fetches it. The first question got no answer, or one without an address.",
    example: { kind: "situation", text: "Meta answers with HTTP 503." },
    mend: "Ask again later. Files stay with WhatsApp for 7 days after the message came.",
  },
  GB4741: {
    title: "A sound that cannot be a voice message",
    means:
      "WhatsApp shows a sound as a voice message only where it is an OGG file with the Opus codec. A sound in any other form is sent without WITH VOICE.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH AUDIO FROM "hello.mp3" WITH VOICE`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH AUDIO FROM "hello.ogg" WITH VOICE`,
    },
    mend: "Turn it into OGG with Opus, for which `ffmpeg -i hello.mp3 -c:a libopus hello.ogg` serves, or leave out WITH VOICE.",
  },
};
