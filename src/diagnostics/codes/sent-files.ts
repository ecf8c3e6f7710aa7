import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB2476 to GB2478, GB4740 and GB4741: files of this machine that messages take along. */
export const sentFileMessages = {
  fileMissing: (path: string, folder: string, near: string | undefined) =>
    warning(
      "GB2476",
      `there is no file ${JSON.stringify(path)} in the folder of the scripts, ${folder}`,
      near === undefined
        ? "put the file there before the script runs; its path starts from that folder"
        : proposal(near),
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
  noVoice: (name: string, taken: readonly string[]) =>
    error(
      "GB4741",
      `WhatsApp does not show ${JSON.stringify(name)} as a voice message`,
      `make it a file that ends in ${taken.join(" or ")}, with the Opus codec, or leave out WITH VOICE to send it as a sound`,
    ),
};
