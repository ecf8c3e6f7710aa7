import { error, warning } from "../message.ts";

/** GB420x: the end of runs; GB421x: events and jobs; GB422x: the outbox; GB423x: files. */
export const engineMessages = {
  deadline: (ms: number, variable: string) =>
    error(
      "GB4201",
      `the run was stopped after ${String(ms / 1000)} seconds, which is the limit`,
      `do slow work in a SUB that SPAWN starts; ${variable} sets the limit`,
    ),
  shutdown: () => error("GB4202", "the run was stopped because the server is shutting down"),
  callerGone: () => error("GB4203", "the run was stopped because its caller hung up"),
  handlerGone: (route: string, script: string) =>
    error(
      "GB4211",
      `${script} has no handler for ${route} any more`,
      "the event is kept in the dead letters; put the handler back, then give the event a new start with gbasic jobs retry",
    ),
  procedureGone: (procedure: string, script: string) =>
    error(
      "GB4212",
      `${script} has no SUB ${procedure} any more, but it was spawned`,
      "the job is kept in the dead letters; put the SUB back, then give the job a new start with gbasic jobs retry",
    ),
  tooManyAttempts: (attempts: number) =>
    error("GB4213", `given up after ${String(attempts)} attempts`),
  argumentsTooDeep: (levels: number) =>
    error(
      "GB4214",
      `an argument of SPAWN holds itself or more than ${String(levels)} levels`,
      "pass only the members that the SUB needs; the limit is fixed, as values inside values fill gbasic's stack",
    ),
  busy: () =>
    error("GB4215", "the request was not handled because the server is busy or shutting down"),
  tooManyEffects: (limit: number) =>
    error(
      "GB4216",
      `one run caused more than ${String(limit)} messages and jobs, which is the limit`,
      "look for a loop that sends without end; GBASIC_MAX_EFFECTS sets the limit",
    ),
  tooManyGenerations: (limit: number) =>
    error(
      "GB4217",
      `jobs spawned jobs more than ${String(limit)} times in a row, which is the limit`,
      "look for a SUB that spawns itself without end, or spawn it AFTER 1 MINUTE or later; GBASIC_MAX_GENERATIONS sets the limit",
    ),
  noDelivery: (route: string) =>
    warning(
      "GB4240",
      `a request to ${route} is no delivery of WhatsApp, and only ON WHATSAPP handlers listen there`,
      "send JSON with object: whatsapp_business_account as application/json, or write an ON WEBHOOK",
    ),
  listensElsewhere: (handler: string, path: string, route: string) =>
    warning(
      "GB4250",
      `${handler} listens on ${path}, but what it is for came to ${route}`,
      `give Meta the address with ${path}, or set WHATSAPP_PATH to the path that Meta calls`,
    ),
  notDelivered: (reporter: string, reason: string | undefined) =>
    error(
      "GB4251",
      `${reporter} reports that a message did not arrive${reason === undefined ? "" : `: ${reason}`}`,
      "`npx gbasic jobs list --state dead` lists it",
    ),
  skipped: (channel: string, reason: string) =>
    warning(
      "GB4221",
      `a message for ${channel} was not sent: ${reason}`,
      "test the text and the recipient with IF before the SEND",
    ),
  unknownOutcome: (channel: string) =>
    error(
      "GB4222",
      `a message for ${channel} may have been sent or not, as no answer came`,
      "it is not sent again by itself; gbasic jobs list --state unknown shows it",
    ),
  sendExpired: (hours: number) =>
    error("GB4223", `the message could not be sent within ${String(hours)} hours`),
  fileOutside: (path: string) =>
    error(
      "GB4231",
      `${JSON.stringify(path)} is outside the folder of the scripts`,
      "put the file below that folder and write its path from there",
    ),
  fileHidden: (path: string) =>
    error(
      "GB4234",
      `${JSON.stringify(path)} is hidden or belongs to the server, so no script reads it`,
      "a file that is meant to be sent has no part in its path that begins with a dot, and lies outside the data folder",
    ),
  fileUnreadable: (path: string, reason: string, isKept = false) =>
    error(
      "GB4232",
      `${JSON.stringify(path)} cannot be read: ${reason}`,
      isKept
        ? "pass on the path that DOWNLOAD gives; each file that it keeps has a folder of its own"
        : "look at the path, which starts from the folder of the script",
    ),
  fileTooLarge: (
    path: string,
    { megabytes, taker }: { readonly megabytes: number; readonly taker: string },
  ) =>
    error(
      "GB4233",
      `${JSON.stringify(path)} has more than ${String(megabytes)} MB, and ${taker} takes no larger file`,
      "make it smaller, or send the address where it can be fetched",
    ),
} as const;
