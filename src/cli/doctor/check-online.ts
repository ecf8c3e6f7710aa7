import { ask, type CredentialAnswer } from "../../channels/credentials/ask.ts";
import {
  askCloudApi,
  askMailServer,
  askModel,
  askTwilio,
} from "../../channels/credentials/services.ts";
import { createQuote } from "../../channels/redact.ts";
import { doctorMessages, doctorWebhookMessages } from "../../diagnostics/codes/doctor.ts";
import type { Configuration } from "../../host/configuration.ts";
import { secretValues } from "../../host/configuration/secrets.ts";
import { PASSING_PROVIDERS, PROVIDER_TITLES } from "../../host/whatsapp/providers.ts";
import { checkWebhooks } from "./check-webhooks.ts";
import { type Finding, findingOf } from "./finding.ts";

/** Somebody to ask, and the variable that is wrong if the answer is no. */
interface Question {
  readonly subject: string;
  readonly variable: string;
  readonly asked: Promise<CredentialAnswer>;
}

/** Stripe and Slack refuse what is older than five minutes; a minute off is worth telling. */
const SKEW = 60_000;

/**
 * Asks every service whose credentials are set whether it takes them and delivers here, and whether
 * PUBLIC_URL leads here.
 * @param paths those on which handlers take a POST; undefined where nobody knows
 */
export async function checkOnline(
  configuration: Configuration,
  now: () => number,
  paths: ReadonlySet<string> | undefined,
): Promise<readonly Finding[]> {
  const questions = questionsOf(configuration);
  // What a service answers could hold a secret of another one, where addresses are mixed up.
  const quote = createQuote(secretValues(configuration));
  const answers = await Promise.all(
    questions.map(async ({ asked, ...question }) => ({ ...question, answer: await asked })),
  );
  const found = answers.map(({ subject, variable, answer }) =>
    answerFinding(subject, variable, { ...answer, detail: quote(answer.detail) }),
  );
  const dates = answers.flatMap(({ answer: { date } }) => (date === undefined ? [] : [date]));
  return [
    ...found,
    ...notAsked(configuration),
    ...(paths === undefined ? [] : await checkWebhooks(configuration, paths)),
    ...clockFindings(dates, now()),
    ...(await publicFindings(configuration)),
  ];
}

/** WhatsAble's pages name nothing that could be asked without sending. */
function notAsked({ whatsapp, providers }: Configuration): readonly Finding[] {
  const { accessToken } = providers.whatsable;
  if (accessToken === undefined || !whatsapp.providers.includes("whatsable")) return [];
  const title = PROVIDER_TITLES.whatsable;
  return [findingOf("online", title, doctorWebhookMessages.notAsked(title))];
}

function questionsOf(configuration: Configuration): readonly Question[] {
  const { twilio, mail, model } = configuration;
  const [authToken] = twilio.authTokens;
  const questions = [...whatsAppQuestions(configuration)];
  if (twilio.accountSid !== undefined && authToken !== undefined) {
    const asked = askTwilio(twilio.apiUrl, twilio.accountSid, authToken);
    questions.push({ subject: "Twilio", variable: "TWILIO_AUTH_TOKEN", asked });
  }
  if (mail.smtpUrl !== undefined) {
    const asked = askMailServer(mail.smtpUrl);
    questions.push({ subject: "mail server", variable: "SMTP_URL", asked });
  }
  for (const [key, { smtpUrl }] of mail.accounts) {
    if (smtpUrl === undefined) continue;
    const variable = `SMTP_URL_${key.toUpperCase()}`;
    questions.push({ subject: `mail server of ${key}`, variable, asked: askMailServer(smtpUrl) });
  }
  if (model.url !== undefined && model.name !== undefined) {
    const asked = askModel(model.url, model.apiKey, model.name);
    questions.push({ subject: "language model", variable: "LLM_API_KEY", asked });
  }
  return questions;
}

function whatsAppQuestions({ whatsapp, providers }: Configuration): readonly Question[] {
  const { accessToken, phoneNumberId, apiUrl } = whatsapp;
  if (phoneNumberId === undefined) return [];
  const questions: Question[] = [];
  if (accessToken !== undefined) {
    const asked = askCloudApi(apiUrl, accessToken, phoneNumberId);
    questions.push({ subject: "Meta", variable: "WHATSAPP_ACCESS_TOKEN", asked });
  }
  for (const provider of PASSING_PROVIDERS) {
    const own = providers[provider];
    const isMeta = own.apiUrl === apiUrl && own.accessToken === accessToken;
    if (own.apiUrl === undefined || own.accessToken === undefined) continue;
    if (isMeta || provider === "whatsable" || !whatsapp.providers.includes(provider)) continue;
    const asked = askCloudApi(own.apiUrl, own.accessToken, phoneNumberId);
    const variable = `${provider.toUpperCase()}_ACCESS_TOKEN`;
    questions.push({ subject: PROVIDER_TITLES[provider], variable, asked });
  }
  return questions;
}

function answerFinding(
  subject: string,
  variable: string,
  { state, detail }: CredentialAnswer,
): Finding {
  switch (state) {
    case "valid":
      return { area: "online", subject, state: "ok", text: `takes the credentials: ${detail}` };
    case "refused":
      return findingOf("online", subject, doctorMessages.refused(subject, variable, detail));
    case "unanswered":
      return findingOf("online", subject, doctorMessages.unanswered(subject, detail));
  }
}

function clockFindings(dates: readonly number[], now: number): readonly Finding[] {
  const differences = dates.map((date) => date - now);
  const [least] = differences.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  if (least === undefined || Math.abs(least) < SKEW) return [];
  const seconds = Math.round(least / 1000);
  return [findingOf("online", "clock", doctorMessages.clockDiffers(seconds))];
}

async function publicFindings({ server }: Configuration): Promise<readonly Finding[]> {
  const { publicUrl } = server;
  if (publicUrl === undefined) return [];
  const { state, detail } = await ask(
    `${publicUrl}/healthz`,
    {},
    () => undefined,
    (text) => text,
  );
  const subject = "PUBLIC_URL";
  if (state === "valid")
    return [{ area: "online", subject, state: "ok", text: "leads to a server" }];
  return [findingOf("online", subject, doctorMessages.publicUnanswered(publicUrl, detail))];
}
