import {
  askMetaSubscription,
  type MetaSubscription,
} from "../../channels/credentials/meta-subscription.ts";
import {
  askMetaWebhook,
  askTwilioWebhooks,
  type WebhookAnswer,
} from "../../channels/credentials/webhooks.ts";
import { doctorWebhookMessages } from "../../diagnostics/codes/doctor.ts";
import type { Configuration } from "../../host/configuration.ts";
import { type Finding, findingOf } from "./finding.ts";

/**
 * Asks Meta and Twilio whether they deliver to this server: for paths that the scripts listen on, and
 * where it is known how the outside reaches them.
 * @param paths those on which handlers take a POST
 */
export async function checkWebhooks(
  configuration: Configuration,
  paths: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const { publicUrl } = configuration.server;
  if (publicUrl === undefined) return [];
  const served = new Set([...paths].map((path) => `${publicUrl}${path}`));
  const [meta, twilio] = await Promise.all([
    metaFindings(configuration, `${publicUrl}${configuration.whatsapp.path}`, served),
    twilioFindings(configuration, publicUrl, paths),
  ]);
  return [...meta, ...twilio];
}

async function metaFindings(
  { whatsapp }: Configuration,
  expected: string,
  served: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const { apiUrl, accessToken, phoneNumberId, providers } = whatsapp;
  const isAsked = providers.includes("meta") && served.has(expected);
  if (!isAsked || accessToken === undefined || phoneNumberId === undefined) return [];
  const [appSecret] = whatsapp.appSecrets;
  const answer = await askMetaWebhook(apiUrl, accessToken, phoneNumberId);
  if (answer.state === "unanswered") return [];
  const question = { apiUrl, accessToken, phoneNumberId, appSecret };
  const subscription = await askMetaSubscription(question);
  return [
    ...findingsFor("Meta's webhook", "Meta", answer, expected, served),
    accountFinding(subscription, apiUrl),
    fieldsFinding(subscription, appSecret !== undefined),
  ];
}

function accountFinding({ account }: MetaSubscription, apiUrl: string): Finding {
  const subject = "Meta's account";
  if (account === undefined) {
    return findingOf("online", subject, doctorWebhookMessages.accountUnknown());
  }
  if (!account.isSubscribed) {
    return findingOf(
      "online",
      subject,
      doctorWebhookMessages.notSubscribed(account.id, `${apiUrl}/${account.id}/subscribed_apps`),
    );
  }
  const text = `the app of the token gets what happens in the WhatsApp account ${account.id}`;
  return { area: "online", subject, state: "ok", text };
}

function fieldsFinding({ fields }: MetaSubscription, isSecretSet: boolean): Finding {
  const subject = "Meta's fields";
  if (fields === undefined) {
    return findingOf("online", subject, doctorWebhookMessages.fieldsUnknown(isSecretSet));
  }
  if (!fields.includes("messages")) {
    return findingOf("online", subject, doctorWebhookMessages.withoutMessages(fields));
  }
  const text = `the app is subscribed to ${fields.join(", ")}`;
  return { area: "online", subject, state: "ok", text };
}

async function twilioFindings(
  { twilio }: Configuration,
  publicUrl: string,
  paths: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const { apiUrl, accountSid, callFrom, from } = twilio;
  const [authToken] = twilio.authTokens;
  const number = [from, callFrom].find((one) => one?.startsWith("+"));
  const wanted = [twilio.paths.call, twilio.paths.sms].filter((path) => paths.has(path));
  if (accountSid === undefined || authToken === undefined || number === undefined) return [];
  if (wanted.length === 0) return [];
  const { call, sms } = await askTwilioWebhooks(apiUrl, accountSid, authToken, number);
  const served = new Set([...paths].map((path) => `${publicUrl}${path}`));
  const about = (path: string, what: string, answer: WebhookAnswer) =>
    paths.has(path)
      ? findingsFor(`Twilio's ${what}`, "Twilio", answer, `${publicUrl}${path}`, served)
      : [];
  return [...about(twilio.paths.call, "calls", call), ...about(twilio.paths.sms, "messages", sms)];
}

/** Where a provider does not answer, its credentials have a finding. */
function findingsFor(
  subject: string,
  service: "Meta" | "Twilio",
  answer: WebhookAnswer,
  expected: string,
  served: ReadonlySet<string>,
): readonly Finding[] {
  if (answer.state === "unanswered") return [];
  if (answer.state === "untold") {
    return [findingOf("online", subject, doctorWebhookMessages.notKnown(service, expected))];
  }
  const { address } = answer;
  if (address === undefined) {
    return [findingOf("online", subject, doctorWebhookMessages.nowhere(service, expected))];
  }
  // Behind # Twilio has how it is to call, and it signs what stands before.
  const [bare = ""] = address.split("#");
  if (served.has(bare)) {
    return [{ area: "online", subject, state: "ok", text: `${service} delivers to ${bare}` }];
  }
  return [findingOf("online", subject, doctorWebhookMessages.elsewhere(service, bare, expected))];
}
