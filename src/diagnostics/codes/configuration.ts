import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB50xx: the environment. No entry takes the value of a secret. */
export const configurationMessages = {
  wrongValue: (name: string, found: string, expected: string, example: string) =>
    error("GB5001", `${name} is ${found}, expected ${expected}`, `such as ${example}`),
  unknownName: (name: string, proposed?: string) =>
    warning("GB5002", `${name} is no setting of gbasic`, proposal(proposed)),
  ignoredName: (name: string, used: string) =>
    warning(
      "GB5003",
      `${name} is not used, since ${used} is set to another value`,
      `remove one of the two`,
    ),
  unreadableFile: (path: string, reason: string) =>
    error("GB5004", `${path} cannot be read: ${reason}`, "make it readable or remove it"),
  staysSimulated: (channel: string, present: readonly string[], absent: readonly string[]) =>
    warning(
      "GB5005",
      `${channel} stays simulated: ${present.join(" and ")} ${present.length === 1 ? "is" : "are"} set, ${absent.join(" and ")} ${absent.length === 1 ? "is" : "are"} not`,
      `set ${absent.join(" and ")} too`,
    ),
  setTogether: (present: string, absent: string) =>
    error("GB5006", `${present} is set, but ${absent} is not`, `set both or none`),
  missing: (name: string, because: string, description: string) =>
    error("GB5007", `${name} is not set, but ${because}`, `${name}: ${description}`),
  noSecretAtAll: (names: readonly string[]) =>
    error(
      "GB5008",
      `no secret is set that could verify requests, expected ${names.join(" or ")}`,
      "or declare the handler OPEN if anyone may call it",
    ),
  noHandshake: (name: string, title: string) =>
    warning(
      "GB5009",
      `${name} is not set, so ${title} cannot subscribe to a WhatsApp webhook here`,
      `set ${name} to the token that you type into the dashboard`,
    ),
};
