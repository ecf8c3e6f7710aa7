import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

const STAYS = "a file above 25 MB stays as it is until the message has left";

/** GB2476 to GB2478, GB4740 to GB4744, GB4840, GB4841: files that messages take along or bring, and marks of reading. */
export const sentFileMessages = {
  fileMissing: (path: string, folder: string, near: string | undefined) =>
    warning(
      "GB2476",
      `there is no file ${JSON.stringify(path)} in the folder of the scripts, ${folder}`,
      near === undefined
        ? "put the file there before the script runs; its path starts from that folder"
        : proposal(near),
    ),
  keptFileWritten: (path: string) =>
    warning(
      "GB4860",
      `there is no file ${JSON.stringify(path)} in the folder of the scripts, and what DOWNLOAD keeps has a folder of its own`,
      "pass on the path that DOWNLOAD gives: LET FILE$ = DOWNLOAD …; a file for all runs belongs beside the scripts",
    ),
  fileAsItIs: (problem: string, hint: string | undefined) =>
    warning("GB2477", `as the file is now: ${problem}`, hint),
  emptyAttachment: (path: string) =>
    warning(
      "GB2478",
      `${JSON.stringify(path)} is empty as it is now, so the mail would bring a file without content`,
      "look at what writes the file, and whether it had finished",
    ),
  fileEmpty: (name: string, channel: string) =>
    error(
      "GB4740",
      `${JSON.stringify(name)} is empty, and ${channel} takes no file without content`,
      "look at what writes the file, and whether it had finished",
    ),
  fileGone: (name: string, path: string) =>
    error(
      "GB4840",
      `${JSON.stringify(name)} does not lie any more where it was when it was sent, at ${path}`,
      `${STAYS}; put it back and use npx gbasic jobs retry`,
    ),
  fileChanged: (name: string, path: string) =>
    error(
      "GB4841",
      `${JSON.stringify(name)} was changed after it was sent, at ${path}`,
      `${STAYS}; send the new one with a new message, perhaps from ON SEND FAILED`,
    ),
  uploadUnanswered: (name: string, reason: string) =>
    error(
      "GB4742",
      `it is unknown whether WhatsApp took the file ${JSON.stringify(name)}: ${reason}`,
      "nothing was sent to anybody; gbasic uploads the file again by itself",
    ),
  markUnanswered: (id: string, reason: string) =>
    error(
      "GB4743",
      `it is unknown whether WhatsApp shows ${id} as read: ${reason}`,
      "no message is lost, and gbasic does not mark it again by itself; marking it twice does no harm",
    ),
  locationUnanswered: (id: string, reason: string) =>
    error(
      "GB4744",
      `WhatsApp did not say where the file ${id} is: ${reason}`,
      "nothing was fetched or changed, so it may be asked for again",
    ),
  noVoice: (name: string, taken: readonly string[]) =>
    error(
      "GB4741",
      `WhatsApp does not show ${JSON.stringify(name)} as a voice message`,
      `make it a file that ends in ${taken.join(" or ")}, with the Opus codec, or leave out WITH VOICE to send it as a sound`,
    ),
};
