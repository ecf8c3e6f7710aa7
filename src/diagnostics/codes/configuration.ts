import type { Message } from "../diagnostic.ts";
import { proposal } from "../suggest.ts";

function message(
  code: Message["code"],
  severity: Message["severity"],
  text: string,
  hint?: string,
): Message {
  return { code, severity, message: text, ...(hint === undefined ? {} : { hint }) };
}

/** GB50xx: the environment. No entry takes the value of a secret. */
export const configurationMessages = {
  wrongValue: (name: string, found: string, expected: string, example: string) =>
    message("GB5001", "error", `${name} is ${found}, expected ${expected}`, `such as ${example}`),
  unknownName: (name: string, proposed?: string) =>
    message("GB5002", "warning", `${name} is no setting of gbasic`, proposal(proposed)),
  ignoredName: (name: string, used: string) =>
    message(
      "GB5003",
      "warning",
      `${name} is not used, since ${used} is set to another value`,
      `remove one of the two`,
    ),
  unreadableFile: (path: string, reason: string) =>
    message(
      "GB5004",
      "error",
      `${path} cannot be read: ${reason}`,
      "make it readable or remove it",
    ),
  staysSimulated: (channel: string, present: readonly string[], absent: readonly string[]) =>
    message(
      "GB5005",
      "warning",
      `${channel} stays simulated: ${present.join(" and ")} ${present.length === 1 ? "is" : "are"} set, ${absent.join(" and ")} ${absent.length === 1 ? "is" : "are"} not`,
      `set ${absent.join(" and ")} too`,
    ),
  setTogether: (present: string, absent: string) =>
    message("GB5006", "error", `${present} is set, but ${absent} is not`, `set both or none`),
  missing: (name: string, because: string, description: string) =>
    message("GB5007", "error", `${name} is not set, but ${because}`, `${name}: ${description}`),
  noSecretAtAll: (names: readonly string[]) =>
    message(
      "GB5008",
      "error",
      `no secret is set that could verify requests, expected ${names.join(" or ")}`,
      "or declare the handler OPEN if anyone may call it",
    ),
  noHandshake: (name: string) =>
    message(
      "GB5009",
      "warning",
      `${name} is not set, so Meta cannot subscribe to a WhatsApp webhook here`,
      `set ${name} to the token that you type into the dashboard`,
    ),
};
