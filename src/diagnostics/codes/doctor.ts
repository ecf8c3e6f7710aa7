import { error, warning } from "../message.ts";

/** GB5500 to GB5510: what gbasic doctor finds beside the settings. */
export const doctorMessages = {
  noPublicUrl: () =>
    warning(
      "GB5500",
      "PUBLIC_URL is not set, so nobody can tell what to enter in the dashboards",
      "set it to the https:// address under which the providers reach this server",
    ),
  notReachable: (url: string) =>
    warning(
      "GB5501",
      `PUBLIC_URL is ${url}, which providers do not call`,
      "they want an https:// address that is reachable from outside, with a certificate that is valid",
    ),
  unwritable: (folder: string, reason: string) =>
    error(
      "GB5502",
      `the data folder ${folder} cannot be used: ${reason}`,
      "give the user that runs gbasic the right to write there, or set GBASIC_DATA to another folder",
    ),
  clockBehind: (shown: string) =>
    error(
      "GB5503",
      `the clock shows ${shown}, which is before this gbasic was made`,
      "set the clock, best by a time server: signatures with a time and the 24 hours of WhatsApp depend on it",
    ),
  clockDiffers: (seconds: number) =>
    warning(
      "GB5504",
      `the clock is ${String(Math.abs(seconds))} seconds ${seconds > 0 ? "behind" : "ahead of"} those of the services`,
      "set the clock by a time server",
    ),
  refused: (service: string, variable: string, reason: string) =>
    error(
      "GB5505",
      `${service} refuses the credentials: ${reason}`,
      `look at ${variable}, and at the settings that belong to it`,
    ),
  unanswered: (service: string, reason: string) =>
    error(
      "GB5506",
      `${service} could not be asked: ${reason}`,
      "look at the address in the settings, and whether this machine may call out",
    ),
  certificateEnds: (date: string, isOver: boolean) =>
    (isOver ? error : warning)(
      "GB5507",
      isOver ? `the certificate ended on ${date}` : `the certificate ends on ${date}`,
      "get a new one; Meta and Twilio call no server whose certificate is not valid",
    ),
  littleSpace: (folder: string, megabytes: number) =>
    warning(
      "GB5508",
      `the disk of ${folder} has ${String(megabytes)} MB left`,
      "make room: what cannot be stored is not acknowledged, and comes again",
    ),
  publicUnanswered: (url: string, reason: string) =>
    error(
      "GB5509",
      `${url}/healthz was not answered as gbasic does: ${reason}`,
      "look whether the server runs, and whether the proxy and the certificate in front of it are right",
    ),
  versionEnds: (version: string, date: string, isOver: boolean, instead: string) =>
    warning(
      "GB5510",
      isOver
        ? `Meta ended the version ${version} of its API on ${date}`
        : `Meta ends the version ${version} of its API on ${date}`,
      `set ${instead}, the version that gbasic is made for`,
    ),
} as const;

/** GB4790 to GB4792, GB4872, GB4873 and GB5537 to GB5539: what gbasic doctor hears of the services. */
export const doctorWebhookMessages = {
  nowhere: (service: string, expected: string) =>
    warning(
      "GB4790",
      `${service} delivers nothing for this number, as no address is entered there`,
      `enter ${expected} in its dashboard`,
    ),
  elsewhere: (service: string, found: string, expected: string) =>
    warning(
      "GB4791",
      `${service} delivers to ${found}, where no handler listens`,
      `enter ${expected} in its dashboard, or set PUBLIC_URL to the address of this server`,
    ),
  notKnown: (service: "Meta" | "Twilio", expected: string) =>
    warning(
      "GB5537",
      service === "Meta"
        ? "it is not known where Meta delivers to: it says nothing of the webhook of this number"
        : "it is not known where Twilio delivers to: the account has no number as the settings name it",
      service === "Meta"
        ? `look at the app under WhatsApp and Configuration: the callback URL has to be ${expected}`
        : `look at Twilio's console under Active numbers: a number that is only verified, or of another account, gets nothing; the address has to be ${expected}`,
    ),
  notSubscribed: (account: string, address: string) =>
    warning(
      "GB5538",
      `the app of the token gets nothing of what happens in the WhatsApp account ${account}, as it is not subscribed there`,
      `subscribe it: curl -X POST ${address} -H "Authorization: Bearer …", with the access token`,
    ),
  withoutMessages: (fields: readonly string[]) =>
    warning(
      "GB5539",
      fields.length === 0
        ? "the app is subscribed to no field of WhatsApp, so no message comes"
        : `the app is subscribed to ${fields.join(", ")} and not to messages, so no message comes`,
      "in the app, choose WhatsApp and Configuration, and subscribe to the field messages",
    ),
  accountUnknown: () =>
    warning(
      "GB4872",
      "it is not known whether the app is subscribed to the WhatsApp account, as Meta does not tell with this token",
      "generate the token with whatsapp_business_management for the account of the number, or write to the number and look whether a message comes",
    ),
  fieldsUnknown: (isSecretSet: boolean) =>
    warning(
      "GB4873",
      `it is not known whether the app is subscribed to the field messages${isSecretSet ? ", as Meta does not tell" : ": that is asked with WHATSAPP_APP_SECRET, which is not set"}`,
      "in the app, choose WhatsApp and Configuration, and look whether the field messages is subscribed",
    ),
  notAsked: (service: string) =>
    warning(
      "GB4792",
      `the token for ${service} is not checked, as ${service} answers no question that sends nothing`,
      "send a message to yourself: a token that is wrong shows as a dead letter in gbasic jobs list",
    ),
} as const;
