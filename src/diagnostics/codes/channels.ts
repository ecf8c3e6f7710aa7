import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB40xx, GB4723 and GB4871: what channels and the language model answer, or fail to. */
export const channelMessages = {
  refused: (channel: string, reason: string, hint?: string, what = "the message") =>
    error("GB4001", `${channel} refused ${what}: ${reason}`, hint),
  mailLogin: (variable: string, reason: string) =>
    error(
      "GB4871",
      `the mail server refused the user and password of ${variable}: ${reason}`,
      `look at the user and the password in ${variable}, with signs such as @ written as %40, and start again: the mails are kept and tried again for 24 hours`,
    ),
  mailEncryption: (variable: string, reason: string) =>
    error(
      "GB4888",
      `the mail server of ${variable} wants an encrypted connection: ${reason}`,
      `write ${variable}=smtps://… for encryption from the start, mostly on port 465, or smtp://…:587, the port where a server offers STARTTLS, and start again: the mails are kept and tried again for 24 hours`,
    ),
  mailUser: (variable: string, reason: string) =>
    error(
      "GB4889",
      `the mail server wants a user and a password, and ${variable} names none: ${reason}`,
      `write ${variable}=smtps://user:password@…, with signs such as @ written as %40, and start again: the mails are kept and tried again for 24 hours`,
    ),
  unreachable: (channel: string, reason: string, what = "") =>
    error(
      "GB4002",
      `${channel} could not be reached${what === "" ? "" : ` for ${what}`}: ${reason}`,
    ),
  unanswered: (channel: string, reason: string) =>
    error(
      "GB4003",
      `it is unknown whether ${channel} took the message: ${reason}`,
      "look for it on the other side before sending it again",
    ),
  wrongRecipient: (channel: string, found: string, expected: string) =>
    error("GB4004", `${channel} cannot send to ${found}, expected ${expected}`),
  recipientWithoutAddress: (channel: string, found: string, expected: string) =>
    warning(
      "GB4723",
      `${channel} cannot send to ${found}, so this message never goes out`,
      `write ${expected}`,
    ),
  tooLong: (channel: string, length: number, limit: number) =>
    error(
      "GB4005",
      `the text has ${String(length)} characters, ${channel} takes at most ${String(limit)}`,
      "shorten it, or send it in parts",
    ),
  lineBreakInAddress: (found: string) =>
    error(
      "GB4006",
      `the address ${found} holds a line break or control character`,
      "check the text that the address comes from: it may be an attempt to add mail headers",
    ),
  emptyText: (channel: string) => error("GB4007", `${channel} takes no empty text`),
  partlyRefused: (reasons: string) =>
    error(
      "GB4008",
      `the mail did not go to ${reasons}`,
      "where the addresses are right, `gbasic jobs retry` sends it to them alone",
    ),
  partlyDelayed: (reasons: string) =>
    error(
      "GB4013",
      `the mail did not go yet to ${reasons}`,
      "it is tried again for these addresses alone",
    ),
  modelRefused: (reason: string) =>
    error(
      "GB4009",
      `the language model refused: ${reason}`,
      "look at LLM_API_KEY and LLM_MODEL, and at the length of the prompt",
    ),
  modelUnreachable: (reason: string) =>
    error(
      "GB4010",
      `the language model gave no answer: ${reason}`,
      "look whether LLM_URL is right, and whether the service runs",
    ),
  modelWithoutText: (found: string) =>
    error(
      "GB4011",
      `the language model answered without a text: ${found}`,
      "LLM_URL must be the base of an OpenAI-compatible endpoint, such as https://api.openai.com/v1",
    ),
  noMailAccount: (name: string, key: string, proposed?: string) =>
    error(
      "GB4012",
      `the settings have no mail account ${name}`,
      `${proposed === undefined ? "" : `${proposal(proposed) ?? ""}, or `}set MAIL_FROM_${key} to its address, and SMTP_URL_${key} where it has a server of its own`,
    ),
};
