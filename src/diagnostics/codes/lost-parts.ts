import { error, warning } from "../message.ts";

/** GB2479 to GB2481, GB4745 and GB4746: messages, and parts of them, that would get lost. */
export const lostPartMessages = {
  sendsNothing: (lacking: string, example: string) =>
    warning("GB2479", `${lacking} is empty, so nothing is sent here`, `write ${example}`),
  neverHere: (phrase: string, handler: string, instead: string) =>
    warning("GB2480", `${phrase} gives nothing in a run of ${handler}`, instead),
  otherKindOfFile: (part: string, kind: string, ending: string, taken: readonly string[]) =>
    warning(
      "GB2481",
      `${part} ends in ${ending}, and WhatsApp takes no such file as ${kind}`,
      `it takes files that end in ${taken.join(", ")}`,
    ),
  clausesExclude: (clause: string, other: string) =>
    error(
      "GB4745",
      `${clause} and ${other} exclude each other: a message has room for one of them`,
      `leave out ${clause} or ${other}`,
    ),
  nameOfNothing: () =>
    error(
      "GB4746",
      "NAMED is what a document is called on the phone, and there is none here",
      "write DOCUMENT and its file too, or leave out NAMED: pictures and films have no name",
    ),
};
