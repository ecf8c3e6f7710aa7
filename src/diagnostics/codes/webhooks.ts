import { error, warning } from "../message.ts";

/** How a body answers, as messages call it. */
const WAYS = {
  variables: "variables that begin with result_",
  object: "an object named result or response",
  return: "RETURN",
  print: "PRINT",
} as const;
/** A way in which the body of a `WEBHOOK "name"` answers. */
export type WayToAnswer = keyof typeof WAYS;

/** Calls a path by the name that it could have: `/twilio/voice` by `twilio-voice`. */
function nameFrom(written: string): string {
  const name = written
    .replace(/^https?:\/\/[^/]*/i, "")
    .trim()
    .replaceAll(/[^A-Za-z0-9_-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return name === "" ? "orders" : name;
}

/** GB2429 to GB2431: the first line of WEBHOOK; GB2486, GB2672, GB269x: what is in its way, and how it answers. */
export const webhookMessages = {
  badName: (name: string) =>
    error(
      "GB2429",
      name === ""
        ? "a webhook has no name here"
        : `"${name}" is no name of a webhook, which has letters, digits, - and _`,
      /^\//.test(name.trim())
        ? `write "${nameFrom(name)}", or listen on that very path: ON WEBHOOK POST TO "${name.trim()}" DO … END ON`
        : `write "${nameFrom(name)}"`,
    ),
  sameName: (name: string) =>
    error(
      "GB2430",
      `two webhooks are named "${name}", and both would answer at /webhook/${name}`,
      "give one of them another name",
    ),
  besideName: (name: string, method: string) =>
    warning(
      "GB2672",
      `this handler takes ${method === "ANY" ? "requests" : `each ${method}`} from WEBHOOK "${name}", which listens on the same path`,
      "keep one of the two handlers, or give one of them another name or path",
    ),
  nameIsHere: (name: string) => `"${name}" is already here`,
  wholeFile: (title: string, other: string) =>
    error(
      "GB2431",
      `${title} takes the whole file, and ${other} is in it too`,
      "write END WEBHOOK where the webhook ends, or move the other handler to another file",
    ),
  otherHandler: (other: string) => `${other} is here`,
  mixedAnswers: (used: WayToAnswer, ignored: WayToAnswer) =>
    warning(
      "GB2690",
      `the response is made of ${WAYS[used]}, so ${WAYS[ignored]} ${ignored === "variables" ? "are" : "is"} no part of it`,
      `answer in one way: with ${WAYS[used]} or with ${WAYS[ignored]}`,
    ),
  behindWebhook: (title: string) =>
    warning(
      "GB2691",
      `this stands behind ${title}, but runs before it at each request`,
      "move it above the END WEBHOOK, or to the top of the file",
    ),
  badStatus: (name: string, found: string) =>
    warning(
      "GB2486",
      `${name} is the HTTP status of the response, and ${found} is none`,
      "write a whole number from 200 to 599, or a text, which is part of the response",
    ),
  answeredHere: (used: WayToAnswer) => `${WAYS[used]} ${used === "variables" ? "are" : "is"} here`,
} as const;
