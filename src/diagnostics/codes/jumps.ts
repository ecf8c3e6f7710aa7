import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB1131: labels as they are written; GB2312, GB2313 and GB2315: jumps. */
export const jumpMessages = {
  labelInside: (label: string, block: string) =>
    error(
      "GB1131",
      `the label ${label} stands inside ${block}, where nothing can jump to`,
      "move it in front of the block or behind it",
    ),
  unknownLabel: (label: string, proposed?: string) =>
    error(
      "GB2312",
      `there is no label ${label} to jump to`,
      proposal(proposed) ?? `write ${label}${/^\d/.test(label) ? "" : ":"} in front of a line`,
    ),
  labelElsewhere: (label: string, where: string) =>
    error(
      "GB2315",
      `the label ${label} is in ${where}, and jumps stay in the part of the script they are in`,
      "jump to a label in the same part, or make a SUB of the lines and call it",
    ),
  labelTwice: (label: string) =>
    error("GB2313", `the label ${label} is there twice`, "give one of them another name"),
  labelIsHere: (label: string) => `${label} is already here`,
} as const;
